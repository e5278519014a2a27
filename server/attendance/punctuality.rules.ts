import { MINUTE_MS } from '../schedules/local-time.rules.js';
import type { ExpectedDay, Segment } from '../schedules/schedule.rules.js';
import type { AttendancePolicy } from './policy.rules.js';
import { firstTime, lastTime, type Stretch } from './stretch.rules.js';
import { expectedEnd, expectedStart } from './work-date.rules.js';

export interface Punctuality {
  isLate: boolean;
  lateMinutes: number;
  leftEarly: boolean;
  earlyLeaveMinutes: number;
  missedShift: boolean;
  absentMinutes: number;
}

/**
 * Coming and going against each segment of the day. More than the grace is late (or early) by all its whole minutes,
 * grace included. Leaving and missing are judged once the segment is over. Where a punch is missing, the time is
 * supposed to reach to the segment's own end and is neither late nor early.
 */
export function punctuality(
  expected: ExpectedDay,
  policy: AttendancePolicy,
  stretches: readonly Stretch[],
  now: Date,
): Punctuality {
  const supposed = stretches.map((stretch) => supposedTime(stretch, expected));
  const judged = expected.segments.map((segment) => judge(segment, supposed, policy, now));
  const missed = judged.filter(({ isMissed }) => isMissed);
  return {
    isLate: judged.some(({ lateMs }) => lateMs > 0),
    lateMinutes: sum(judged.map(({ lateMs }) => Math.floor(lateMs / MINUTE_MS))),
    leftEarly: judged.some(({ earlyMs }) => earlyMs > 0),
    earlyLeaveMinutes: sum(judged.map(({ earlyMs }) => Math.floor(earlyMs / MINUTE_MS))),
    missedShift: missed.length > 0,
    absentMinutes: expected.isFlexible
      ? 0
      : Math.min(expected.scheduledMinutes, Math.floor(sum(missed.map(({ lengthMs }) => lengthMs)) / MINUTE_MS)),
  };
}

interface Supposed {
  from: number;
  isFromKnown: boolean;
  to: number;
  isToKnown: boolean;
}

function supposedTime(stretch: Stretch, expected: ExpectedDay): Supposed {
  const [first, last] = [firstTime(stretch), lastTime(stretch)];
  return {
    from: (stretch.from ?? expectedStart(expected, last) ?? first).getTime(),
    isFromKnown: stretch.from !== null,
    to: (stretch.to ?? expectedEnd(expected, first) ?? last).getTime(),
    isToKnown: stretch.to !== null && stretch.end === 'PUNCHED',
  };
}

interface Judged {
  lateMs: number;
  earlyMs: number;
  isMissed: boolean;
  lengthMs: number;
}

function judge(segment: Segment, supposed: readonly Supposed[], policy: AttendancePolicy, now: Date): Judged {
  const [startsAt, endsAt] = [segment.startsAt.getTime(), segment.endsAt.getTime()];
  const within = supposed.filter(({ from, to }) => from < endsAt && to > startsAt);
  const isOver = endsAt <= now.getTime();
  const lengthMs = endsAt - startsAt;
  if (within.length === 0) return { lateMs: 0, earlyMs: 0, isMissed: isOver, lengthMs };
  const first = within.reduce((a, b) => (b.from < a.from ? b : a));
  const last = within.reduce((a, b) => (b.to > a.to ? b : a));
  return {
    lateMs: first.isFromKnown ? beyond(policy.lateGraceMinutes, first.from - startsAt) : 0,
    earlyMs: last.isToKnown && isOver ? beyond(policy.earlyLeaveGraceMinutes, endsAt - last.to) : 0,
    isMissed: false,
    lengthMs,
  };
}

const beyond = (graceMinutes: number, ms: number): number => (ms > graceMinutes * MINUTE_MS ? ms : 0);
const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

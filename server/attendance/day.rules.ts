import { addDays, instantOf } from '../schedules/local-time.rules.js';
import type { ExpectedDay, Site } from '../schedules/schedule.rules.js';
import { netTime, type Span } from './break.rules.js';
import type { DayException, DayRecord, DayStatus } from './day-record.rules.js';
import type { AttendancePolicy } from './policy.rules.js';
import { punctuality, type Punctuality } from './punctuality.rules.js';
import { roundInstant } from './rounding.rules.js';
import { firstTime, isClosed, lastTime, type Stretch } from './stretch.rules.js';

/**
 * The record of one date from its stretches, in order. All that is counted is regular here: what is overtime takes a
 * week to know. `correctedBy` names those who took something away from the date.
 */
export function deriveDay(
  site: Site,
  policy: AttendancePolicy,
  expected: ExpectedDay,
  stretches: readonly Stretch[],
  correctedBy: readonly string[],
  now: Date,
): DayRecord {
  const last = stretches.at(-1);
  const real = netTime(spansOf(stretches, startOf, endOf), expected, policy.breakRules);
  const paidSpans = spansOf(stretches, paidStart(site, policy, expected), paidEnd(site, policy));
  const counted = netTime(paidSpans, expected, policy.breakRules);
  const timely = punctuality(expected, policy, stretches, now);
  const status = statusOf(site, expected, stretches, now);
  const own = stretches.flatMap(({ punches }) => punches).flatMap((punch) => punch.correctedBy);
  return {
    date: expected.date,
    status,
    policyId: policy.id,
    leaveKind: expected.leaveKind,
    checkInTime: stretches.find(({ from }) => from !== null)?.from ?? null,
    checkOutTime: last?.to ?? null,
    openSince: last?.end === 'OPEN' ? last.from : null,
    scheduledMinutes: expected.scheduledMinutes,
    workedMinutes: real.minutes,
    countedMinutes: counted.minutes,
    regularMinutes: counted.minutes,
    overtimeMinutes: 0,
    unapprovedOvertimeMinutes: 0,
    unpaidBreakMinutes: real.unpaidBreakMinutes,
    paidBreakMinutes: real.paidBreakMinutes,
    lateMinutes: timely.lateMinutes,
    earlyLeaveMinutes: timely.earlyLeaveMinutes,
    absentMinutes: absentMinutesOf(status, expected, timely),
    leaveMinutes: expected.leaveMinutes,
    holidayMinutes: expected.holidayMinutes,
    exceptions: exceptionsOf(stretches, timely),
    correctedBy: [...new Set([...correctedBy, ...own])].sort(),
  };
}

/**
 * Spans never overlap: where rounding would make them, the earlier one keeps the time. A stretch with a missing end is a
 * span without length, so that the break before it is still seen.
 */
function spansOf(stretches: readonly Stretch[], from: TimeOf, to: TimeOf): Span[] {
  let taken = -Infinity;
  return stretches.map((stretch, index) => {
    const start = Math.max(stretch.from ? from(stretch) : to(stretch), taken);
    const end = isClosed(stretch) ? Math.max(to(stretch), start) : start;
    taken = end;
    const before = stretches[index - 1];
    const followsBreak = stretch.from !== null && before?.end === 'PUNCHED' && isClosed(before);
    return { from: start, to: end, followsBreak };
  });
}

/** The instant of one end of a stretch; of the other where that is missing. */
type TimeOf = (stretch: Stretch) => number;

const startOf: TimeOf = (stretch) => firstTime(stretch).getTime();
const endOf: TimeOf = (stretch) => lastTime(stretch).getTime();

/** Where pay begins: at the rounded check-in, or at the shift where time before it does not count. */
function paidStart({ timeZone }: Site, policy: AttendancePolicy, expected: ExpectedDay): TimeOf {
  return (stretch) => {
    const { roundCheckInToMinutes, roundCheckIn, countsTimeBeforeShift } = policy;
    const from = roundInstant(timeZone, firstTime(stretch), roundCheckInToMinutes, roundCheckIn);
    const shiftStart = expected.segments.find(({ endsAt }) => endsAt > from)?.startsAt;
    const isEarly = shiftStart && from < shiftStart && shiftStart < lastTime(stretch);
    return (isEarly && !countsTimeBeforeShift && !expected.isFlexible ? shiftStart : from).getTime();
  };
}

/** Where pay ends: at the rounded check-out; a supposed one is not rounded. */
function paidEnd({ timeZone }: Site, policy: AttendancePolicy): TimeOf {
  return (stretch) => {
    const to = lastTime(stretch);
    if (stretch.end !== 'PUNCHED') return to.getTime();
    return roundInstant(timeZone, to, policy.roundCheckOutToMinutes, policy.roundCheckOut).getTime();
  };
}

function absentMinutesOf(status: DayStatus, expected: ExpectedDay, timely: Punctuality): number {
  switch (status) {
    case 'ABSENT':
      return expected.scheduledMinutes;
    case 'PRESENT':
      return timely.absentMinutes;
    default:
      return 0;
  }
}

function statusOf(site: Site, expected: ExpectedDay, stretches: readonly Stretch[], now: Date): DayStatus {
  if (stretches.length > 0) return 'PRESENT';
  if (expected.scheduledMinutes === 0) {
    return expected.holidayMinutes > 0 ? 'HOLIDAY' : expected.leaveMinutes > 0 ? 'LEAVE' : 'FREE';
  }
  return now >= closingTime(site, expected) ? 'ABSENT' : 'EXPECTED';
}

/** When nobody can come any more: the end of the last segment; on a flexible day the end of the date. */
function closingTime({ timeZone, dayStartsAtMinutes }: Site, { date, segments, isFlexible }: ExpectedDay): Date {
  const shiftEnd = segments.at(-1)?.endsAt;
  return shiftEnd && !isFlexible ? shiftEnd : instantOf(timeZone, addDays(date, 1), dayStartsAtMinutes);
}

function exceptionsOf(stretches: readonly Stretch[], timely: Punctuality): DayException[] {
  const present: Record<Exclude<DayException, 'UNAPPROVED_OVERTIME'>, boolean> = {
    LATE: timely.isLate,
    LEFT_EARLY: timely.leftEarly,
    MISSED_SHIFT: timely.missedShift && stretches.length > 0,
    MISSING_CHECK_IN: stretches.some(({ from }) => from === null),
    MISSING_CHECK_OUT: stretches.some(({ end }) => end === 'MISSING'),
    AUTOMATIC_CHECK_OUT: stretches.some(({ end }) => end === 'AUTOMATIC'),
    UNSURE_TIME: stretches.some(({ punches }) => punches.some(({ isTimeUnsure }) => isTimeUnsure)),
  };
  return (Object.keys(present) as (keyof typeof present)[]).filter((exception) => present[exception]);
}

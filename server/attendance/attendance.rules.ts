import { dateAt, MINUTE_MS } from '../schedules/local-time.rules.js';
import type { ExpectedDay } from '../schedules/schedule.rules.js';
import type { AttendanceKind } from './event-log.rules.js';
import { DEFAULT_POLICY } from './policy.rules.js';
import { decidePunch as decideByRules, type PunchRequest } from './punch.rules.js';
import { pairUp, type Stretch } from './stretch.rules.js';
import type { EmployeeRules } from './work-date.rules.js';

export type { AttendanceKind, PunchRequest };

/** The settings of an installation without schedules: one site, nothing expected of anybody. */
export interface AttendancePolicy {
  /** IANA zone of the site. */
  timeZone: string;
  /** Minutes after midnight at which a working day begins: a check-in before it belongs to the day before. */
  dayStartsAtMinutes: number;
  /** A check-in still open after this many minutes is taken for a forgotten check-out, and closes nothing any more. */
  maxOpenMinutes: number;
  /** An automatic punch this soon after the last one is taken for the same one. */
  doublePunchSeconds: number;
}

export interface Punch {
  kind: AttendanceKind;
  recordedAt: Date;
}

export type Verdict =
  | { outcome: 'record'; kind: AttendanceKind }
  | { outcome: 'refuse'; reason: 'ALREADY_CHECKED_IN' | 'NOT_CHECKED_IN'; last: Punch | null };

/** What people read of one person's working day. */
export interface DayRecord {
  /** YYYY-MM-DD of the first check-in, on the site's calendar. */
  date: string;
  checkInTime: Date;
  /** The last check-out; null while the last check-in is open or its check-out was forgotten. */
  checkOutTime: Date | null;
  /** Real minutes between check-ins and their check-outs, rounded down; null while there is no check-out to count to. */
  workedMinutes: number | null;
  /** The check-in that is still without a check-out; null otherwise. */
  openSince: Date | null;
}

/**
 * Whether a punch is recorded, and as what. `punches` are the person's own so far, oldest first. A check-in is refused
 * while one is open and a check-out without one; one that has been open for too long is not open any more.
 */
export function decidePunch(
  policy: AttendancePolicy,
  request: PunchRequest,
  punches: readonly Punch[],
  now: Date,
): Verdict {
  const last = punches.at(-1) ?? null;
  const counted = last && { kind: last.kind, at: last.recordedAt };
  const verdict = decideByRules(rulesWithoutSchedule(policy), request, counted, now);
  return verdict.outcome === 'record' ? verdict : { ...verdict, last };
}

/**
 * The day records of one person from all their punches, oldest first; the same punches always give the same records. A
 * check-out belongs to the day of its check-in, so a night shift is one day's record; one without a check-in counts for
 * nothing.
 */
export function deriveDays(policy: AttendancePolicy, punches: readonly Punch[]): DayRecord[] {
  const lastAt = punches.at(-1)?.recordedAt ?? new Date(0);
  const counted = punches.map(({ kind, recordedAt }, index) => ({
    id: String(index),
    kind,
    at: recordedAt,
    isTimeUnsure: false,
    correctedBy: [],
  }));
  const days = new Map<string, StretchFrom[]>();
  for (const stretch of pairUp(rulesWithoutSchedule(policy), counted, lastAt)) {
    if (stretch.from) days.set(stretch.date, [...(days.get(stretch.date) ?? []), stretch]);
  }
  return [...days].map(([date, stretches]) => dayRecord(date, stretches));
}

/** The working day, YYYY-MM-DD, to which a check-in at this instant belongs. */
export function workDate({ timeZone, dayStartsAtMinutes }: AttendancePolicy, instant: Date): string {
  return dateAt(timeZone, dayStartsAtMinutes, instant);
}

type StretchFrom = Extract<Stretch, { from: Date }>;

function dayRecord(date: string, stretches: readonly StretchFrom[]): DayRecord {
  const [first, last] = [stretches[0]!, stretches.at(-1)!];
  const workedMs = stretches.reduce((sum, { from, to }) => sum + (to ? to.getTime() - from.getTime() : 0), 0);
  return {
    date,
    checkInTime: first.from,
    checkOutTime: last.to,
    workedMinutes: last.to ? Math.floor(workedMs / MINUTE_MS) : null,
    openSince: last.to ? null : last.from,
  };
}

function rulesWithoutSchedule(policy: AttendancePolicy): EmployeeRules {
  const { timeZone, dayStartsAtMinutes, doublePunchSeconds, maxOpenMinutes } = policy;
  const site = { id: 'site', timeZone, dayStartsAtMinutes, minimumPunchIntervalSeconds: doublePunchSeconds };
  return {
    roster: { site, expectedOn: nothingExpected },
    policyOn: () => ({ ...DEFAULT_POLICY, maxOpenMinutes }),
  };
}

const nothingExpected = (date: string): ExpectedDay => ({
  date,
  segments: [],
  isFlexible: false,
  scheduledMinutes: 0,
  holidayMinutes: 0,
  leaveMinutes: 0,
  leaveKind: null,
  paidBreakMinutes: 0,
});

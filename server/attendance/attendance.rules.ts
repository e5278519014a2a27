import { Temporal } from 'temporal-polyfill';

export type AttendanceKind = 'CHECK_IN' | 'CHECK_OUT';

/** What somebody asks for at a kiosk; AUTOMATIC is whichever is next. */
export type PunchRequest = AttendanceKind | 'AUTOMATIC';

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
  const isIn =
    last !== null &&
    last.kind === 'CHECK_IN' &&
    now.getTime() - last.recordedAt.getTime() <= minutes(policy.maxOpenMinutes);
  const isRepeat =
    request === 'AUTOMATIC' &&
    last !== null &&
    now.getTime() - last.recordedAt.getTime() < policy.doublePunchSeconds * 1000;
  const kind = request === 'AUTOMATIC' ? (isIn !== isRepeat ? 'CHECK_OUT' : 'CHECK_IN') : request;

  if (kind === 'CHECK_IN' && isIn) return { outcome: 'refuse', reason: 'ALREADY_CHECKED_IN', last };
  if (kind === 'CHECK_OUT' && !isIn) return { outcome: 'refuse', reason: 'NOT_CHECKED_IN', last };
  return { outcome: 'record', kind };
}

/**
 * The day records of one person from all their punches, oldest first; the same punches always give the same records. A
 * check-out belongs to the day of its check-in, so a night shift is one day's record; one without a check-in counts for
 * nothing.
 */
export function deriveDays(policy: AttendancePolicy, punches: readonly Punch[]): DayRecord[] {
  const days = new Map<string, Stretch[]>();
  for (const stretch of pairUp(policy, punches)) {
    const date = workDate(policy, stretch.from);
    days.set(date, [...(days.get(date) ?? []), stretch]);
  }
  return [...days].map(([date, stretches]) => dayRecord(date, stretches));
}

/** The working day, YYYY-MM-DD, to which a check-in at this instant belongs. */
export function workDate(policy: AttendancePolicy, instant: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(policy.timeZone)
    .toPlainDateTime()
    .subtract({ minutes: policy.dayStartsAtMinutes })
    .toPlainDate()
    .toString();
}

/** A check-in and, where there was one in time, its check-out. */
interface Stretch {
  from: Date;
  to: Date | null;
}

function pairUp(policy: AttendancePolicy, punches: readonly Punch[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const { kind, recordedAt } of punches) {
    const open = stretches.at(-1);
    if (kind === 'CHECK_IN') stretches.push({ from: recordedAt, to: null });
    else if (open && !open.to && recordedAt.getTime() - open.from.getTime() <= minutes(policy.maxOpenMinutes))
      open.to = recordedAt;
  }
  return stretches;
}

function dayRecord(date: string, stretches: Stretch[]): DayRecord {
  const [first, last] = [stretches[0]!, stretches.at(-1)!];
  const workedMs = stretches.reduce((sum, { from, to }) => sum + (to ? to.getTime() - from.getTime() : 0), 0);
  return {
    date,
    checkInTime: first.from,
    checkOutTime: last.to,
    workedMinutes: last.to ? Math.floor(workedMs / 60_000) : null,
    openSince: last.to ? null : last.from,
  };
}

const minutes = (count: number): number => count * 60_000;

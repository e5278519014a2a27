import { dateAt } from '../schedules/local-time.rules.js';
import { effectivePunches, type Punch } from './correction.rules.js';
import type { DayRecord } from './day-record.rules.js';
import { affectedDates, deriveDays, type DayInputs } from './derive-days.rules.js';
import type { LogEntry } from './event-log.rules.js';
import { workDate, type EmployeeRules } from './work-date.rules.js';

/** All the records of one employee from one date to another, both included. */
export interface DaySpan {
  from: string;
  to: string;
  days: DayRecord[];
}

/** A span with the working day that its cause belongs to. */
export interface ChangedDays extends DaySpan {
  date: string;
}

/**
 * The records that entries change when they are added to a log, and the working day of the last punch that they touch.
 * None of a date that has not come yet, but for a punch of it. Null where no punch becomes another.
 */
export function changedDays(inputs: DayInputs, added: readonly LogEntry[], now: Date): ChangedDays | null {
  const { rules } = inputs;
  const log = [...inputs.log, ...added];
  const [before, after] = [effectivePunches(inputs.log).punches, effectivePunches(log).punches];
  const touched = [...without(before, after), ...without(after, before)];
  const dates = datesOf(rules, before, after, touched).sort();
  const date = dates.at(-1);
  if (date === undefined) return null;
  const spans = dates.map((each) => affectedDates(rules, each));
  const from = spans.map((span) => span.from).sort()[0]!;
  const last = spans
    .map((span) => span.to)
    .sort()
    .at(-1)!;
  const latest = [today(rules, now), date].sort().at(-1)!;
  const to = last < latest ? last : latest;
  return { date, from, to, days: deriveDays({ ...inputs, log }, from, to, now) };
}

/** The date on which a site is at an instant. */
export function today({ roster: { site } }: EmployeeRules, now: Date): string {
  return dateAt(site.timeZone, site.dayStartsAtMinutes, now);
}

/** A check-out belongs to the date of the check-in before it, if that is near. */
function datesOf(
  rules: EmployeeRules,
  before: readonly Punch[],
  after: readonly Punch[],
  touched: readonly Punch[],
): string[] {
  return touched.flatMap((punch) =>
    [before, after].flatMap((punches) => {
      const checkIn =
        punch.kind === 'CHECK_IN' ? punch : punches.findLast(({ kind, at }) => isOpening(kind, at, punch));
      return [workDate(rules, (checkIn ?? punch).kind, (checkIn ?? punch).at)];
    }),
  );
}

const DAY_MS = 86_400_000;

const isOpening = (kind: Punch['kind'], at: Date, checkOut: Punch): boolean =>
  kind === 'CHECK_IN' && at <= checkOut.at && checkOut.at.getTime() - at.getTime() <= DAY_MS;

function without(punches: readonly Punch[], others: readonly Punch[]): Punch[] {
  const known = new Set(others.map(keyOf));
  return punches.filter((punch) => !known.has(keyOf(punch)));
}

const keyOf = ({ id, kind, at, correctedBy }: Punch): string => [id, kind, at.getTime(), ...correctedBy].join(' ');

import { addDays, datesFrom, weekStart } from '../schedules/local-time.rules.js';
import { effectivePunches, type Vacated } from './correction.rules.js';
import { deriveDay } from './day.rules.js';
import type { DayRecord } from './day-record.rules.js';
import type { LogEntry } from './event-log.rules.js';
import { withOvertime, type OvertimeApproval } from './overtime.rules.js';
import { pairUp, type Stretch } from './stretch.rules.js';
import { workDate, type EmployeeRules } from './work-date.rules.js';

/** What one employee's day records are made of. The order of the rows does not matter. */
export interface DayInputs {
  rules: EmployeeRules;
  /** The whole log of the employee, or all of it that is not older than a week before `from`. */
  log: readonly LogEntry[];
  approvals: readonly OvertimeApproval[];
}

/**
 * One employee's day records from one date to another, both included, as they stand at `now`: of every date on which
 * something was expected or happened. The same inputs give the same records, in whatever order they come.
 */
export function deriveDays({ rules, log, approvals }: DayInputs, from: string, to: string, now: Date): DayRecord[] {
  const { roster, policyOn } = rules;
  const { punches, vacated } = effectivePunches(log);
  const stretchesOn = byDate(pairUp(rules, punches, now), ({ date }) => date);
  const vacatedOn = byDate(vacated, ({ kind, at }: Vacated) => workDate(rules, kind, at));
  const first = weekStart(from, policyOn(from).weekStartsOn);
  const days = datesFrom(first, to).map((date) => {
    const stretches: Stretch[] = stretchesOn.get(date) ?? [];
    const correctedBy = (vacatedOn.get(date) ?? []).flatMap((each) => each.correctedBy);
    return deriveDay(roster.site, policyOn(date), roster.expectedOn(date), stretches, correctedBy, now);
  });
  return withOvertime(days, policyOn, approvals).filter((day) => day.date >= from && hasContent(day));
}

/**
 * The dates whose records a punch of this working day can change: the day before and after by pairing, and the rest of
 * the week by its overtime. Holds for policies that leave nothing open for more than a day.
 */
export function affectedDates(rules: EmployeeRules, date: string): { from: string; to: string } {
  const next = addDays(date, 1);
  return { from: addDays(date, -1), to: addDays(weekStart(next, rules.policyOn(next).weekStartsOn), 6) };
}

const hasContent = ({ status, correctedBy }: DayRecord): boolean => status !== 'FREE' || correctedBy.length > 0;

function byDate<Row>(rows: readonly Row[], dateOf: (row: Row) => string): Map<string, Row[]> {
  const dates = new Map<string, Row[]>();
  for (const row of rows) {
    const date = dateOf(row);
    const known = dates.get(date);
    if (known) known.push(row);
    else dates.set(date, [row]);
  }
  return dates;
}

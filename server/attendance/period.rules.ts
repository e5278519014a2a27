import type { DayMinutes, DayRecord } from './day-record.rules.js';
import { minuteChanges } from './difference.rules.js';

/** The dates of one payroll run. Once locked its day records never change. */
export interface PayPeriod {
  id: string;
  from: string;
  to: string;
  lockedAt: Date | null;
}

/** The minutes that pay is made of. */
export type AdjustedColumn = Extract<
  keyof DayMinutes,
  'regularMinutes' | 'overtimeMinutes' | 'absentMinutes' | 'leaveMinutes' | 'holidayMinutes'
>;

/** Minutes of a locked day that came to light later, to be paid or taken back in the period they are booked in. */
export interface Adjustment {
  employeeId: string;
  /** The locked date they are about. */
  date: string;
  column: AdjustedColumn;
  /** Negative: fewer than the locked record says. */
  minutes: number;
  /** Null until the period in which it is booked is locked. */
  periodId: string | null;
}

const ADJUSTED: Record<AdjustedColumn, true> = {
  regularMinutes: true,
  overtimeMinutes: true,
  absentMinutes: true,
  leaveMinutes: true,
  holidayMinutes: true,
};

/** Whether a date lies in a locked period. */
export function isLocked(periods: readonly PayPeriod[], date: string): boolean {
  return periods.some(({ from, to, lockedAt }) => lockedAt !== null && from <= date && date <= to);
}

/** The records that stand: of locked dates as stored, of all others as derived anew. In the order of dates. */
export function standingRecords(
  periods: readonly PayPeriod[],
  stored: readonly DayRecord[],
  derived: readonly DayRecord[],
): DayRecord[] {
  return [
    ...stored.filter(({ date }) => isLocked(periods, date)),
    ...derived.filter(({ date }) => !isLocked(periods, date)),
  ].sort((a, b) => (a.date < b.date ? -1 : 1));
}

/**
 * What is to be booked in the open period for locked dates of one employee: what was derived anew less what is stored
 * and less what was booked before, so that deriving again books nothing twice, and taking a change back books its opposite.
 */
export function adjustmentsFor(
  employeeId: string,
  periods: readonly PayPeriod[],
  stored: readonly DayRecord[],
  derived: readonly DayRecord[],
  booked: readonly Adjustment[],
): Adjustment[] {
  const [old, fresh] = [byDate(stored), byDate(derived)];
  const dates = [...new Set([...old.keys(), ...fresh.keys(), ...booked.map(({ date }) => date)])].sort();
  return dates
    .filter((date) => isLocked(periods, date))
    .flatMap((date) => {
      const already = booked.filter((each) => each.employeeId === employeeId && each.date === date);
      const changes = new Map(minuteChanges(old.get(date), fresh.get(date)).map((each) => [each.column, each.minutes]));
      return (Object.keys(ADJUSTED) as AdjustedColumn[]).map((column) => ({
        employeeId,
        date,
        column,
        minutes: (changes.get(column) ?? 0) - sumOf(already, column),
        periodId: null,
      }));
    })
    .filter(({ minutes }) => minutes !== 0);
}

const sumOf = (adjustments: readonly Adjustment[], column: AdjustedColumn): number =>
  adjustments.filter((each) => each.column === column).reduce((total, { minutes }) => total + minutes, 0);

const byDate = (days: readonly DayRecord[]): Map<string, DayRecord> => new Map(days.map((day) => [day.date, day]));

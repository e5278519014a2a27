import {
  flagsOf,
  MINUTE_COLUMNS,
  type DayFlags,
  type DayMinutes,
  type DayRecord,
  type StoredDay,
} from './day-record.rules.js';

/** One column of one day that would change. A day without a record has no minutes and no flags, and null for everything else. */
export interface DayDifference {
  date: string;
  column: keyof StoredDay;
  before: string | number | boolean | null;
  after: string | number | boolean | null;
}

/** What changes from one set of an employee's records to another, by date. Empty when they are identical. */
export function differences(before: readonly DayRecord[], after: readonly DayRecord[]): DayDifference[] {
  const [old, fresh] = [byDate(before), byDate(after)];
  return [...new Set([...old.keys(), ...fresh.keys()])]
    .sort()
    .flatMap((date) => dayDifferences(date, old.get(date), fresh.get(date)));
}

/** How the minutes of a day change, the columns that do not left out. */
export function minuteChanges(
  before: DayMinutes | undefined,
  after: DayMinutes | undefined,
): { column: keyof DayMinutes; minutes: number }[] {
  return MINUTE_COLUMNS.map((column) => ({ column, minutes: (after?.[column] ?? 0) - (before?.[column] ?? 0) })).filter(
    ({ minutes }) => minutes !== 0,
  );
}

const FLAGS = ['isLate', 'isMissing', 'isCorrected'] as const satisfies readonly (keyof DayFlags)[];

const OTHER_COLUMNS = [
  'status',
  'policyId',
  'leaveKind',
  'checkInTime',
  'checkOutTime',
  'openSince',
  'exceptions',
  'correctedBy',
] as const satisfies readonly Exclude<keyof DayRecord, keyof DayMinutes | 'date'>[];

function dayDifferences(date: string, before: StoredDay | undefined, after: StoredDay | undefined): DayDifference[] {
  const other = OTHER_COLUMNS.map((column) => ({
    date,
    column,
    before: inWords(before?.[column]),
    after: inWords(after?.[column]),
  })).filter((each) => each.before !== each.after);
  const minutes = minuteChanges(before, after).map(({ column }) => ({
    date,
    column,
    before: before?.[column] ?? 0,
    after: after?.[column] ?? 0,
  }));
  const flags = FLAGS.map((column) => ({
    date,
    column,
    before: before?.[column] ?? false,
    after: after?.[column] ?? false,
  })).filter((each) => each.before !== each.after);
  return [...other, ...minutes, ...flags];
}

function inWords(value: string | Date | readonly string[] | null | undefined): string | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'string' ? value : value.join(', ') || null;
}

/** Of a record that was stored the flags as they were stored, of one that was derived those that follow. */
const byDate = (days: readonly (DayRecord | StoredDay)[]): Map<string, StoredDay> =>
  new Map(days.map((day) => [day.date, { ...flagsOf(day), ...day }]));

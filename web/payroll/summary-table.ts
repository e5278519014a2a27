import type { SummaryBy, SummaryRow_AttendanceSummaryFragment } from '../gql/graphql';
import { addDays, dayAndMonth } from '../lib/calendar';
import { formatDay, formatMinutes } from '../lib/format-time';

type Row = SummaryRow_AttendanceSummaryFragment;
type Figure = { [Key in keyof Row]-?: Row[Key] extends number ? Key : never }[keyof Row];

/** The figures of a summary in the order in which they are shown; minutes unless they are days. */
export const FIGURES: readonly { key: Figure; label: string; isDays?: true; isNarrow?: true }[] = [
  { key: 'presentDays', label: 'Days', isDays: true },
  { key: 'scheduledMinutes', label: 'Agreed' },
  { key: 'workedMinutes', label: 'Worked', isNarrow: true },
  { key: 'countedMinutes', label: 'For pay' },
  { key: 'overtimeMinutes', label: 'Overtime', isNarrow: true },
  { key: 'unapprovedOvertimeMinutes', label: 'To approve' },
  { key: 'lateDays', label: 'Late', isDays: true },
  { key: 'missingDays', label: 'Missing', isDays: true },
  { key: 'absentMinutes', label: 'Missed' },
  { key: 'leaveMinutes', label: 'Leave' },
  { key: 'holidayMinutes', label: 'Holidays' },
];

/** What all rows come to. */
export function totals(rows: readonly Row[]): Record<Figure, number> {
  return Object.fromEntries(FIGURES.map(({ key }) => [key, rows.reduce((sum, row) => sum + row[key], 0)])) as Record<
    Figure,
    number
  >;
}

/** '162:30' or a number of days; nothing at all is a dash. */
export function figureWords(value: number, isDays = false): string {
  if (value === 0) return '–';
  return isDays ? String(value) : formatMinutes(value);
}

/** What a row is about: a date, a week, a month, or somebody's name. */
export function rowName({ key, name }: Pick<Row, 'key' | 'name'>, by: SummaryBy, locale?: string): string {
  if (by === 'DAY') return formatDay(key, locale);
  if (by === 'WEEK') return `${dayAndMonth(key, false, locale)} – ${dayAndMonth(addDays(key, 6), true, locale)}`;
  if (by !== 'MONTH') return name;
  return new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${key}-01`),
  );
}

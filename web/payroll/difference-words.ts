import { durationWords } from '../lib/duration-words';

/** Columns of day records in words; what is not here is no business of whoever decides on rules. */
export const COLUMN_WORDS: Record<string, string> = {
  absentMinutes: 'Missed',
  countedMinutes: 'Counts for pay',
  earlyLeaveMinutes: 'Left early',
  exceptions: 'To look at',
  holidayMinutes: 'On holidays',
  lateMinutes: 'Late',
  leaveMinutes: 'On leave',
  overtimeMinutes: 'Overtime',
  paidBreakMinutes: 'Paid breaks',
  regularMinutes: 'Regular time',
  scheduledMinutes: 'Agreed',
  status: 'Day',
  unapprovedOvertimeMinutes: 'Overtime to approve',
  unpaidBreakMinutes: 'Unpaid breaks',
  workedMinutes: 'Worked',
};

/** One column of one day record that would change. */
interface Difference {
  employeeId: string;
  date: string;
  column: string;
  before?: string | null;
  after?: string | null;
}

export interface ChangedDay {
  employeeId: string;
  date: string;
  changes: { column: string; before: string; after: string }[];
}

/** The differences by person and day, in the order in which they came. */
export function changedDays(differences: readonly Difference[]): ChangedDay[] {
  const days = new Map<string, ChangedDay>();
  for (const { employeeId, date, column, before, after } of differences) {
    const words = COLUMN_WORDS[column];
    if (!words) continue;
    const key = `${employeeId} ${date}`;
    const day = days.get(key) ?? { employeeId, date, changes: [] };
    day.changes.push({ column: words, before: valueWords(column, before), after: valueWords(column, after) });
    days.set(key, day);
  }
  return [...days.values()];
}

function valueWords(column: string, value: string | null | undefined): string {
  if (value == null || value === '') return 'none';
  if (column.endsWith('Minutes')) return durationWords(Number(value));
  return value.toLowerCase().replaceAll('_', ' ');
}

import type { Attendance } from './attendance.repository.js';
import { MINUTE_COLUMNS, type DayException, type DayMinutes, type DayRecord } from './day-record.rules.js';

/** The columns of a day record, without its id and employee. */
export type DayColumns = Omit<Attendance, 'id' | 'employeeId'>;

const MISSING: readonly DayException[] = ['MISSED_SHIFT', 'MISSING_CHECK_IN', 'MISSING_CHECK_OUT'];

export function toColumns({ exceptions, correctedBy, ...day }: DayRecord): DayColumns {
  return {
    ...day,
    exceptions: exceptions.join(' '),
    correctedBy: correctedBy.join(' '),
    isLate: exceptions.includes('LATE'),
    isMissing: day.status === 'ABSENT' || exceptions.some((each) => MISSING.includes(each)),
    isCorrected: correctedBy.length > 0,
  };
}

export function toDayRecord(row: DayColumns): DayRecord {
  const minutes = Object.fromEntries(MINUTE_COLUMNS.map((column) => [column, row[column]])) as unknown as DayMinutes;
  const { date, status, policyId, leaveKind, checkInTime, checkOutTime, openSince } = row;
  return {
    ...minutes,
    date,
    status,
    policyId,
    leaveKind,
    checkInTime,
    checkOutTime,
    openSince,
    exceptions: words(row.exceptions) as DayException[],
    correctedBy: words(row.correctedBy),
  };
}

const words = (text: string): string[] => (text === '' ? [] : text.split(' '));

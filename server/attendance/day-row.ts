import type { Attendance } from './attendance.repository.js';
import type { AttendanceKind } from './event-log.rules.js';
import { DEFAULT_POLICY } from './policy.rules.js';
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

/** Of a date on which nothing else happened, and of which nothing more is known. */
export function columnsOfPunch(date: string, kind: AttendanceKind, at: Date): DayColumns {
  const isIn = kind === 'CHECK_IN';
  return toColumns({
    ...(Object.fromEntries(MINUTE_COLUMNS.map((column) => [column, 0])) as unknown as DayMinutes),
    date,
    status: 'PRESENT',
    policyId: DEFAULT_POLICY.id,
    leaveKind: null,
    checkInTime: isIn ? at : null,
    checkOutTime: isIn ? null : at,
    openSince: isIn ? at : null,
    exceptions: [],
    correctedBy: [],
  });
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

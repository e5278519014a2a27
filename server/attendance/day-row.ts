import type { Attendance } from './attendance.repository.js';
import type { AttendanceKind } from './event-log.rules.js';
import { DEFAULT_POLICY } from './policy.rules.js';
import {
  flagsOf,
  MINUTE_COLUMNS,
  type DayException,
  type DayMinutes,
  type DayRecord,
  type StoredDay,
} from './day-record.rules.js';

/** The columns of a day record, without its id and employee. */
export type DayColumns = Omit<Attendance, 'id' | 'employeeId'>;

export function toColumns(day: DayRecord): DayColumns {
  return { ...day, exceptions: day.exceptions.join(' '), correctedBy: day.correctedBy.join(' '), ...flagsOf(day) };
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

export function toDayRecord(row: DayColumns): StoredDay {
  const minutes = Object.fromEntries(MINUTE_COLUMNS.map((column) => [column, row[column]])) as unknown as DayMinutes;
  const { date, status, policyId, leaveKind, checkInTime, checkOutTime, openSince } = row;
  const { isLate, isMissing, isCorrected } = row;
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
    isLate,
    isMissing,
    isCorrected,
  };
}

const words = (text: string): string[] => (text === '' ? [] : text.split(' '));

import type { DayRecord_AttendanceFragment } from '../gql/graphql';

/** A day of somebody who was there, unless said otherwise. */
export function dayRecord(changes: Partial<DayRecord_AttendanceFragment> = {}): DayRecord_AttendanceFragment {
  return {
    id: 'd1',
    date: '2026-03-02',
    status: 'PRESENT',
    checkInTime: '2026-03-02T07:00:00Z',
    checkOutTime: '2026-03-02T15:00:00Z',
    exceptions: [],
    correctedBy: [],
    workedMinutes: 0,
    countedMinutes: 0,
    scheduledMinutes: 0,
    lateMinutes: 0,
    earlyLeaveMinutes: 0,
    absentMinutes: 0,
    overtimeMinutes: 0,
    unapprovedOvertimeMinutes: 0,
    unpaidBreakMinutes: 0,
    paidBreakMinutes: 0,
    leaveMinutes: 0,
    leaveKind: null,
    holidayMinutes: 0,
    ...changes,
  };
}

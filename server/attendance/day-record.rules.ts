/**
 * PRESENT: there was a punch. ABSENT: nobody came and the shift is over. EXPECTED: nobody came and it is not over yet.
 * HOLIDAY, LEAVE: it takes all that was scheduled. FREE: nothing was scheduled (such a day has a record only where a
 * correction took its punches away).
 */
export type DayStatus = 'PRESENT' | 'ABSENT' | 'EXPECTED' | 'HOLIDAY' | 'LEAVE' | 'FREE';

/** What somebody should look at. */
export type DayException =
  | 'LATE'
  | 'LEFT_EARLY'
  | 'MISSED_SHIFT'
  | 'MISSING_CHECK_IN'
  | 'MISSING_CHECK_OUT'
  | 'AUTOMATIC_CHECK_OUT'
  | 'UNAPPROVED_OVERTIME'
  | 'UNSURE_TIME';

/** The minutes of a day record. Whole, never negative; countedMinutes = regular + overtime + unapproved overtime. */
export interface DayMinutes {
  /** What was to be worked. */
  scheduledMinutes: number;
  /** Real time at work without unpaid breaks. */
  workedMinutes: number;
  /** The same after the policy's rounding: what pay goes by. */
  countedMinutes: number;
  regularMinutes: number;
  /** Overtime that is approved or needs no approval. */
  overtimeMinutes: number;
  unapprovedOvertimeMinutes: number;
  unpaidBreakMinutes: number;
  /** Breaks that are part of workedMinutes. */
  paidBreakMinutes: number;
  /** From the start of a shift to coming, if more than the grace. */
  lateMinutes: number;
  /** From leaving to the end of a shift, if more than the grace. */
  earlyLeaveMinutes: number;
  /** Scheduled minutes of shifts that were missed wholly. */
  absentMinutes: number;
  leaveMinutes: number;
  holidayMinutes: number;
}

/** What people read of one employee's working day. Derived, never edited. */
export interface DayRecord extends DayMinutes {
  /** YYYY-MM-DD. */
  date: string;
  status: DayStatus;
  policyId: string;
  leaveKind: string | null;
  /** The first check-in; null where there is none. */
  checkInTime: Date | null;
  /** The last check-out, perhaps a supposed one; null while somebody is in or where the last one is missing. */
  checkOutTime: Date | null;
  /** The check-in of somebody who is in. */
  openSince: Date | null;
  /** In a fixed order, each once. */
  exceptions: readonly DayException[];
  /** Who made the punches other than they were recorded, sorted; empty when nobody did. */
  correctedBy: readonly string[];
}

/** What lists are narrowed by. It follows from the rest of a record, and is stored beside it. */
export interface DayFlags {
  isLate: boolean;
  isMissing: boolean;
  isCorrected: boolean;
}

/** A record as it is stored, with the flags that were stored with it. */
export type StoredDay = DayRecord & DayFlags;

const MISSING: readonly DayException[] = ['MISSED_SHIFT', 'MISSING_CHECK_IN', 'MISSING_CHECK_OUT'];

export const flagsOf = ({ status, exceptions, correctedBy }: DayRecord): DayFlags => ({
  isLate: exceptions.includes('LATE'),
  isMissing: status === 'ABSENT' || exceptions.some((each) => MISSING.includes(each)),
  isCorrected: correctedBy.length > 0,
});

export const MINUTE_COLUMNS = [
  'scheduledMinutes',
  'workedMinutes',
  'countedMinutes',
  'regularMinutes',
  'overtimeMinutes',
  'unapprovedOvertimeMinutes',
  'unpaidBreakMinutes',
  'paidBreakMinutes',
  'lateMinutes',
  'earlyLeaveMinutes',
  'absentMinutes',
  'leaveMinutes',
  'holidayMinutes',
] as const satisfies readonly (keyof DayMinutes)[];

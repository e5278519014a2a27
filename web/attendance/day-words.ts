import type { DayException, DayRecord_AttendanceFragment, DayStatus } from '../gql/graphql';
import { durationWords } from '../lib/duration-words';

export const EXCEPTION_WORDS: Record<DayException, string> = {
  AUTOMATIC_CHECK_OUT: 'Checked out automatically',
  LATE: 'Came late',
  LEFT_EARLY: 'Left early',
  MISSED_SHIFT: 'Missed a shift',
  MISSING_CHECK_IN: 'Check-in is missing',
  MISSING_CHECK_OUT: 'Check-out is missing',
  UNAPPROVED_OVERTIME: 'Overtime to approve',
  UNSURE_TIME: 'Time is not sure',
};

/** What settles an exception, as its button says it; null where there is only something to look at. */
export const SETTLE_WORDS: Record<DayException, string | null> = {
  AUTOMATIC_CHECK_OUT: 'Add the real check-out',
  LATE: null,
  LEFT_EARLY: null,
  MISSED_SHIFT: 'Enter what happened',
  MISSING_CHECK_IN: 'Add the check-in',
  MISSING_CHECK_OUT: 'Add the check-out',
  UNAPPROVED_OVERTIME: 'Approve overtime',
  UNSURE_TIME: 'Check the time',
};

export const STATUS_WORDS: Record<DayStatus, string> = {
  ABSENT: 'Did not come',
  EXPECTED: 'Expected',
  FREE: 'Free',
  HOLIDAY: 'Holiday',
  LEAVE: 'On leave',
  PRESENT: 'Was there',
};

/** Whether what is missing is not only to be looked at. */
export const isToSettle = (exceptions: readonly DayException[]): boolean =>
  exceptions.some((each) => SETTLE_WORDS[each] !== null);

/** A day's minutes as sentences: what was worked, what was agreed, and where they differ. */
export function minutesWords(day: DayRecord_AttendanceFragment): string[] {
  const say = (minutes: number | null | undefined, words: (duration: string) => string): string[] =>
    minutes ? [words(durationWords(minutes))] : [];
  return [
    `Worked ${durationWords(day.workedMinutes ?? 0)}${day.scheduledMinutes > 0 ? ` of ${durationWords(day.scheduledMinutes)} agreed` : ''}.`,
    ...(day.countedMinutes !== (day.workedMinutes ?? 0)
      ? [`${durationWords(day.countedMinutes)} count for pay, after rounding.`]
      : []),
    ...say(day.lateMinutes, (duration) => `Came ${duration} late.`),
    ...say(day.earlyLeaveMinutes, (duration) => `Left ${duration} early.`),
    ...say(day.absentMinutes, (duration) => `Missed ${duration} of shifts.`),
    ...say(day.overtimeMinutes, (duration) => `${duration} of overtime count.`),
    ...say(day.unapprovedOvertimeMinutes, (duration) => `${duration} of overtime wait for approval.`),
    ...say(day.unpaidBreakMinutes, (duration) => `${duration} of unpaid breaks are taken off.`),
    ...say(day.paidBreakMinutes, (duration) => `${duration} of breaks are paid.`),
    ...say(day.leaveMinutes, (duration) => `${duration} of leave${day.leaveKind ? ` (${day.leaveKind})` : ''}.`),
    ...say(day.holidayMinutes, (duration) => `${duration} fall on a holiday.`),
  ];
}

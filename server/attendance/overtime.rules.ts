import { weekStart } from '../schedules/local-time.rules.js';
import type { DayRecord } from './day-record.rules.js';
import type { AttendancePolicy, PolicyOn } from './policy.rules.js';

/** So many minutes of overtime of a day are agreed to; the last one about a day holds. */
export interface OvertimeApproval {
  id: string;
  employeeId: string;
  date: string;
  minutes: number;
  recordedAt: Date;
  source: string;
}

/**
 * Splits the counted minutes of one person's days, in order and in whole weeks, into regular, overtime and overtime that
 * nobody approved. A day's overtime is what is over the day's limit. Over a week's limit come those minutes that are not
 * overtime by their day already, so that no minute counts twice; they are overtime of the day on which they were worked.
 */
export function withOvertime(
  days: readonly DayRecord[],
  policyOn: PolicyOn,
  approvals: readonly OvertimeApproval[],
): DayRecord[] {
  const regularOfWeek = new Map<string, number>();
  return days.map((day) => {
    const policy = policyOn(day.date);
    const week = weekStart(day.date, policy.weekStartsOn);
    const before = regularOfWeek.get(week) ?? 0;
    const withinDay = Math.min(day.countedMinutes, dailyLimit(policy, day.scheduledMinutes));
    const regularMinutes = Math.min(withinDay, Math.max(0, (policy.weeklyOvertimeAfterMinutes ?? Infinity) - before));
    regularOfWeek.set(week, before + regularMinutes);
    const over = day.countedMinutes - regularMinutes;
    const approved = policy.overtimeNeedsApproval ? Math.min(over, approvedMinutes(approvals, day.date)) : over;
    return splitOvertime(day, regularMinutes, approved);
  });
}

function splitOvertime(day: DayRecord, regularMinutes: number, overtimeMinutes: number): DayRecord {
  const unapprovedOvertimeMinutes = day.countedMinutes - regularMinutes - overtimeMinutes;
  const exceptions =
    unapprovedOvertimeMinutes > 0 ? [...day.exceptions, 'UNAPPROVED_OVERTIME' as const] : day.exceptions;
  return { ...day, regularMinutes, overtimeMinutes, unapprovedOvertimeMinutes, exceptions };
}

function dailyLimit(policy: AttendancePolicy, scheduledMinutes: number): number {
  switch (policy.overtimeBasis) {
    case 'NONE':
      return Infinity;
    case 'SCHEDULED':
      return scheduledMinutes;
    case 'FIXED':
      return policy.dailyOvertimeAfterMinutes;
  }
}

function approvedMinutes(approvals: readonly OvertimeApproval[], date: string): number {
  const last = approvals
    .filter((approval) => approval.date === date)
    .reduce<OvertimeApproval | null>((best, each) => (best && isLater(best, each) ? best : each), null);
  return last?.minutes ?? 0;
}

function isLater(a: OvertimeApproval, b: OvertimeApproval): boolean {
  return a.recordedAt.getTime() === b.recordedAt.getTime() ? a.id > b.id : a.recordedAt > b.recordedAt;
}

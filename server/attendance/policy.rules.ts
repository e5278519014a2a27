import { inForce } from '../schedules/in-force.rules.js';
import type { Scoped, ScheduledEmployee } from '../schedules/schedule.rules.js';

export type RoundingDirection = 'UP' | 'DOWN' | 'NEAREST';
/** What is supposed when nobody checks out: nothing, the end of the shift, or that the open time was used up. */
export type AutomaticCheckOut = 'NEVER' | 'SHIFT_END' | 'MAX_OPEN';
/** What a day's overtime is over: nothing is, the scheduled minutes, or a fixed number. */
export type OvertimeBasis = 'NONE' | 'SCHEDULED' | 'FIXED';

/** What the company has agreed with its people about time. Flat, so that it is one row. */
export interface AttendancePolicy {
  id: string;
  /** A check-in still open after this many minutes is taken for a forgotten check-out, and nothing closes it any more. */
  maxOpenMinutes: number;
  automaticCheckOut: AutomaticCheckOut;
  /** How long before a shift a check-in, and after it a lone check-out, belongs to the shift's date. */
  shiftWindowMinutes: number;
  /** How near to a shift's start or end a punch is taken for its check-in or check-out; 0 for alternating only. */
  shiftHintMinutes: number;
  /** So much and not a second more is not late, and not left early. */
  lateGraceMinutes: number;
  earlyLeaveGraceMinutes: number;
  /** Whether being there before the shift counts for pay. */
  countsTimeBeforeShift: boolean;
  /** Check-in and check-out are rounded to steps of so many minutes for pay; 0 for not at all. */
  roundCheckInToMinutes: number;
  roundCheckIn: RoundingDirection;
  roundCheckOutToMinutes: number;
  roundCheckOut: RoundingDirection;
  /** Breaks that are supposed where none was punched; none of them when empty. */
  breakRules: readonly BreakRule[];
  overtimeBasis: OvertimeBasis;
  /** The minutes of a day over which FIXED begins. */
  dailyOvertimeAfterMinutes: number;
  /** Minutes of a week over which what is not overtime by the day becomes overtime; null for never. */
  weeklyOvertimeAfterMinutes: number | null;
  /** 1, Monday, to 7. */
  weekStartsOn: number;
  overtimeNeedsApproval: boolean;
}

/** After more than so many minutes of work a day, a break of so many minutes. */
export interface BreakRule {
  afterMinutes: number;
  minutes: number;
  isPaid: boolean;
}

/** From when to when a policy holds, and for whom. */
export interface PolicyAssignment extends Scoped {
  policyId: string;
}

/** What holds where nothing was agreed: real minutes, no grace, no rounding, no supposed breaks, no overtime. */
export const DEFAULT_POLICY: AttendancePolicy = {
  id: 'default',
  maxOpenMinutes: 16 * 60,
  automaticCheckOut: 'NEVER',
  shiftWindowMinutes: 120,
  shiftHintMinutes: 0,
  lateGraceMinutes: 0,
  earlyLeaveGraceMinutes: 0,
  countsTimeBeforeShift: true,
  roundCheckInToMinutes: 0,
  roundCheckIn: 'NEAREST',
  roundCheckOutToMinutes: 0,
  roundCheckOut: 'NEAREST',
  breakRules: [],
  overtimeBasis: 'NONE',
  dailyOvertimeAfterMinutes: 480,
  weeklyOvertimeAfterMinutes: null,
  weekStartsOn: 1,
  overtimeNeedsApproval: false,
};

export type PolicyOn = (date: string) => AttendancePolicy;

/** The policy of an employee on each date; `fallback`, the site's own, where none is assigned. */
export function createPolicyOn(
  policies: readonly AttendancePolicy[],
  assignments: readonly PolicyAssignment[],
  fallback: AttendancePolicy,
  siteId: string,
  employee: ScheduledEmployee,
): PolicyOn {
  const byId = new Map(policies.map((policy) => [policy.id, policy]));
  return (date) => {
    const assignment = inForce(assignments, siteId, employee, date);
    if (!assignment) return fallback;
    const policy = byId.get(assignment.policyId);
    if (!policy) throw new Error(`an assignment names a policy that is not there: ${assignment.policyId}`);
    return policy;
  };
}

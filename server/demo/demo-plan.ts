import type { PolicyChangeService } from '../attendance/policy-change.service.js';
import type { PolicyService } from '../attendance/policy.service.js';
import type { AssignmentService } from '../schedules/assignment.service.js';
import type { PatternService } from '../schedules/pattern.service.js';
import type { ShiftService } from '../schedules/shift.service.js';

export interface DemoPlanServices {
  shifts: ShiftService;
  patterns: PatternService;
  assignments: AssignmentService;
  policies: PolicyService;
  policyChanges: PolicyChangeService;
}

/** Working hours for everybody at a site from a date on: Monday to Friday, 08:00 to 16:30 with half an hour's break. */
export async function makeDemoPlan(
  services: DemoPlanServices,
  siteId: string,
  from: string,
  source: string,
): Promise<void> {
  const shift = await services.shifts.create({
    name: 'Day shift',
    segments: [{ startsAtMinutes: 8 * 60, endsAtMinutes: 16 * 60 + 30 }],
    unpaidBreakMinutes: 30,
    paidBreakMinutes: 0,
  });
  const pattern = await services.patterns.create({
    name: 'Monday to Friday',
    cycleDays: 7,
    startsOn: '2024-01-01',
    observesHolidays: true,
    days: [0, 1, 2, 3, 4].map((day) => ({ day, shiftId: shift.id })),
  });
  await services.assignments.create({ patternId: pattern.id, siteId, from, offsetDays: 0 });
  const policy = await services.policies.create({
    name: 'Office hours',
    lateGraceMinutes: 5,
    earlyLeaveGraceMinutes: 5,
    shiftHintMinutes: 60,
    breakRules: [{ afterMinutes: 360, minutes: 30, isPaid: false }],
    overtimeBasis: 'SCHEDULED',
    overtimeNeedsApproval: true,
  });
  await services.policyChanges.apply({ policyId: policy.id, siteId, from }, source);
}

import { z } from 'zod';
import { oneLine } from '../employees/employee-details.js';
import { date, id, isInOrder, OUT_OF_ORDER, wholeNumber } from '../schedules/input-parts.js';
import { DEFAULT_POLICY } from './policy.rules.js';

const { id: _id, breakRules: _rules, ...defaults } = DEFAULT_POLICY;
const minutesOfDay = wholeNumber(0, 1440);
const rounding = z.enum(['UP', 'DOWN', 'NEAREST']);
const stepMinutes = wholeNumber(0, 60);
const breakRule = z.object({ afterMinutes: minutesOfDay, minutes: wholeNumber(1, 480), isPaid: z.boolean() });
const orNull = <T extends z.ZodType>(type: T) => type.nullish().transform((value) => value ?? null);

/** A policy; what is not given is as in DEFAULT_POLICY. */
export const policyInput = z.object({
  name: oneLine,
  maxOpenMinutes: wholeNumber(1, 1440).default(defaults.maxOpenMinutes),
  automaticCheckOut: z.enum(['NEVER', 'SHIFT_END', 'MAX_OPEN']).default(defaults.automaticCheckOut),
  shiftWindowMinutes: wholeNumber(0, 720).default(defaults.shiftWindowMinutes),
  shiftHintMinutes: wholeNumber(0, 720).default(defaults.shiftHintMinutes),
  lateGraceMinutes: wholeNumber(0, 240).default(defaults.lateGraceMinutes),
  earlyLeaveGraceMinutes: wholeNumber(0, 240).default(defaults.earlyLeaveGraceMinutes),
  countsTimeBeforeShift: z.boolean().default(defaults.countsTimeBeforeShift),
  roundCheckInToMinutes: stepMinutes.default(defaults.roundCheckInToMinutes),
  roundCheckIn: rounding.default(defaults.roundCheckIn),
  roundCheckOutToMinutes: stepMinutes.default(defaults.roundCheckOutToMinutes),
  roundCheckOut: rounding.default(defaults.roundCheckOut),
  breakRules: z.array(breakRule).max(10, 'must be at most 10').default([]),
  overtimeBasis: z.enum(['NONE', 'SCHEDULED', 'FIXED']).default(defaults.overtimeBasis),
  dailyOvertimeAfterMinutes: minutesOfDay.default(defaults.dailyOvertimeAfterMinutes),
  weeklyOvertimeAfterMinutes: orNull(wholeNumber(0, 10_080)),
  weekStartsOn: wholeNumber(1, 7).default(defaults.weekStartsOn),
  overtimeNeedsApproval: z.boolean().default(defaults.overtimeNeedsApproval),
});

/** For whom a policy holds, from when to when; exactly one of site, department and employee. */
export const policyPlaceInput = z
  .object({
    policyId: id,
    siteId: orNull(id),
    departmentId: orNull(id),
    employeeId: orNull(id),
    from: date,
    to: orNull(date),
  })
  .refine(isInOrder, OUT_OF_ORDER)
  .refine((each) => [each.siteId, each.departmentId, each.employeeId].filter((given) => given !== null).length === 1, {
    message: 'Say for whom: exactly one of siteId, departmentId and employeeId',
  });

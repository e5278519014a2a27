import { z } from 'zod';
import { date, id, isInOrder, OUT_OF_ORDER, wholeNumber } from './input-parts.js';

const orNull = <T extends z.ZodType>(type: T) => type.nullish().transform((value) => value ?? null);

/** For whom a pattern holds, from when to when; exactly one of site, department and employee. */
export const assignmentInput = z
  .object({
    patternId: id,
    siteId: orNull(id),
    departmentId: orNull(id),
    employeeId: orNull(id),
    from: date,
    to: orNull(date),
    offsetDays: wholeNumber(0, 365),
  })
  .refine(isInOrder, OUT_OF_ORDER)
  .refine((each) => [each.siteId, each.departmentId, each.employeeId].filter((given) => given !== null).length === 1, {
    message: 'Say for whom: exactly one of siteId, departmentId and employeeId',
  });

export type AssignmentDetails = z.output<typeof assignmentInput>;

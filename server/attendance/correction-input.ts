import { z } from 'zod';
import { date, id, wholeNumber } from '../schedules/input-parts.js';

export const reason = z.string().trim().min(1, 'must not be empty').max(500, 'must have at most 500 characters');
const kind = z.enum(['CHECK_IN', 'CHECK_OUT']);
const orNull = <T extends z.ZodType>(type: T) => type.nullish().transform((value) => value ?? null);

/** A correction of one employee's log: a punch that is added, or what becomes of one that is there. */
export const correctionInput = z.discriminatedUnion('action', [
  z.object({ action: z.literal('ADD'), employeeId: id, kind, at: z.date(), reason }),
  z.object({ action: z.literal('MOVE'), eventId: id, at: z.date(), kind: orNull(kind), reason }),
  z.object({ action: z.literal('VOID'), eventId: id, reason }),
  z.object({ action: z.literal('RESTORE'), eventId: id, reason }),
]);

export type Correction = z.output<typeof correctionInput>;

export const approvalInput = z.object({ employeeId: id, date, minutes: wholeNumber(0, 1440) });

import { z } from 'zod';
import { oneLine } from '../employees/employee-details.js';
import { date, dayPart, id, isInOrder, OUT_OF_ORDER } from './input-parts.js';
import { daysBetween } from './local-time.rules.js';

/** Parental leave takes three years; a slip in the year takes longer. */
const MAX_DAYS = 3 * 366;

export const leaveInput = z
  .object({
    employeeId: id,
    from: date,
    to: date,
    part: dayPart,
    kind: oneLine.pipe(z.string().max(50, 'must have at most 50 characters')),
  })
  .refine(isInOrder, OUT_OF_ORDER)
  .refine(({ from, to }) => daysBetween(from, to) < MAX_DAYS, {
    message: `must be at most ${MAX_DAYS} days`,
    path: ['to'],
    // Only what is in order and made of dates has a length.
    when: ({ issues }) => issues.length === 0,
  });

export type LeaveDetails = z.output<typeof leaveInput>;

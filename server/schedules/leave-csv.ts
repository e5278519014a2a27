import type { z } from 'zod';
import { partOf, readCsvRows } from './csv-rows.js';
import { leaveInput, type LeaveDetails } from './leave-input.js';

/** A leave of somebody who is named by their number. */
export type NumberedLeave = Omit<LeaveDetails, 'employeeId'> & { number: number };

/**
 * Leave of a text with a line each: the employee's number, the first and the last date, the kind and, where only half of
 * each day is taken, FIRST_HALF or SECOND_HALF. Throws BAD_USER_INPUT naming the lines that are off.
 */
export const parseLeaveCsv = (text: string): NumberedLeave[] =>
  readCsvRows(text, {
    what: 'leave',
    firstColumn: 'number',
    parse: ([number = '', from, to, kind, part]) =>
      numbered.safeParse({ employeeId: number, from, to, kind, part: partOf(part) }),
    keyOf: ({ number, from, to, part }) => ({
      key: `${number} ${from} ${to} ${part}`,
      words: `${number} from ${from}`,
    }),
  });

const numbered: z.ZodType<NumberedLeave> = leaveInput.transform(({ employeeId, ...leave }, context) => {
  if (/^\d{1,9}$/.test(employeeId)) return { ...leave, number: Number(employeeId) };
  context.addIssue({ code: 'custom', path: ['number'], message: "must be an employee's number" });
  return { ...leave, number: 0 };
});

import { z } from 'zod';
import { oneLine } from '../employees/employee-details.js';
import { partOf, readCsvRows } from './csv-rows.js';
import { date, dayPart } from './input-parts.js';

const row = z.object({ date, name: oneLine, part: dayPart });

export type HolidayDay = z.output<typeof row>;

/**
 * Holidays of a text with a line each: date, name and, where only half of the day is free, FIRST_HALF or SECOND_HALF.
 * Throws BAD_USER_INPUT naming the lines that are off.
 */
export const parseHolidayCsv = (text: string): HolidayDay[] =>
  readCsvRows(text, {
    what: 'holiday',
    firstColumn: 'date',
    parse: ([day, name, part]) => row.safeParse({ date: day, name, part: partOf(part) }),
    keyOf: ({ date: day, part }) => ({ key: `${day} ${part}`, words: day }),
  });

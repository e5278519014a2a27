import { z } from 'zod';
import { csvCells, csvLines } from '../csv.js';
import { oneLine } from '../employees/employee-details.js';
import { DomainError } from '../errors.js';
import { date, dayPart } from './input-parts.js';

const MAX_HOLIDAYS = 1000;
const MAX_PROBLEMS = 5;

const row = z.object({ date, name: oneLine, part: dayPart });

export type HolidayDay = z.output<typeof row>;

/**
 * Holidays of a text with a line each: date, name and, where only half of the day is free, FIRST_HALF or SECOND_HALF;
 * separated by commas, semicolons or tabs, quoted as in RFC 4180, with or without a first line that names the columns.
 * Throws BAD_USER_INPUT naming the lines that are off.
 */
export function parseHolidayCsv(text: string): HolidayDay[] {
  const lines = csvLines(text);
  if (/^"?date\b/i.test(lines[0]?.line ?? '')) lines.shift();
  if (lines.length === 0) throw off(['there is no holiday in it']);
  if (lines.length > MAX_HOLIDAYS) throw off([`there are more than ${MAX_HOLIDAYS} holidays in it`]);

  const problems: string[] = [];
  const days = new Map<string, HolidayDay>();
  for (const { line, number } of lines) {
    const [day, name, part] = csvCells(line);
    const parsed = row.safeParse({ date: day, name, part: part?.trim().toUpperCase() || 'WHOLE' });
    if (!parsed.success) {
      const words = parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
      problems.push(`line ${number}: ${words.join(', ')}`);
      continue;
    }
    const key = `${parsed.data.date} ${parsed.data.part}`;
    if (days.has(key)) problems.push(`line ${number}: ${parsed.data.date} is there twice`);
    days.set(key, parsed.data);
  }
  if (problems.length > 0) throw off(problems);
  return [...days.values()];
}

const off = (problems: readonly string[]): DomainError => {
  const more = problems.length - MAX_PROBLEMS;
  const shown = more > 0 ? [...problems.slice(0, MAX_PROBLEMS), `and ${more} more`] : problems;
  return new DomainError('BAD_USER_INPUT', `csv: ${shown.join('; ')}.`);
};

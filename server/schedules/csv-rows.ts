import type { z } from 'zod';
import { csvCells, csvLines } from '../csv.js';
import { DomainError } from '../errors.js';

const MAX_ROWS = 1000;
const MAX_PROBLEMS = 5;

/**
 * The rows of a text with a line each, its cells separated by commas, semicolons or tabs and quoted as in RFC 4180, with or
 * without a first line that names the columns. Throws BAD_USER_INPUT naming the lines that are off; `keyOf` says what may
 * be there once.
 */
export function readCsvRows<Row>(
  text: string,
  {
    what,
    firstColumn,
    parse,
    keyOf,
  }: {
    /** What a row is, in the singular. */
    what: string;
    firstColumn: string;
    parse: (cells: readonly string[]) => z.ZodSafeParseResult<Row>;
    keyOf: (row: Row) => { key: string; words: string };
  },
): Row[] {
  const lines = csvLines(text);
  if (new RegExp(`^"?${firstColumn}\\b`, 'i').test(lines[0]?.line ?? '')) lines.shift();
  if (lines.length === 0) throw offCsv([`there is no ${what} in it`]);
  if (lines.length > MAX_ROWS) throw offCsv([`there are more than ${MAX_ROWS} ${what}s in it`]);

  const problems: string[] = [];
  const rows = new Map<string, Row>();
  for (const { line, number } of lines) {
    const parsed = parse(csvCells(line));
    if (!parsed.success) {
      const words = parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
      problems.push(`line ${number}: ${words.join(', ')}`);
      continue;
    }
    const { key, words } = keyOf(parsed.data);
    if (rows.has(key)) problems.push(`line ${number}: ${words} is there twice`);
    rows.set(key, parsed.data);
  }
  if (problems.length > 0) throw offCsv(problems);
  return [...rows.values()];
}

export const offCsv = (problems: readonly string[]): DomainError => {
  const more = problems.length - MAX_PROBLEMS;
  const shown = more > 0 ? [...problems.slice(0, MAX_PROBLEMS), `and ${more} more`] : problems;
  return new DomainError('BAD_USER_INPUT', `csv: ${shown.join('; ')}.`);
};

/** A cell that says which part of a day; empty for all of it. */
export const partOf = (cell: string | undefined): string => cell?.trim().toUpperCase() || 'WHOLE';

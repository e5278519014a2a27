import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { csvLine } from '../csv.js';
import type { PersonOutcome } from './person-outcome.js';

/** Anything else that could not be taken: where it stands, and why. */
export interface Problem {
  where: string;
  reason: string;
}

/**
 * Writes what became of everybody (`{name}.json`) and what was not taken and why (`{name}.csv`), a line each, to be gone
 * through by hand. Both name people: the folder is for the administrator only. Returns the two paths.
 */
export async function writeReport(
  folder: string,
  name: string,
  report: { summary: object; people: readonly PersonOutcome[]; problems: readonly Problem[] },
): Promise<{ json: string; csv: string }> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const [json, csv] = [join(folder, `${name}.json`), join(folder, `${name}.csv`)];
  await writeFile(json, `${JSON.stringify(report, null, 2)}\n`, { mode: 0o600 });
  await writeFile(csv, `\uFEFF${refusalsCsv(report.people, report.problems)}`, { mode: 0o600 });
  return { json, csv };
}

function refusalsCsv(people: readonly PersonOutcome[], problems: readonly Problem[]): string {
  const lines = people.flatMap(({ name, number, outcome, refused, notes }) => [
    ...refused.map(({ path, reason, message }) => [name, number, path, reason, message]),
    ...notes.map((note) => [name, number, null, outcome === 'REFUSED' ? 'PERSON_REFUSED' : 'NOTE', note]),
  ]);
  const others = problems.map(({ where, reason }) => [null, null, where, 'NOT_TAKEN', reason]);
  return [['person', 'number', 'where', 'reason', 'message'], ...lines, ...others]
    .map((cells) => `${csvLine(cells)}\r\n`)
    .join('');
}

import type { AttendanceSummary } from '../importing/move-in.js';
import type { PeopleSummary } from '../importing/person-outcome.js';

export interface ImportResult extends PeopleSummary {
  /** Of the old application's, where that was moved in. */
  attendance?: AttendanceSummary;
  problems: number;
  /** Photographs, in this run. */
  analysed: number;
  seconds: number;
  cpuSeconds: number;
  reports: { json: string; csv: string };
}

/** What came of an import, for the operator. */
export function importWords(result: ImportResult): string {
  const { people, photos, attendance, problems, analysed, seconds, cpuSeconds, reports } = result;
  const rate =
    analysed > 0
      ? ` (${(analysed / seconds).toFixed(1)} analysed a second, ${(analysed / cpuSeconds).toFixed(1)} a second of one core)`
      : '';
  return [
    `People: ${people.found} found; ${people.added} added, ${people.changed} got photographs, ${people.unchanged} as before, ${people.refused} refused.`,
    `Photographs: ${photos.found} found; ${photos.kept} kept${rate}, ${photos.known} there already, ${photos.refused} refused.`,
    photos.notOpened > 0
      ? `${photos.notOpened} photographs were not opened. To keep faces, everybody must have agreed: say so with --consent-recorded.`
      : '',
    attendance
      ? `Attendance: ${attendance.rows} rows; ${attendance.punchesAdded} punches added, ${attendance.punchesKnown} there already, ${attendance.duplicateRows} rows said the same as another one, ${attendance.rowsNotTaken} not taken.`
      : '',
    problems > 0 ? `${problems} remarks on what could not be taken, or is in doubt.` : '',
    `Who and what was refused, and why: ${reports.csv} (everything: ${reports.json})`,
  ]
    .filter(Boolean)
    .join('\n');
}

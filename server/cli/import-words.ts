import type { PeopleSummary } from '../importing/person-outcome.js';

export interface ImportResult extends PeopleSummary {
  problems: number;
  seconds: number;
  cpuSeconds: number;
  reports: { json: string; csv: string };
}

/** What came of an import, for the operator. */
export function importWords({ people, photos, problems, seconds, cpuSeconds, reports }: ImportResult): string {
  const analysed = photos.kept + photos.refused;
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
    problems > 0 ? `${problems} other things could not be taken.` : '',
    `Who and what was refused, and why: ${reports.csv} (everything: ${reports.json})`,
  ]
    .filter(Boolean)
    .join('\n');
}

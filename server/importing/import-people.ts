import { z } from 'zod';
import { oneLine } from '../employees/employee-details.js';
import type { JobKind } from '../jobs/job-kind.js';
import { importAll, unitsOf } from './import-all.js';
import { writeReport } from './import-report.js';
import { openSource } from './import-source.js';
import type { PersonImport } from './person-import.js';
import { summaryOf } from './person-outcome.js';
import { stopwatch } from './stopwatch.js';

export const IMPORT_PEOPLE = 'import-people';

/** What every import is told. */
export const importPayload = z.object({
  /** Of a folder or a file on this machine. */
  path: z.string().min(1).max(4096),
  position: oneLine,
  department: oneLine,
  siteId: z.string().max(100).nullable(),
  consentRecorded: z.boolean(),
  source: z.string().max(100),
});

/** Takes in people and photographs of a folder, an archive or a list. */
export function importPeople({
  persons,
  ahead,
  reportsDir,
}: {
  persons: PersonImport;
  /** People whose photographs are analysed at once. */
  ahead: number;
  reportsDir: string;
}): JobKind<z.output<typeof importPayload>> {
  return {
    name: IMPORT_PEOPLE,
    payload: importPayload,
    maxAttempts: 3,
    async run(run) {
      const { path, ...rules } = run.payload;
      const { people, files, problems } = await openSource(path);
      try {
        const total = unitsOf(people);
        run.progress(0, total, 'Reading photographs');
        const started = stopwatch();
        const { outcomes, analysed } = await importAll(
          people,
          files,
          { ...rules, addWithoutFace: false },
          {
            run,
            persons,
            ahead,
            onDone: (done) => run.progress(done, total),
          },
        );
        const summary = summaryOf(outcomes);
        const report = {
          summary,
          people: outcomes,
          problems: problems.map((reason) => ({ where: path, reason })),
        };
        const reports = await writeReport(reportsDir, run.id, report);
        return { ...summary, problems: problems.length, analysed, ...started(), reports };
      } finally {
        await files.close();
      }
    },
  };
}

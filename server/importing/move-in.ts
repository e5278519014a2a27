import type { z } from 'zod';
import { DomainError } from '../errors.js';
import type { JobKind } from '../jobs/job-kind.js';
import { timeZone } from '../time-zone.js';
import type { AttendanceImport, AttendanceOutcome } from './attendance-import.js';
import { importAll, unitsOf } from './import-all.js';
import { importPayload } from './import-people.js';
import { writeReport, type Problem } from './import-report.js';
import { openOldPhotos, readOldTables } from './old-files.js';
import { oldPeople } from './old-people.js';
import { dateOrderOf } from './old-times.rules.js';
import { peopleInFolders } from './people-in-folders.js';
import type { PersonImport } from './person-import.js';
import { summaryOf } from './person-outcome.js';
import { stopwatch } from './stopwatch.js';

export const MOVE_IN = 'move-in';

/** Its path is the folder of the old application. */
export const moveInPayload = importPayload.extend({
  /** Of the clocks that its times were taken from. */
  timeZone,
});

/** Moves people, photographs and attendance of the old application in, as its repository stands. */
export function moveIn({
  persons,
  attendance,
  ahead,
  reportsDir,
}: {
  persons: PersonImport;
  attendance: AttendanceImport;
  ahead: number;
  reportsDir: string;
}): JobKind<z.output<typeof moveInPayload>> {
  return {
    name: MOVE_IN,
    payload: moveInPayload,
    maxAttempts: 3,
    async run(run) {
      const { path, timeZone: zone, ...rules } = run.payload;
      const elapsed = stopwatch();
      const problems: Problem[] = [];
      const files = await openOldPhotos(path);
      const { people: folders, unclaimed } = peopleInFolders(files.paths);
      for (const reason of files.problems) problems.push({ where: path, reason });
      for (const where of unclaimed) problems.push({ where, reason: 'It lies in no folder of a person.' });
      const tables = await readOldTables(path);
      problems.push(...tables.problems);
      const found = oldPeople({ ...tables, folders });
      problems.push(...found.problems);
      if (found.people.length === 0) {
        throw new DomainError('BAD_USER_INPUT', `There is nothing of the old application in ${path}.`);
      }

      const withRows = found.people.filter(({ attendance: rows }) => rows.length > 0);
      const total = unitsOf(found.people) + withRows.length;
      run.progress(0, total, 'Reading photographs');
      const { outcomes, analysed } = await importAll(
        found.people,
        files,
        { ...rules, addWithoutFace: true },
        {
          run,
          persons,
          ahead,
          onDone: (done) => run.progress(done, total),
        },
      );

      const cells = tables.attendance.flatMap(({ date, checkIn, checkOut }) => [date, checkIn, checkOut]);
      const order = dateOrderOf(cells) ?? 'DMY';
      const taken: AttendanceOutcome[] = [];
      for (const [index, person] of withRows.entries()) {
        taken.push(
          await run.step(`attendance ${person.key}`, async () => {
            const employee = await persons.find(person);
            if (employee) return attendance.take(employee, person.attendance, { timeZone: zone, order });
            return notTaken(person.attendance.length, person.name);
          }),
        );
        run.progress(total - withRows.length + index + 1, total, 'Moving attendance');
      }

      const summary = { ...summaryOf(outcomes), attendance: attendanceSummary(taken, tables.attendance.length) };
      problems.push(...taken.flatMap((each) => each.problems));
      const reports = await writeReport(reportsDir, run.id, { summary, people: outcomes, problems });
      return { ...summary, problems: problems.length, analysed, ...elapsed(), reports };
    },
  };
}

function notTaken(rows: number, name: string): AttendanceOutcome {
  const reason = `${name} could not be added: their ${rows} rows of attendance are not taken.`;
  return { rows, added: 0, known: 0, duplicates: 0, notTaken: rows, problems: [{ where: 'Attendance', reason }] };
}

/** Of the rows, and of the punches that they gave. */
export interface AttendanceSummary {
  rows: number;
  punchesAdded: number;
  punchesKnown: number;
  duplicateRows: number;
  /** Rows that gave no punch, or belong to nobody. */
  rowsNotTaken: number;
}

function attendanceSummary(taken: readonly AttendanceOutcome[], rows: number): AttendanceSummary {
  const sum = (count: (outcome: AttendanceOutcome) => number): number =>
    taken.reduce((all, outcome) => all + count(outcome), 0);
  return {
    rows,
    punchesAdded: sum(({ added }) => added),
    punchesKnown: sum(({ known }) => known),
    duplicateRows: sum(({ duplicates }) => duplicates),
    rowsNotTaken: sum(({ notTaken: none }) => none) + rows - sum((outcome) => outcome.rows),
  };
}

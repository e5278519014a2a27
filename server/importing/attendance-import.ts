import type { AttendanceRepository, NewEvent } from '../attendance/attendance.repository.js';
import { livePunch } from '../attendance/new-punch.js';
import type { Replay } from '../attendance/replay.js';
import type { Clock } from '../clock.js';
import type { Employee } from '../employees/employee.repository.js';
import { idOf } from '../ids.js';
import { addDays } from '../schedules/local-time.rules.js';
import type { OldAttendanceRow } from './old-application.repository.js';
import { punchesOf } from './old-punches.rules.js';
import type { DateOrder } from './old-times.rules.js';
import type { Problem } from './import-report.js';

const SOURCE = 'import:old-application';

/** What became of somebody's rows of attendance. */
export interface AttendanceOutcome {
  rows: number;
  /** Punches that were added, and that were there already. */
  added: number;
  known: number;
  /** Rows that say the same as another one. */
  duplicates: number;
  notTaken: number;
  problems: Problem[];
}

/** Brings what an old application recorded into the log; a row that was brought before is known again. */
export class AttendanceImport {
  constructor(
    private readonly dependencies: {
      attendance: AttendanceRepository;
      replay: Replay;
      clock: Clock;
    },
  ) {}

  /** One person's rows, all or nothing, and the day records that follow. Times are those of a clock in `timeZone`. */
  async take(
    employee: Employee,
    rows: readonly OldAttendanceRow[],
    { timeZone, order }: { timeZone: string; order: DateOrder },
  ): Promise<AttendanceOutcome> {
    const { attendance, clock } = this.dependencies;
    const outcome: AttendanceOutcome = {
      rows: rows.length,
      added: 0,
      known: 0,
      duplicates: 0,
      notTaken: 0,
      problems: [],
    };
    const { log, lastOrdinal } = (await attendance.readLogs([employee.id], new Date(0))).get(employee.id)!;
    const there = new Set(log.map(({ id }) => id));
    const instants: number[] = [];
    const fresh = new Map<string, Pick<NewEvent, 'id' | 'kind' | 'recordedAt'>>();
    for (const row of rows) {
      const { punches, remarks } = punchesOf(row, { timeZone, order, now: clock.now() });
      if (punches.length === 0) outcome.notTaken++;
      for (const reason of remarks) outcome.problems.push({ where: `Attendance, row ${row.row}`, reason });
      const ids = punches.map(({ kind, at }) => idOf('attendance', employee.id, kind, at.toISOString()));
      if (ids.length > 0 && ids.every((id) => fresh.has(id))) outcome.duplicates++;
      punches.forEach(({ kind, at }, index) => {
        const id = ids[index]!;
        instants.push(at.getTime());
        if (there.has(id)) outcome.known++;
        else fresh.set(id, { id, kind, recordedAt: at });
      });
    }
    const added = [...fresh.values()].sort((a, b) => a.recordedAt.getTime() - b.recordedAt.getTime());
    outcome.added = added.length;
    if (added.length > 0) {
      await attendance.import(
        added.map((event, index): NewEvent => ({
          ...livePunch,
          ...event,
          employeeId: employee.id,
          ordinal: lastOrdinal + index + 1,
          method: 'IMPORT',
          source: SOURCE,
          photoPath: null,
          decisionId: null,
        })),
      );
    }
    // Also where nothing was added: a stop may have come between the punches and their records.
    if (instants.length > 0) await this.deriveDays(employee, instants);
    return outcome;
  }

  private async deriveDays(employee: Employee, instants: readonly number[]): Promise<void> {
    const dateOf = (instant: number): string => new Date(instant).toISOString().slice(0, 10);
    // A day to either side: the site's date may be another one than that of UTC, and a night shift ends on the next.
    const from = addDays(dateOf(Math.min(...instants)), -1);
    const to = addDays(dateOf(Math.max(...instants)), 1);
    await this.dependencies.replay.rebuild({ people: [employee], from, to });
  }
}

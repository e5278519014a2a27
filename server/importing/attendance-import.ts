import type { AttendanceRepository, NewEvent } from '../attendance/attendance.repository.js';
import { deriveDays, type AttendancePolicy } from '../attendance/attendance.rules.js';
import type { Clock } from '../clock.js';
import type { Employee } from '../employees/employee.repository.js';
import { idOf, newId } from '../ids.js';
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
      clock: Clock;
      policy: AttendancePolicy;
    },
  ) {}

  /** One person's rows, all or nothing. Times are those of a clock in `timeZone`. */
  async take(
    employee: Employee,
    rows: readonly OldAttendanceRow[],
    { timeZone, order }: { timeZone: string; order: DateOrder },
  ): Promise<AttendanceOutcome> {
    const { attendance, clock, policy } = this.dependencies;
    const outcome: AttendanceOutcome = {
      rows: rows.length,
      added: 0,
      known: 0,
      duplicates: 0,
      notTaken: 0,
      problems: [],
    };
    const before = await attendance.readEventsOf(employee.id, new Date(0));
    const there = new Set(before.events.map(({ id }) => id));
    const fresh = new Map<string, Pick<NewEvent, 'id' | 'kind' | 'recordedAt'>>();
    for (const row of rows) {
      const { punches, remarks } = punchesOf(row, { timeZone, order, now: clock.now() });
      if (punches.length === 0) outcome.notTaken++;
      for (const reason of remarks) outcome.problems.push({ where: `Attendance, row ${row.row}`, reason });
      const ids = punches.map(({ kind, at }) => idOf('attendance', employee.id, kind, at.toISOString()));
      if (ids.length > 0 && ids.every((id) => fresh.has(id))) outcome.duplicates++;
      punches.forEach(({ kind, at }, index) => {
        const id = ids[index]!;
        if (there.has(id)) outcome.known++;
        else fresh.set(id, { id, kind, recordedAt: at });
      });
    }
    const added = [...fresh.values()].sort((a, b) => a.recordedAt.getTime() - b.recordedAt.getTime());
    outcome.added = added.length;
    if (added.length === 0) return outcome;

    const events = added.map((event, index): NewEvent => ({
      ...event,
      employeeId: employee.id,
      ordinal: before.lastOrdinal + index + 1,
      method: 'IMPORT',
      source: SOURCE,
      photoPath: null,
      decisionId: null,
    }));
    const log = [...before.events, ...events].sort((a, b) => a.recordedAt.getTime() - b.recordedAt.getTime());
    const days = deriveDays(policy, log).map((day) => ({ id: newId(), employeeId: employee.id, ...day }));
    await attendance.import(events, days);
    return outcome;
  }
}

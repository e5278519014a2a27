import type { Clock } from '../clock.js';
import type { Employee } from '../employees/employee.repository.js';
import { ConflictError, DomainError } from '../errors.js';
import type { Events } from '../events.js';
import { addDays } from '../schedules/local-time.rules.js';
import type { EventRow, NewEvent } from './attendance.repository.js';
import { changedDays, type ChangedDays } from './changed-days.rules.js';
import type { CorrectionRepository, Decision } from './correction.repository.js';
import { punchTime, type LogEntry } from './event-log.rules.js';
import type { History, HistoryReader } from './history-reader.js';

/** How often a correction is decided anew because another event of the same person came first. */
const MAX_RACES_LOST = 5;

/** An entry with what its punch is after it. */
export type Entry = LogEntry & { kind: NonNullable<LogEntry['kind']> };

/** Appends corrections to the log, with the day records that follow from them. */
export class CorrectionWriter {
  constructor(
    private readonly dependencies: {
      corrections: CorrectionRepository;
      histories: HistoryReader;
      events: Events;
      clock: Clock;
    },
  ) {}

  /**
   * Appends what `entriesFor` makes of the present histories of a few people; `times` are the instants that it is about.
   * Throws ConflictError for what changes nothing, or BUSY.
   */
  async append(
    people: readonly Employee[],
    times: readonly Date[],
    decision: Decision | null,
    entriesFor: (histories: ReadonlyMap<string, History>) => Entry[],
  ): Promise<EventRow[]> {
    const { corrections, events, histories } = this.dependencies;
    const dates = times.map((time) => time.toISOString().slice(0, 10)).sort();
    const [from, to] = [addDays(dates[0]!, -2), addDays(dates.at(-1)!, 2)];
    for (let lost = 0; lost <= MAX_RACES_LOST; lost++) {
      const known = await histories.read(people, from, to);
      const entries = entriesFor(known);
      const rows = withOrdinals(entries, known);
      const created = await corrections.append(rows, this.changesOf(people, entries, known), decision);
      if (created) {
        events.attendanceRecorded.raise();
        return created;
      }
    }
    throw new DomainError('BUSY', 'The same person is being recorded at this moment. Try again.');
  }

  private changesOf(
    people: readonly Employee[],
    entries: readonly Entry[],
    histories: ReadonlyMap<string, History>,
  ): Map<string, ChangedDays> {
    return new Map(
      people.map(({ id }) => {
        const own = entries.filter(({ employeeId }) => employeeId === id);
        const change = changedDays(histories.get(id)!, own, this.dependencies.clock.now());
        if (!change) {
          throw new ConflictError('CHANGES_NOTHING', 'This changes nothing: the punch is as it is wanted already.');
        }
        return [id, change];
      }),
    );
  }
}

/** When a punch was, or was moved to. */
export const timesOf = (entry: EventRow): Date[] =>
  entry.correctedTime ? [entry.correctedTime] : entry.action === 'PUNCH' ? [punchTime(entry)] : [];

function withOrdinals(entries: readonly Entry[], histories: ReadonlyMap<string, History>): NewEvent[] {
  const next = new Map([...histories].map(([id, { lastOrdinal }]) => [id, lastOrdinal]));
  return entries.map((entry) => {
    const ordinal = (next.get(entry.employeeId) ?? 0) + 1;
    next.set(entry.employeeId, ordinal);
    return { ...entry, ordinal, method: 'MANUAL', photoPath: null, decisionId: null };
  });
}

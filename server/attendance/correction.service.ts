import type { Clock } from '../clock.js';
import type { Employee, EmployeeRepository } from '../employees/employee.repository.js';
import { DomainError } from '../errors.js';
import type { Events } from '../events.js';
import { newId } from '../ids.js';
import { noSuch } from '../row-errors.js';
import { addDays } from '../schedules/local-time.rules.js';
import { parseInput } from '../validate.js';
import type { EventRow, NewEvent } from './attendance.repository.js';
import { changedDays, type ChangedDays } from './changed-days.rules.js';
import { correctionInput, reason as reasonInput, type Correction } from './correction-input.js';
import type { CorrectionRepository, Decision } from './correction.repository.js';
import { effectivePunches, notMe } from './correction.rules.js';
import { punchTime, type LogEntry } from './event-log.rules.js';
import type { History, HistoryReader } from './history-reader.js';

/** How often a correction is decided anew because another event of the same person came first. */
const MAX_RACES_LOST = 5;
/** How long a kiosk may take back what it recorded. */
const KIOSK_TAKES_BACK_MINUTES = 10;

/** Who corrects, and the decision that it follows from. */
export interface CorrectedBy {
  source: string;
  decision?: Decision;
}

/** Adds events that correct the log; what was recorded stays for ever. */
export class CorrectionService {
  constructor(
    private readonly dependencies: {
      corrections: CorrectionRepository;
      employees: EmployeeRepository;
      histories: HistoryReader;
      events: Events;
      clock: Clock;
    },
  ) {}

  /** Throws BAD_USER_INPUT, NOT_FOUND, CONFLICT for what changes nothing, or BUSY. */
  async correct(input: unknown, by: CorrectedBy): Promise<EventRow> {
    const correction = parseInput(correctionInput, input);
    const now = this.dependencies.clock.now();
    if ('at' in correction && correction.at > now)
      throw new DomainError('BAD_USER_INPUT', 'at: must not be in the future.');
    const { employee, chain } = await this.subjectOf(correction);
    const times = [...chain.flatMap(timesOf), ...('at' in correction ? [correction.at] : [])];
    const [created] = await this.append([employee], times, by.decision ?? null, (histories) => [
      entryOf(correction, chain[0] ?? null, histories.get(employee.id)!, by.source, this.dependencies.clock.now()),
    ]);
    return created!;
  }

  /**
   * Takes a punch from somebody who did not make it, and gives it to the one who did where that is known. A kiosk may do
   * so shortly after, with what it recorded itself. Throws BAD_USER_INPUT, NOT_FOUND, FORBIDDEN, CONFLICT or BUSY.
   */
  async notMe(
    eventId: string,
    rightEmployeeId: string | null,
    givenReason: string,
    { source, isKiosk }: { source: string; isKiosk: boolean },
  ): Promise<EventRow[]> {
    const { clock, corrections } = this.dependencies;
    const reason = parseInput(reasonInput, givenReason);
    const chain = await corrections.readPunch(eventId);
    const punch = chain[0];
    if (!punch) throw noSuch('event');
    const ageMs = clock.now().getTime() - punch.recordedAt.getTime();
    if (isKiosk && (punch.source !== source || ageMs > KIOSK_TAKES_BACK_MINUTES * 60_000)) {
      throw new DomainError('FORBIDDEN', 'A kiosk may take back only what it recorded itself a few minutes ago.');
    }
    if (rightEmployeeId === punch.employeeId) {
      throw new DomainError('BAD_USER_INPUT', 'rightEmployeeId: is who the punch belongs to already.');
    }
    const right = rightEmployeeId === null ? null : await this.employeeOf(rightEmployeeId);
    const people = [punch.employee, ...(right ? [right] : [])];
    return this.append(people, chain.flatMap(timesOf), null, () =>
      notMe(punch, rightEmployeeId, { source, reason, recordedAt: clock.now() }, [newId(), newId()]).map((entry) => ({
        ...entry,
        kind: entry.kind ?? punch.kind,
      })),
    );
  }

  private async subjectOf(correction: Correction): Promise<{ employee: Employee; chain: EventRow[] }> {
    if (correction.action === 'ADD') return { employee: await this.employeeOf(correction.employeeId), chain: [] };
    const chain = await this.dependencies.corrections.readPunch(correction.eventId);
    if (!chain[0]) throw noSuch('event');
    return { employee: chain[0].employee, chain };
  }

  private async employeeOf(id: string): Promise<Employee> {
    const employee = await this.dependencies.employees.find(id);
    if (!employee) throw noSuch('employee');
    return employee;
  }

  /** Appends what `entriesFor` makes of the present histories, with the records that follow. */
  private async append(
    people: readonly Employee[],
    times: readonly Date[],
    decision: Decision | null,
    entriesFor: (histories: ReadonlyMap<string, History>) => Entry[],
  ): Promise<EventRow[]> {
    const { clock, corrections, events, histories } = this.dependencies;
    const dates = times.map((time) => time.toISOString().slice(0, 10)).sort();
    const [from, to] = [addDays(dates[0]!, -2), addDays(dates.at(-1)!, 2)];
    for (let lost = 0; lost <= MAX_RACES_LOST; lost++) {
      const known = await histories.read(people, from, to);
      const entries = entriesFor(known);
      const changes = new Map<string, ChangedDays>();
      for (const { id } of people) {
        const own = entries.filter(({ employeeId }) => employeeId === id);
        const change = changedDays(known.get(id)!, own, clock.now());
        if (!change) throw new DomainError('CONFLICT', 'This changes nothing: the punch is as it is wanted already.');
        changes.set(id, change);
      }
      const created = await corrections.append(withOrdinals(entries, known), changes, decision);
      if (created) {
        events.attendanceRecorded.raise();
        return created;
      }
    }
    throw new DomainError('BUSY', 'The same person is being recorded at this moment. Try again.');
  }
}

/** An entry with what its punch is after it. */
type Entry = LogEntry & { kind: NonNullable<LogEntry['kind']> };

/** When a punch was, and when it was moved to. */
const timesOf = (entry: EventRow): Date[] =>
  entry.correctedTime ? [entry.correctedTime] : entry.action === 'PUNCH' ? [punchTime(entry)] : [];

function entryOf(
  correction: Correction,
  root: EventRow | null,
  history: History,
  source: string,
  recordedAt: Date,
): Entry {
  const { action, reason } = correction;
  const blank = { capturedAt: null, clockOffsetMs: null, isDeferred: false, correctedTime: null, targetId: null };
  const entry = { ...blank, id: newId(), action, recordedAt, source, reason };
  if (correction.action === 'ADD') {
    return { ...entry, employeeId: correction.employeeId, kind: correction.kind, correctedTime: correction.at };
  }
  if (!root) throw noSuch('event');
  const present = effectivePunches(history.log).punches.find(({ id }) => id === root.id);
  const kind = present?.kind ?? root.kind;
  const about = { ...entry, employeeId: root.employeeId, targetId: root.id };
  if (correction.action !== 'MOVE') return { ...about, kind };
  if (!present) throw new DomainError('CONFLICT', 'This punch is void. Restore it first.');
  return { ...about, kind: correction.kind ?? kind, correctedTime: correction.at };
}

function withOrdinals(entries: readonly Entry[], histories: ReadonlyMap<string, History>): NewEvent[] {
  const next = new Map([...histories].map(([id, { lastOrdinal }]) => [id, lastOrdinal]));
  return entries.map((entry) => {
    const ordinal = (next.get(entry.employeeId) ?? 0) + 1;
    next.set(entry.employeeId, ordinal);
    return { ...entry, ordinal, method: 'MANUAL', ...noFace };
  });
}

const noFace = { photoPath: null, modelId: null, distance: null, runnerUpDistance: null, threshold: null };

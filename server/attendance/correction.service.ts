import type { Clock } from '../clock.js';
import type { Employee, EmployeeRepository } from '../employees/employee.repository.js';
import { ConflictError, DomainError } from '../errors.js';
import { newId } from '../ids.js';
import type { MistakeService } from '../look-alikes/mistake.service.js';
import { noSuch } from '../row-errors.js';
import { includesEmployee, type Scope } from '../scope.js';
import { parseInput } from '../validate.js';
import type { EventRow } from './attendance.repository.js';
import { correctionInput, type Correction } from './correction-input.js';
import { timesOf, type CorrectionWriter, type Entry } from './correction-writer.js';
import type { CorrectionRepository, Decision } from './correction.repository.js';
import { effectivePunches } from './correction.rules.js';
import type { History } from './history-reader.js';

/** Who corrects, and the decision that it follows from. */
export interface CorrectedBy {
  source: string;
  /** Whose log they may correct. */
  scope: Scope;
  decision?: Decision;
}

/** Adds events that correct the log; what was recorded stays for ever. */
export class CorrectionService {
  constructor(
    private readonly dependencies: {
      corrections: CorrectionRepository;
      writer: CorrectionWriter;
      employees: EmployeeRepository;
      mistakes: MistakeService;
      clock: Clock;
    },
  ) {}

  /** Throws BAD_USER_INPUT, NOT_FOUND, BUSY, or ConflictError for what changes nothing or is void. */
  async correct(input: unknown, by: CorrectedBy): Promise<EventRow> {
    const { writer, clock, mistakes } = this.dependencies;
    const correction = parseInput(correctionInput, input);
    if ('at' in correction && correction.at > clock.now()) {
      throw new DomainError('BAD_USER_INPUT', 'at: must not be in the future.');
    }
    const { employee, chain } = await this.subjectOf(by.scope, correction);
    const times = [...chain.flatMap(timesOf), ...('at' in correction ? [correction.at] : [])];
    const [created] = await writer.append([employee], times, by.decision ?? null, (histories) => [
      entryOf(correction, chain[0] ?? null, histories.get(employee.id)!, by.source, clock.now()),
    ]);
    // Theirs after all.
    if (correction.action === 'RESTORE') await mistakes.forgetAbout(chain[0]!.id);
    return created!;
  }

  private async subjectOf(scope: Scope, correction: Correction): Promise<{ employee: Employee; chain: EventRow[] }> {
    const { corrections, employees } = this.dependencies;
    if (correction.action === 'ADD') {
      const employee = await employees.findIn(scope, correction.employeeId);
      if (!employee) throw noSuch('employee');
      return { employee, chain: [] };
    }
    const chain = await corrections.readPunch(correction.eventId);
    if (!chain[0] || !includesEmployee(scope, chain[0].employee)) throw noSuch('event');
    return { employee: chain[0].employee, chain };
  }
}

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
  if (!present) throw new ConflictError('PUNCH_IS_VOID', 'This punch is void. Restore it first.');
  return { ...about, kind: correction.kind ?? kind, correctedTime: correction.at };
}

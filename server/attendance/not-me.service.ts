import type { Clock } from '../clock.js';
import type { DecisionService } from '../decisions/decision.service.js';
import type { EmployeeRepository } from '../employees/employee.repository.js';
import { ConflictError, DomainError } from '../errors.js';
import { newId } from '../ids.js';
import type { MistakeService } from '../look-alikes/mistake.service.js';
import { noSuch } from '../row-errors.js';
import { EVERYBODY, includesEmployee, type Scope } from '../scope.js';
import { parseInput } from '../validate.js';
import type { EventRow } from './attendance.repository.js';
import { reason as reasonInput } from './correction-input.js';
import { timesOf, type CorrectionWriter } from './correction-writer.js';
import type { CorrectionRepository } from './correction.repository.js';
import { notMe } from './correction.rules.js';

/** How long a kiosk may take back what it recorded. */
const KIOSK_TAKES_BACK_MINUTES = 10;

export interface NotMeRequest {
  eventId: string;
  /** Who was it; null where nobody knows. */
  rightEmployeeId: string | null;
  reason: string;
}

/** What became of a punch that somebody else had made. */
export interface NotMeOutcome {
  voided: EventRow;
  /** The right person's; null where they are not named. */
  added: EventRow | null;
}

/** Takes punches from people who did not make them. */
export class NotMeService {
  constructor(
    private readonly dependencies: {
      corrections: CorrectionRepository;
      writer: CorrectionWriter;
      employees: EmployeeRepository;
      decisions: DecisionService;
      mistakes: MistakeService;
      clock: Clock;
    },
  ) {}

  /**
   * Takes a punch from somebody who did not make it, and gives it to the one who did where that is known. A kiosk may do
   * so shortly after, with what it recorded itself. What their face was taken for is not taken for it again. Throws BAD_USER_INPUT, NOT_FOUND, FORBIDDEN, BUSY, or ConflictError
   * where it is too late or taken back already.
   */
  async takeBack(request: NotMeRequest, by: { source: string; scope: Scope; isKiosk: boolean }): Promise<NotMeOutcome> {
    const { clock, corrections, employees, writer } = this.dependencies;
    const { eventId, rightEmployeeId } = request;
    const reason = parseInput(reasonInput, request.reason);
    const chain = await corrections.readPunch(eventId);
    const punch = chain[0];
    if (!punch || !includesEmployee(by.scope, punch.employee)) throw noSuch('event');
    if (by.isKiosk) refuseKiosk(punch, by.source, clock.now());
    if (rightEmployeeId === punch.employeeId) {
      throw new DomainError('BAD_USER_INPUT', 'rightEmployeeId: is who the punch belongs to already.');
    }
    const right = rightEmployeeId === null ? null : await employees.findIn(by.scope, rightEmployeeId);
    if (rightEmployeeId !== null && !right) throw noSuch('employee');
    const people = [punch.employee, ...(right ? [right] : [])];
    const [voided, added] = await writer.append(people, chain.flatMap(timesOf), null, () => {
      const correction = { source: by.source, reason, recordedAt: clock.now() };
      const entries = notMe(punch, rightEmployeeId, correction, [newId(), newId()]);
      return entries.map((entry) => ({ ...entry, kind: entry.kind ?? punch.kind }));
    });
    await this.noteMistake(punch, rightEmployeeId, by.source);
    return { voided: voided!, added: added ?? null };
  }

  private async noteMistake(punch: EventRow, rightId: string | null, source: string): Promise<void> {
    const { decisions, mistakes } = this.dependencies;
    const decision = punch.decisionId === null ? null : await decisions.find(EVERYBODY, punch.decisionId);
    if (decision) await mistakes.note({ eventId: punch.id, wrongId: punch.employeeId, rightId, source }, decision);
  }
}

function refuseKiosk(punch: EventRow, source: string, now: Date): void {
  if (punch.source !== source) {
    throw new DomainError('FORBIDDEN', 'A kiosk may take back only what it recorded itself.');
  }
  if (now.getTime() - punch.recordedAt.getTime() > KIOSK_TAKES_BACK_MINUTES * 60_000) {
    throw new ConflictError(
      'TOO_LATE',
      `A kiosk may take a record back for ${KIOSK_TAKES_BACK_MINUTES} minutes. Please ask your manager.`,
    );
  }
}

import type { Clock } from '../clock.js';
import { DomainError } from '../errors.js';
import { refuse, type Refusal, type RefusalReason } from '../refusal.js';
import type { Employee } from '../employees/employee.repository.js';
import type { Answer, AttendanceRepository, RecognitionDecision, Recorded } from './attendance.repository.js';
import type { PunchRequest } from './punch.rules.js';
import type { Recognized } from './recognize-employee.js';

const MAX_KEY_LENGTH = 200;

export interface KeyedRequest {
  request: PunchRequest;
  source: string;
  idempotencyKey: string | null;
}

type Match = Pick<Recognized, 'employee' | 'confidence' | 'distance'>;

export type AttendanceOutcome = ({ outcome: 'recorded'; match: Match | null } & Recorded) | Refusal;

/** Remembers the first answer to each idempotency key of each source, so that repeating a request is safe. */
export class AnswerBook {
  constructor(private readonly dependencies: { attendance: AttendanceRepository; clock: Clock }) {}

  /**
   * The first answer to this key; the day record in it is the present one. Null without a key or an answer. Throws
   * BAD_USER_INPUT for a key that is empty, too long, or was used for another kind of request.
   */
  async find({ request, source, idempotencyKey }: KeyedRequest): Promise<AttendanceOutcome | null> {
    if (idempotencyKey === null) return null;
    if (idempotencyKey === '' || idempotencyKey.length > MAX_KEY_LENGTH) {
      throw new DomainError('BAD_USER_INPUT', `idempotencyKey: must have 1 to ${MAX_KEY_LENGTH} characters.`);
    }
    const answer = await this.dependencies.attendance.findAnswer(source, idempotencyKey);
    if (!answer) return null;
    if (answer.request !== request) {
      throw new DomainError('BAD_USER_INPUT', 'idempotencyKey: was used for another kind of request. Use a new one.');
    }
    return this.read(answer);
  }

  /** Notes a refusal as the first answer; gives the answer of whoever was first. */
  async refuse(request: KeyedRequest, refusal: Refusal): Promise<AttendanceOutcome> {
    const answer = this.answerTo(request, {
      refusalReason: refusal.reason,
      refusalMessage: refusal.message,
      decisionId: refusal.decisionId ?? null,
    });
    if (!answer || (await this.dependencies.attendance.noteAnswer({ ...answer, attendanceId: null }))) return refusal;
    return (await this.find(request)) ?? refusal;
  }

  /** The row that remembers an answer; null without a key. */
  answerTo(
    { request, source, idempotencyKey }: KeyedRequest,
    given: { eventId: string } | { refusalReason: RefusalReason; refusalMessage: string; decisionId: string | null },
  ): Omit<Answer, 'attendanceId'> | null {
    if (idempotencyKey === null) return null;
    const blank = { eventId: null, refusalReason: null, refusalMessage: null, decisionId: null };
    return { source, idempotencyKey, request, createdAt: this.dependencies.clock.now(), ...blank, ...given };
  }

  private async read(answer: Answer): Promise<AttendanceOutcome> {
    const { attendance } = this.dependencies;
    if (answer.refusalReason) {
      const refusal = refuse(answer.refusalReason as RefusalReason, answer.refusalMessage ?? '');
      return answer.decisionId ? { ...refusal, decisionId: answer.decisionId } : refusal;
    }
    const event = await attendance.findEvent(answer.eventId!);
    if (!event) throw new Error(`an answer names an event that does not exist: ${answer.eventId}`);
    const { employee, decision } = event;
    return {
      outcome: 'recorded',
      event,
      attendance: await attendance.getAttendance(answer.attendanceId!, event),
      match: matchOf(employee, decision),
    };
  }
}

function matchOf(employee: Employee, decision: RecognitionDecision | null): Match | null {
  const { distance = null, confidence = null } = decision ?? {};
  return distance === null || confidence === null ? null : { employee, distance, confidence };
}

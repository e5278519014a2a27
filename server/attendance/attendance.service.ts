import type { Clock } from '../clock.js';
import type { Employee } from '../employees/employee.repository.js';
import { DomainError } from '../errors.js';
import type { Events } from '../events.js';
import { newId } from '../ids.js';
import type { LookAlikeService } from '../look-alikes/look-alike.service.js';
import { refuse, type Refusal } from '../refusal.js';
import { stampOf } from '../storage/attendance-photos.js';
import type { FaceImages } from '../storage/face-images.js';
import type { AnswerBook, AttendanceOutcome, KeyedRequest } from './answer-book.js';
import { refusalOf } from './attendance-words.js';
import type { AttendanceRepository, NewEvent } from './attendance.repository.js';
import { changedDays } from './changed-days.rules.js';
import { effectivePunches } from './correction.rules.js';
import { deferredTime, isPlausible, MAX_DEFERRED_DAYS, type Captured } from './deferred-punch.rules.js';
import type { AttendanceKind } from './event-log.rules.js';
import type { HistoryReader } from './history-reader.js';
import { decidePunch } from './punch.rules.js';
import type { PinCheck } from './pin-check.js';
import type { FaceRequest, Recognized, RecognizeEmployee } from './recognize-employee.js';
import { Turns } from './turns.js';

/** The face that a punch goes by: the photo as it is kept, and the decision about it (null at enrolment). */
export interface Evidence {
  jpeg: Buffer;
  decisionId: string | null;
}

/** What comes with a photo, where it does. */
export interface Given {
  pin?: string | null;
  /** Of a punch that was kept on the device while there was no connection. */
  captured?: Captured | null;
}

/** How often a punch is decided anew because another one of the same person came first. */
const MAX_RACES_LOST = 5;

/** Records who comes and goes. */
export class AttendanceService {
  private readonly turns = new Turns();

  constructor(
    private readonly dependencies: {
      attendance: AttendanceRepository;
      histories: HistoryReader;
      answers: AnswerBook;
      recognize: RecognizeEmployee;
      lookAlikes: LookAlikeService;
      pins: PinCheck;
      images: FaceImages;
      events: Events;
      clock: Clock;
    },
  ) {}

  now(): Date {
    return this.dependencies.clock.now();
  }

  /** Who is on the photo. No attendance is recorded, and nothing of the photo kept. */
  recognize(face: FaceRequest): Promise<Recognized | Refusal> {
    return this.dependencies.recognize(face);
  }

  /** Who is on the photo, by their PIN besides where a face alone does not say who it is. */
  async recognizeSurely(face: FaceRequest, pin: string | null): Promise<Recognized | Refusal> {
    const { recognize, lookAlikes, pins } = this.dependencies;
    const who = await recognize(face);
    if (who.outcome === 'refused' || !lookAlikes.has(who.employee.id)) return who;
    const wantsPin = await pins.refusalOf(who.employee, pin, face.source);
    return wantsPin ? { ...wantsPin, decisionId: who.decisionId } : who;
  }

  /**
   * Recognises, as recognizeSurely, and records in one step. A key that was answered before gives its first answer,
   * whatever the photo.
   */
  async punch(request: KeyedRequest, face: FaceRequest, given: Given = {}): Promise<AttendanceOutcome> {
    const { answers, clock } = this.dependencies;
    const { pin = null, captured = null } = given;
    const answered = await answers.find(request);
    if (answered) return answered;

    if (captured && !isPlausible(captured, clock.now())) return answers.refuse(request, implausible());
    const who = await this.recognizeSurely(face, pin);
    if (who.outcome === 'refused') return answers.refuse(request, who);

    const outcome = await this.record(request, who.employee, who, captured);
    if (outcome.outcome === 'refused') return answers.refuse(request, { ...outcome, decisionId: who.decisionId });
    return { ...outcome, match: outcome.match ?? who };
  }

  /** Records a punch of somebody who is known already. Throws BUSY when others keep being first. */
  record(
    request: KeyedRequest,
    employee: Employee,
    evidence: Evidence,
    captured: Captured | null = null,
  ): Promise<AttendanceOutcome> {
    return this.turns.take(employee.id, () => this.decideAndRecord(request, employee, evidence, captured));
  }

  private async decideAndRecord(
    request: KeyedRequest,
    employee: Employee,
    evidence: Evidence,
    captured: Captured | null,
  ): Promise<AttendanceOutcome> {
    const { answers, attendance, clock, events, histories, images } = this.dependencies;
    for (let lost = 0; lost <= MAX_RACES_LOST; lost++) {
      const now = clock.now();
      const at = captured ? deferredTime(captured, now) : now;
      const history = (await histories.read([employee], utcDate(at), utcDate(now))).get(employee.id)!;
      const { punches } = effectivePunches(history.log);
      const last = punches.findLast((punch) => punch.at <= at) ?? null;
      const following = punches.find((punch) => punch.at > at) ?? null;
      const verdict = decidePunch(history.rules, request.request, last, at, following);
      if (verdict.outcome === 'refuse') return refusalOf(verdict, employee.name, employee.site.timeZone);

      const event = {
        ...newFaceEvent(request, employee, evidence, verdict.kind, at),
        ...(captured && { ...captured, isDeferred: true }),
        recordedAt: now,
        ordinal: history.lastOrdinal + 1,
      };
      const change = changedDays(history, [event], now);
      if (!change) throw new Error('a punch that was accepted led to no day record');
      const answer = answers.answerTo(request, { eventId: event.id });
      const recorded = await images.keep(
        [{ id: event.id, employeeId: employee.id, jpeg: evidence.jpeg }],
        () => attendance.record(event, change, answer),
        () => event.photoPath,
      );
      if (recorded) {
        events.attendanceRecorded.raise();
        return { outcome: 'recorded', ...recorded, match: null };
      }
      const answered = await answers.find(request);
      if (answered) return answered;
    }
    throw new DomainError('BUSY', 'Several devices record the same person at this moment. Try again.');
  }
}

function newFaceEvent(
  request: KeyedRequest,
  employee: Employee,
  { decisionId }: Evidence,
  kind: AttendanceKind,
  at: Date,
): Omit<NewEvent, 'ordinal' | 'recordedAt'> & { photoPath: string } {
  const id = newId();
  const folder = kind === 'CHECK_IN' ? 'Attend' : 'Leave';
  return {
    id,
    employeeId: employee.id,
    kind,
    method: 'FACE',
    ...livePunch,
    source: request.source,
    photoPath: `Attendance Tracker/${folder}/${employee.imageId}/${stampOf(at)}Z_${id}.jpg`,
    decisionId,
  };
}

const utcDate = (instant: Date): string => instant.toISOString().slice(0, 10);

const implausible = () =>
  refuse(
    'IMPLAUSIBLE_TIME',
    `This was kept for more than ${MAX_DEFERRED_DAYS} days, or at a clock that is wrong. Please ask your manager to add it.`,
  );

/** A punch that was taken with a connection, and corrects nothing. */
export const livePunch = {
  action: 'PUNCH',
  capturedAt: null,
  clockOffsetMs: null,
  isDeferred: false,
  correctedTime: null,
  targetId: null,
  reason: null,
} as const;

import type { Caller } from '../caller.js';
import type { Clock } from '../clock.js';
import type { Employee } from '../employees/employee.repository.js';
import { DomainError } from '../errors.js';
import type { Events } from '../events.js';
import { newId } from '../ids.js';
import type { LookAlikeService } from '../look-alikes/look-alike.service.js';
import { refuse, type Refusal } from '../refusal.js';
import type { FaceImages } from '../storage/face-images.js';
import type { AnswerBook, AttendanceOutcome, KeyedRequest } from './answer-book.js';
import { refusalOf } from './attendance-words.js';
import type { AttendanceRepository } from './attendance.repository.js';
import { changedDays } from './changed-days.rules.js';
import { effectivePunches } from './correction.rules.js';
import { deferredTime, isPlausible, MAX_DEFERRED_DAYS, type Captured } from './deferred-punch.rules.js';
import type { HistoryReader } from './history-reader.js';
import type { Entered, IdentifyWithoutFace } from './identify-without-face.js';
import { newPunch, type Evidence, type PunchMethod } from './new-punch.js';
import { decidePunch } from './punch.rules.js';
import type { PinCheck } from './pin-check.js';
import type { RefusedPunchRepository } from './refused-punch.repository.js';
import type { FaceRequest, Recognized, RecognizeEmployee } from './recognize-employee.js';
import { Turns } from './turns.js';
import { refusalOfSite, wantsPinWithFace } from './without-face.rules.js';

/** What comes with a photo, where it does. */
export interface Given {
  pin?: string | null;
  /** Of a punch that was kept on the device while there was no connection. */
  captured?: Captured | null;
}

/** A punch before it is known who made it. */
interface Entry {
  request: KeyedRequest;
  method: PunchMethod;
  captured: Captured | null;
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
      identifyWithoutFace: IdentifyWithoutFace;
      refusedPunches: RefusedPunchRepository;
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

  /** Who is on the photo, by their PIN besides where a face alone does not say who it is, or does not do at the kiosk. */
  async recognizeSurely(face: FaceRequest, pin: string | null): Promise<Recognized | Refusal> {
    const { recognize, lookAlikes, pins } = this.dependencies;
    const who = await recognize(face);
    if (who.outcome === 'refused') return who;
    const { decisionId, employee } = who;
    const elsewhere = refusalOfSite(face.terms, employee);
    if (elsewhere) return { ...elsewhere, decisionId };

    const hasLookAlike = lookAlikes.has(employee.id);
    if (!hasLookAlike && !(face.terms && wantsPinWithFace(face.terms.identification))) return who;
    const why = hasLookAlike ? "your face is much like a colleague's, so a PIN is needed" : undefined;
    const wantsPin = await pins.refusalOf(employee, pin, face.source, why);
    return wantsPin ? { ...wantsPin, decisionId } : who;
  }

  /**
   * Recognises, as recognizeSurely, and records in one step. A key that was answered before gives its first answer,
   * whatever the photo.
   */
  async punch(request: KeyedRequest, face: FaceRequest, given: Given = {}): Promise<AttendanceOutcome> {
    const { pin = null, captured = null } = given;
    const entry = { request, method: 'FACE', captured } as const;
    const answered = await this.answerBefore(entry);
    if (answered) return answered;

    const who = await this.recognizeSurely(face, pin);
    if (who.outcome === 'refused') return this.refuse(entry, who);

    const outcome = await this.record(request, who.employee, who, captured);
    if (outcome.outcome === 'refused') {
      return this.refuse(entry, { ...outcome, decisionId: who.decisionId }, who.employee);
    }
    return { ...outcome, match: outcome.match ?? who };
  }

  /** Records somebody by what they enter instead of showing their face. A key gives its first answer again. */
  async punchWithoutFace(
    request: KeyedRequest,
    entered: Entered,
    caller: Caller,
    captured: Captured | null = null,
  ): Promise<AttendanceOutcome> {
    const entry = { request, method: entered.method, captured };
    const answered = await this.answerBefore(entry);
    if (answered) return answered;

    const who = await this.dependencies.identifyWithoutFace(entered, caller);
    if (who.outcome === 'refused') return this.refuse(entry, who);

    const outcome = await this.record(request, who.employee, entered.method, captured);
    return outcome.outcome === 'refused' ? this.refuse(entry, outcome, who.employee) : outcome;
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
      const history = await histories.readOne(employee, utcDate(at), utcDate(now));
      const { punches } = effectivePunches(history.log);
      const last = punches.findLast((punch) => punch.at <= at) ?? null;
      const following = punches.find((punch) => punch.at > at) ?? null;
      const verdict = decidePunch(history.rules, request.request, last, at, following);
      if (verdict.outcome === 'refuse') return refusalOf(verdict, employee.name, employee.site.timeZone);

      const { event, photo } = newPunch(request, employee, evidence, {
        kind: verdict.kind,
        at,
        captured,
        recordedAt: now,
        ordinal: history.lastOrdinal + 1,
      });
      const change = changedDays(history, [event], now);
      if (!change) throw new Error('a punch that was accepted led to no day record');
      const answer = answers.answerTo(request, { eventId: event.id });
      const write = () => attendance.record({ event, employee, change, answer });
      const recorded = photo ? await images.keep([photo], write, () => photo.path) : await write();
      if (recorded) {
        events.attendanceRecorded.raise();
        return { outcome: 'recorded', ...recorded, match: null };
      }
      const answered = await answers.find(request);
      if (answered) return answered;
    }
    throw new DomainError('BUSY', 'Several devices record the same person at this moment. Try again.');
  }

  /** What there is to say before looking at who it is: the first answer to the key, or that the time cannot be right. */
  private async answerBefore(entry: Entry): Promise<AttendanceOutcome | null> {
    const { answers, clock } = this.dependencies;
    const answered = await answers.find(entry.request);
    if (answered || !entry.captured || isPlausible(entry.captured, clock.now())) return answered;
    return this.refuse(entry, implausible());
  }

  /** Answers with a refusal, and keeps one that comes too late for somebody at the kiosk to read. */
  private async refuse(
    { request, method, captured }: Entry,
    refusal: Refusal,
    employee: Employee | null = null,
  ): Promise<AttendanceOutcome> {
    const { answers, refusedPunches, clock } = this.dependencies;
    if (captured) {
      const { reason, message } = refusal;
      const { source, request: wanted } = request;
      const said = { source, method, request: wanted, capturedAt: captured.capturedAt, reason, message };
      await refusedPunches.create({ id: newId(), ...said, employeeId: employee?.id ?? null, receivedAt: clock.now() });
    }
    return answers.refuse(request, refusal);
  }
}

const utcDate = (instant: Date): string => instant.toISOString().slice(0, 10);

const implausible = () =>
  refuse(
    'IMPLAUSIBLE_TIME',
    `This was kept for more than ${MAX_DEFERRED_DAYS} days, or at a clock that is wrong. Please ask your manager to add it.`,
  );

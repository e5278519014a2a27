import type { Clock } from '../clock.js';
import type { Employee } from '../employees/employee.repository.js';
import { DomainError } from '../errors.js';
import type { Events } from '../events.js';
import { newId } from '../ids.js';
import type { LookAlikeService } from '../look-alikes/look-alike.service.js';
import type { Refusal } from '../refusal.js';
import type { FaceImages } from '../storage/face-images.js';
import type { AnswerBook, AttendanceOutcome, KeyedRequest } from './answer-book.js';
import { refusalOf } from './attendance-words.js';
import type { AttendanceRepository } from './attendance.repository.js';
import { changedDays } from './changed-days.rules.js';
import { effectivePunches } from './correction.rules.js';
import { punchTime } from './event-log.rules.js';
import type { HistoryReader } from './history-reader.js';
import type { Entered, IdentifyWithoutFace } from './identify-without-face.js';
import { livePunch, newPunch, type Evidence, type PunchMethod } from './new-punch.js';
import { decidePunch } from './punch.rules.js';
import type { Caller } from '../caller.js';
import type { PinCheck } from './pin-check.js';
import type { RefusedPunchRepository } from './refused-punch.repository.js';
import type { FaceRequest, Recognized, RecognizeEmployee } from './recognize-employee.js';
import { refusalOfSite, wantsPinWithFace } from './without-face.rules.js';

/** How often a punch is decided anew because another one of the same person came first. */
const MAX_RACES_LOST = 5;

/** Records who comes and goes. */
export class AttendanceService {
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
  async punch(request: KeyedRequest, face: FaceRequest, pin: string | null = null): Promise<AttendanceOutcome> {
    const { answers } = this.dependencies;
    const answered = await answers.find(request);
    if (answered) return answered;

    const who = await this.recognizeSurely(face, pin);
    if (who.outcome === 'refused') return this.refuse(request, who, 'FACE');

    const outcome = await this.record(request, who.employee, who);
    if (outcome.outcome === 'refused') {
      return this.refuse(request, { ...outcome, decisionId: who.decisionId }, 'FACE', who.employee.id);
    }
    return { ...outcome, match: outcome.match ?? who };
  }

  /** Records somebody by what they enter instead of showing their face. A key gives its first answer again. */
  async punchWithoutFace(request: KeyedRequest, entered: Entered, caller: Caller): Promise<AttendanceOutcome> {
    const answered = await this.dependencies.answers.find(request);
    if (answered) return answered;

    const who = await this.dependencies.identifyWithoutFace(entered, caller);
    if (who.outcome === 'refused') return this.refuse(request, who, entered.method);

    const outcome = await this.record(request, who.employee, entered.method);
    return outcome.outcome === 'refused' ? this.refuse(request, outcome, entered.method, who.employee.id) : outcome;
  }

  /** Records a punch of somebody who is known already. Throws BUSY when others keep being first. */
  async record(request: KeyedRequest, employee: Employee, evidence: Evidence): Promise<AttendanceOutcome> {
    const { answers, attendance, clock, events, histories, images } = this.dependencies;
    for (let lost = 0; lost <= MAX_RACES_LOST; lost++) {
      const now = clock.now();
      const made = { recordedAt: now, ...(request.deferral ?? livePunch) };
      const time = punchTime(made);
      const date = time.toISOString().slice(0, 10);
      const history = (await histories.read([employee], date, date)).get(employee.id)!;
      const past = effectivePunches(history.log).punches.findLast(({ at }) => at <= time) ?? null;
      const verdict = decidePunch(history.rules, request.request, past, time);
      if (verdict.outcome === 'refuse') return refusalOf(verdict, employee.name, employee.site.timeZone);

      const ordinal = history.lastOrdinal + 1;
      const { event, photo } = newPunch(request, employee, evidence, { ...made, kind: verdict.kind, ordinal });
      const change = changedDays(history, [event], now);
      if (!change) throw new Error('a punch that was accepted led to no day record');
      const answer = answers.answerTo(request, { eventId: event.id });
      const write = () => attendance.record(event, change, answer);
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

  /** Answers with a refusal, and keeps one that nobody was there to read any more. */
  private async refuse(
    request: KeyedRequest,
    refusal: Refusal,
    method: PunchMethod,
    employeeId: string | null = null,
  ): Promise<AttendanceOutcome> {
    const { answers, refusedPunches, clock } = this.dependencies;
    const { source, deferral } = request;
    if (deferral) {
      const { reason, message } = refusal;
      const { capturedAt } = deferral;
      const refused = {
        id: newId(),
        source,
        method,
        request: request.request,
        reason,
        message,
        employeeId,
        capturedAt,
      };
      await refusedPunches.create({ ...refused, receivedAt: clock.now() });
    }
    return answers.refuse(request, refusal);
  }
}

import type { Clock } from '../clock.js';
import type { Employee } from '../employees/employee.repository.js';
import { DomainError } from '../errors.js';
import type { Events } from '../events.js';
import { newId } from '../ids.js';
import type { LookAlikeService } from '../look-alikes/look-alike.service.js';
import type { Refusal } from '../refusal.js';
import { stampOf } from '../storage/attendance-photos.js';
import type { FaceImages } from '../storage/face-images.js';
import type { AnswerBook, AttendanceOutcome, KeyedRequest } from './answer-book.js';
import { refusalOf } from './attendance-words.js';
import type { AttendanceRepository, NewEvent } from './attendance.repository.js';
import { decidePunch, deriveDays, type AttendanceKind, type AttendancePolicy } from './attendance.rules.js';
import type { PinCheck } from './pin-check.js';
import type { FaceRequest, Recognized, RecognizeEmployee } from './recognize-employee.js';

/** The face that a punch goes by: the photo as it is kept, and the decision about it (null at enrolment). */
export interface Evidence {
  jpeg: Buffer;
  decisionId: string | null;
}

/** How often a punch is decided anew because another one of the same person came first. */
const MAX_RACES_LOST = 5;

/** Records who comes and goes. */
export class AttendanceService {
  constructor(
    private readonly dependencies: {
      attendance: AttendanceRepository;
      answers: AnswerBook;
      recognize: RecognizeEmployee;
      lookAlikes: LookAlikeService;
      pins: PinCheck;
      images: FaceImages;
      events: Events;
      clock: Clock;
      policy: AttendancePolicy;
    },
  ) {}

  /** Who is on the photo. No attendance is recorded, and nothing of the photo kept. */
  recognize(face: FaceRequest): Promise<Recognized | Refusal> {
    return this.dependencies.recognize(face);
  }

  /**
   * Recognises and records in one step; asks for the PIN besides where a face alone does not say who it is. A key that
   * was answered before gives its first answer, whatever the photo.
   */
  async punch(request: KeyedRequest, face: FaceRequest, pin: string | null = null): Promise<AttendanceOutcome> {
    const { answers, recognize, lookAlikes, pins } = this.dependencies;
    const answered = await answers.find(request);
    if (answered) return answered;

    const who = await recognize(face);
    if (who.outcome === 'refused') return answers.refuse(request, who);
    const { decisionId, employee } = who;

    const wantsPin = lookAlikes.has(employee.id) && (await pins.refusalOf(employee, pin, face.source));
    if (wantsPin) return answers.refuse(request, { ...wantsPin, decisionId });

    const outcome = await this.record(request, employee, who);
    if (outcome.outcome === 'refused') return answers.refuse(request, { ...outcome, decisionId });
    return { ...outcome, match: outcome.match ?? who };
  }

  /** Records a punch of somebody who is known already. Throws BUSY when others keep being first. */
  async record(request: KeyedRequest, employee: Employee, evidence: Evidence): Promise<AttendanceOutcome> {
    const { answers, attendance, clock, events, images, policy } = this.dependencies;
    for (let lost = 0; lost <= MAX_RACES_LOST; lost++) {
      const now = clock.now();
      const past = await attendance.readEventsOf(employee.id, startOfWhatMatters(policy, now));
      const verdict = decidePunch(policy, request.request, past.events, now);
      if (verdict.outcome === 'refuse') return refusalOf(verdict, employee.name, policy);

      const event = newFaceEvent(request, employee, evidence, verdict.kind, now, past.lastOrdinal + 1);
      const day = deriveDays(policy, [...past.events, event]).at(-1);
      if (!day) throw new Error('a punch that was accepted led to no day record');
      const answer = answers.answerTo(request, { eventId: event.id });
      const recorded = await images.keep(
        [{ id: event.id, employeeId: employee.id, jpeg: evidence.jpeg }],
        () => attendance.record(event, day, newId(), answer),
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

/** Punches before this cannot belong to the working day of one made now. */
const startOfWhatMatters = (policy: AttendancePolicy, now: Date): Date =>
  new Date(now.getTime() - 2 * (policy.maxOpenMinutes * 60_000 + 86_400_000));

function newFaceEvent(
  request: KeyedRequest,
  employee: Employee,
  { decisionId }: Evidence,
  kind: AttendanceKind,
  recordedAt: Date,
  ordinal: number,
): NewEvent & { photoPath: string } {
  const id = newId();
  const folder = kind === 'CHECK_IN' ? 'Attend' : 'Leave';
  return {
    id,
    employeeId: employee.id,
    ordinal,
    kind,
    method: 'FACE',
    recordedAt,
    source: request.source,
    photoPath: `Attendance Tracker/${folder}/${employee.imageId}/${stampOf(recordedAt)}Z_${id}.jpg`,
    decisionId,
  };
}

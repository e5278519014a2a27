import { z } from 'zod';
import type { AttendanceRow } from '../attendance/attendance.repository.js';
import type { AttendanceService } from '../attendance/attendance.service.js';
import { employeeDetails } from '../employees/employee-details.js';
import type { Employee, EmployeeRepository } from '../employees/employee.repository.js';
import { newId } from '../ids.js';
import type { Logger } from '../logger.js';
import type { Describe, Described } from '../recognition/describe.js';
import { refuse, type Refusal } from '../refusal.js';
import { noSuch } from '../row-errors.js';
import type { Scope } from '../scope.js';
import { parseInput } from '../validate.js';
import type { ConsentMethod } from './consent-method.js';
import type { ConsentNoticeService } from './consent-notice.service.js';
import type { EnrolmentRepository, NewConsent } from './enrolment.repository.js';
import { hasFaceAlready, type FaceKeeper, type NewFace } from './face-keeper.js';

export const MAX_ENROLMENT_PHOTOS = 10;

/** Photos of a person and their agreement. */
export interface FaceGiven {
  consentGiven: boolean;
  /** The notice that they were shown; the newest in English where it is not said. */
  noticeId?: string | null | undefined;
  method: ConsentMethod;
  photos: Buffer[];
  /** Who asks, as in Caller. */
  source: string;
  scope: Scope;
}

export interface RegisterRequest extends FaceGiven {
  details: { name: string; position: string; department: string };
  /** The first site where it is not said. */
  siteId?: string | null | undefined;
  checkIn: boolean;
}

export type RegisterOutcome = { outcome: 'registered'; employee: Employee; attendance: AttendanceRow | null } | Refusal;

const photoCount = z.object({
  photos: z
    .array(z.unknown())
    .min(1, 'send at least one photo; two are better')
    .max(MAX_ENROLMENT_PHOTOS, `send at most ${MAX_ENROLMENT_PHOTOS} photos`),
});

/** Takes people into the gallery. */
export class EnrolmentService {
  constructor(
    private readonly dependencies: {
      attendance: AttendanceService;
      describe: Describe;
      enrolments: Pick<EnrolmentRepository, 'hasFace'>;
      employees: Pick<EmployeeRepository, 'findIn'>;
      notices: Pick<ConsentNoticeService, 'get'>;
      keeper: FaceKeeper;
      logger: Logger;
    },
  ) {}

  /**
   * Registers a person who agreed, so that they are recognised from the next photo on. The first photo is kept as Train
   * sample, the second as Test sample, further ones as Train. Refuses without consent, photos without exactly one usable
   * face, photos of different people, and faces that are enrolled already; then nothing is kept. Throws BAD_USER_INPUT for
   * details that are off, NOT_FOUND for a site that is not there, FORBIDDEN for a department that is not in the scope.
   */
  async register(request: RegisterRequest): Promise<RegisterOutcome> {
    const { attendance, keeper, logger } = this.dependencies;
    if (!request.consentGiven) return withoutConsent();
    const details = parseInput(employeeDetails, request.details);
    const faces = await this.describeAll(request);
    if ('outcome' in faces) return faces;
    const consent = await this.consentOf(request);
    const { scope, siteId = null } = request;
    const kept = await keeper.enrol({ id: newId(), details, scope, siteId, number: null }, samplesOf(faces), consent);
    if (kept.outcome === 'refused') return kept;
    const enrolled = { outcome: 'registered', employee: kept.employee, attendance: null } as const;
    if (!request.checkIn) return enrolled;

    const punch = { request: 'CHECK_IN', source: request.source, idempotencyKey: null } as const;
    const evidence = { jpeg: faces[0]!.jpeg, decisionId: null };
    try {
      const checkedIn = await attendance.record(punch, enrolled.employee, evidence);
      return checkedIn.outcome === 'recorded' ? { ...enrolled, attendance: checkedIn.attendance } : enrolled;
    } catch (err) {
      // The person is enrolled all the same; the answer shows that they are not checked in.
      logger.error({ err }, 'a person was enrolled but could not be checked in');
      return enrolled;
    }
  }

  /**
   * Gives somebody who is here without a face one, so that they are recognised from the next photo on. Refuses as
   * `register` does, and who has a face already. Throws BAD_USER_INPUT, or NOT_FOUND outside the scope.
   */
  async enrolFace(employeeId: string, request: FaceGiven): Promise<RegisterOutcome> {
    const { employees, enrolments, keeper } = this.dependencies;
    if (!request.consentGiven) return withoutConsent();
    if (!(await employees.findIn(request.scope, employeeId))) throw noSuch('employee');
    if (await enrolments.hasFace(employeeId)) return hasFaceAlready;
    const faces = await this.describeAll(request);
    if ('outcome' in faces) return faces;
    const consent = await this.consentOf(request);
    const kept = await keeper.enrolFace(request.scope, employeeId, samplesOf(faces), consent);
    return kept.outcome === 'refused' ? kept : { outcome: 'registered', employee: kept.employee, attendance: null };
  }

  private async describeAll(request: FaceGiven): Promise<Described[] | Refusal> {
    parseInput(photoCount, request);
    const faces: Described[] = [];
    for (const [index, photo] of request.photos.entries()) {
      const face = await this.dependencies.describe(photo);
      if (face.outcome === 'refused') return aboutPhoto(index, request.photos.length, face);
      faces.push(face);
    }
    return faces;
  }

  private async consentOf({ noticeId = null, method, source }: FaceGiven): Promise<NewConsent> {
    const notice = await this.dependencies.notices.get(noticeId);
    const shown = { noticeId: notice.id, noticeVersion: String(notice.version), language: notice.language };
    return { ...shown, method, recordedBy: source };
  }
}

const withoutConsent = (): Refusal =>
  refuse('CONSENT_REQUIRED', 'To register a face, the person must read the notice and agree to it. Nothing was kept.');

const samplesOf = (faces: readonly Described[]): NewFace[] =>
  faces.map((face, index) => ({ sampleId: newId(), use: index === 1 ? 'TEST' : 'TRAIN', face }));

function aboutPhoto(index: number, count: number, refusal: Refusal): Refusal {
  return count === 1 ? refusal : { ...refusal, message: `Photo ${index + 1}: ${refusal.message}` };
}

import { z } from 'zod';
import type { AttendanceRow } from '../attendance/attendance.repository.js';
import type { AttendanceService } from '../attendance/attendance.service.js';
import { employeeDetails } from '../employees/employee-details.js';
import type { Employee } from '../employees/employee.repository.js';
import { newId } from '../ids.js';
import type { Logger } from '../logger.js';
import type { Describe, Described } from '../recognition/describe.js';
import { refuse, type Refusal } from '../refusal.js';
import type { Scope } from '../scope.js';
import { parseInput } from '../validate.js';
import { CONSENT_NOTICE_VERSION } from './consent-notice.js';
import type { FaceKeeper } from './face-keeper.js';

export const MAX_ENROLMENT_PHOTOS = 10;

export interface RegisterRequest {
  details: { name: string; position: string; department: string };
  /** The first site where it is not said. */
  siteId?: string | null | undefined;
  consentGiven: boolean;
  photos: Buffer[];
  checkIn: boolean;
  /** Who asks, as in Caller. */
  source: string;
  scope: Scope;
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
    if (!request.consentGiven) {
      return refuse(
        'CONSENT_REQUIRED',
        'To register a face, the person must read the notice and agree to it. Nothing was kept.',
      );
    }
    const details = parseInput(employeeDetails, request.details);
    parseInput(photoCount, request);

    const faces: Described[] = [];
    for (const [index, photo] of request.photos.entries()) {
      const face = await this.dependencies.describe(photo);
      if (face.outcome === 'refused') return aboutPhoto(index, request.photos.length, face);
      faces.push(face);
    }
    const kept = await this.dependencies.keeper.enrol(
      { id: newId(), details, scope: request.scope, siteId: request.siteId ?? null, number: null },
      faces.map((face, index) => ({ sampleId: newId(), use: index === 1 ? 'TEST' : 'TRAIN', face })),
      { noticeVersion: CONSENT_NOTICE_VERSION, recordedBy: request.source },
    );
    if (kept.outcome === 'refused') return kept;
    const enrolled = { outcome: 'registered', employee: kept.employee, attendance: null } as const;
    if (!request.checkIn) return enrolled;

    const punch = { request: 'CHECK_IN', source: request.source, idempotencyKey: null } as const;
    const evidence = { jpeg: faces[0]!.jpeg, decisionId: null };
    try {
      const checkedIn = await this.dependencies.attendance.record(punch, enrolled.employee, evidence);
      return checkedIn.outcome === 'recorded' ? { ...enrolled, attendance: checkedIn.attendance } : enrolled;
    } catch (err) {
      // The person is enrolled all the same; the answer shows that they are not checked in.
      this.dependencies.logger.error({ err }, 'a person was enrolled but could not be checked in');
      return enrolled;
    }
  }
}

function aboutPhoto(index: number, count: number, refusal: Refusal): Refusal {
  return count === 1 ? refusal : { ...refusal, message: `Photo ${index + 1}: ${refusal.message}` };
}

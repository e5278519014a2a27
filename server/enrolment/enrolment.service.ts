import { z } from 'zod';
import type { AttendanceRow } from '../attendance/attendance.repository.js';
import type { AttendanceService } from '../attendance/attendance.service.js';
import type { Clock } from '../clock.js';
import { employeeDetails } from '../employees/employee-details.js';
import type { Employee, EmployeeRepository } from '../employees/employee.repository.js';
import { newId } from '../ids.js';
import type { Logger } from '../logger.js';
import type { Candidate, Gallery } from '../recognition/gallery.js';
import type { LookAlikeService } from '../look-alikes/look-alike.service.js';
import type { Describe, Described } from '../recognition/describe.js';
import type { Policy } from '../recognition/policy-keeper.js';
import { refuse, type Refusal } from '../refusal.js';
import { includesEmployee, type Scope } from '../scope.js';
import type { ConsentMethod } from './consent-method.js';
import type { FaceImages } from '../storage/face-images.js';
import type { PersonKeys } from '../storage/person-keys.js';
import { noSuch } from '../row-errors.js';
import { parseInput } from '../validate.js';
import type { ConsentNoticeService } from './consent-notice.service.js';
import { samplePath, type EnrolmentRepository, type FaceEnrolment } from './enrolment.repository.js';
import { sealTemplate } from './sealed-template.js';
import { showOnePerson } from './same-person.js';

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
  /** Enrolments look for look-alikes and then add a face: one at a time, so that nobody is enrolled twice at once. */
  private queue: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly dependencies: {
      enrolments: EnrolmentRepository;
      employees: EmployeeRepository;
      attendance: AttendanceService;
      describe: Describe;
      gallery: Gallery;
      policy: { current(): Promise<Policy> };
      lookAlikes: LookAlikeService;
      images: FaceImages;
      keys: PersonKeys;
      notices: Pick<ConsentNoticeService, 'get'>;
      clock: Clock;
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
    const { attendance, enrolments, logger } = this.dependencies;
    if (!request.consentGiven) return withoutConsent();
    const details = parseInput(employeeDetails, request.details);
    const faces = await this.describeAll(request);
    if ('outcome' in faces) return faces;
    const { siteId = null } = request;
    const enrolled = await this.oneAtATime(() =>
      this.enrol(newId(), faces, request, (face) =>
        enrolments.enrol({ ...face, details, siteId, scope: request.scope }),
      ),
    );
    if (enrolled.outcome === 'refused' || !request.checkIn) return enrolled;

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
    const { employees, enrolments } = this.dependencies;
    if (!request.consentGiven) return withoutConsent();
    if (!(await employees.findIn(request.scope, employeeId))) throw noSuch('employee');
    if (await enrolments.hasFace(employeeId)) return hasFaceAlready;
    const faces = await this.describeAll(request);
    if ('outcome' in faces) return faces;
    return this.oneAtATime(() =>
      this.enrol(employeeId, faces, request, (face) => enrolments.enrolFace(request.scope, face)),
    );
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

  private async enrol(
    employeeId: string,
    faces: Described[],
    { noticeId = null, method, source, scope }: FaceGiven,
    commit: (face: FaceEnrolment) => Promise<Employee | null>,
  ): Promise<RegisterOutcome> {
    const { gallery, images, keys, lookAlikes, notices, clock, policy } = this.dependencies;
    const notice = await notices.get(noticeId);
    const similar = await this.findSimilar(faces);
    const { fused: rule } = (await policy.current()).match;
    const known = similar.find(({ fused }) => fused < rule.threshold);
    if (known) return this.alreadyEnrolled(scope, known);
    if (!showOnePerson(faces, rule)) {
      return refuse(
        'POOR_PHOTO',
        'The photos do not seem to show the same person. Take them again, one after the other.',
      );
    }

    const { key, row } = keys.make(employeeId);
    const samples = faces.map((face, index) => {
      const sampleId = newId();
      const seal = (template: Float32Array, modelId: string) => ({
        id: newId(),
        modelId,
        sealed: sealTemplate(key.key, template, { employeeId, sampleId, modelId }),
      });
      const templates = [seal(face.template, face.modelId), seal(face.second, face.secondModelId)];
      return { id: sampleId, use: index === 1 ? ('TEST' as const) : ('TRAIN' as const), templates };
    });
    const shown = { noticeId: notice.id, noticeVersion: String(notice.version), language: notice.language };
    const consent = { id: newId(), ...shown, method, recordedBy: source };
    const employee = await images.keep(
      samples.map(({ id }, index) => ({ id, employeeId, jpeg: faces[index]!.jpeg, key })),
      () => commit({ employeeId, consent, key: row, samples, at: clock.now() }),
      ({ imageId }, sampleId) =>
        samplePath(
          imageId,
          samples.find((sample) => sample.id === sampleId)!,
        ),
    );
    if (!employee) return hasFaceAlready;
    gallery.add(employeeId, faces);
    await lookAlikes.note(employeeId, similar);
    return { outcome: 'registered', employee, attendance: null };
  }

  /** People who look like the one on these photos so much that a punch could be taken for theirs, each once. */
  private async findSimilar(faces: readonly Described[]): Promise<(Candidate & { fused: number })[]> {
    const { gallery, policy } = this.dependencies;
    const { candidates, fused: rule } = (await policy.current()).match;
    const similar = new Map<string, Candidate & { fused: number }>();
    for (const { template, second } of faces) {
      const nearest = await gallery.nearest(template, candidates);
      const ids = nearest.map(({ employeeId }) => employeeId);
      for (const { employeeId, distance: fused } of await gallery.fuse(ids, template, second, rule.weight)) {
        if (fused >= rule.threshold + rule.margin || fused >= (similar.get(employeeId)?.fused ?? Infinity)) continue;
        similar.set(employeeId, { ...nearest.find((other) => other.employeeId === employeeId)!, fused });
      }
    }
    return [...similar.values()];
  }

  private async alreadyEnrolled(scope: Scope, { employeeId }: Candidate): Promise<Refusal> {
    const known = await this.dependencies.employees.find(employeeId);
    if (!known || !includesEmployee(scope, known))
      return refuse('ALREADY_ENROLLED', 'This face is registered already.');
    return refuse('ALREADY_ENROLLED', `This face is registered already, as ${known.name} (number ${known.number}).`);
  }

  private oneAtATime<T>(work: () => Promise<T>): Promise<T> {
    const result = this.queue.then(work);
    this.queue = result.catch(() => undefined);
    return result;
  }
}

const withoutConsent = (): Refusal =>
  refuse('CONSENT_REQUIRED', 'To register a face, the person must read the notice and agree to it. Nothing was kept.');

const hasFaceAlready = refuse(
  'ALREADY_ENROLLED',
  'This person has a face here already. Erase it first, then enrol a new one.',
);

function aboutPhoto(index: number, count: number, refusal: Refusal): Refusal {
  return count === 1 ? refusal : { ...refusal, message: `Photo ${index + 1}: ${refusal.message}` };
}

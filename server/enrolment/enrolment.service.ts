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
import type { FaceImages } from '../storage/face-images.js';
import { parseInput } from '../validate.js';
import { CONSENT_NOTICE_VERSION } from './consent-notice.js';
import { samplePath, type EnrolmentRepository } from './enrolment.repository.js';
import { sealTemplate } from './sealed-template.js';
import { showOnePerson } from './same-person.js';

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
      templateKey: Buffer;
      clock: Clock;
      logger: Logger;
    },
  ) {}

  /**
   * Registers a person who agreed, so that they are recognised from the next photo on. The first photo is kept as Train
   * sample, the second as Test sample, further ones as Train. Refuses without consent, photos without exactly one usable
   * face, photos of different people, and faces that are enrolled already; then nothing is kept. Throws BAD_USER_INPUT for
   * details that are off, NOT_FOUND for a site that is not there.
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
    const enrolled = await this.oneAtATime(() => this.enrol(details, faces, request));
    if (enrolled.outcome === 'refused' || !request.checkIn) return enrolled;

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

  private async enrol(
    details: RegisterRequest['details'],
    faces: Described[],
    { siteId = null, source }: RegisterRequest,
  ): Promise<RegisterOutcome> {
    const { enrolments, gallery, images, lookAlikes, templateKey, clock, policy } = this.dependencies;
    const similar = await this.findSimilar(faces);
    const { fused: rule } = (await policy.current()).match;
    const known = similar.find(({ fused }) => fused < rule.threshold);
    if (known) return this.alreadyEnrolled(known);
    if (!showOnePerson(faces, rule)) {
      return refuse(
        'POOR_PHOTO',
        'The photos do not seem to show the same person. Take them again, one after the other.',
      );
    }

    const id = newId();
    const samples = faces.map((face, index) => {
      const sampleId = newId();
      const seal = (template: Float32Array, modelId: string) => ({
        id: newId(),
        modelId,
        sealed: sealTemplate(templateKey, template, { employeeId: id, sampleId, modelId }),
      });
      const templates = [seal(face.template, face.modelId), seal(face.second, face.secondModelId)];
      return { id: sampleId, use: index === 1 ? ('TEST' as const) : ('TRAIN' as const), templates };
    });
    const consent = { id: newId(), noticeVersion: CONSENT_NOTICE_VERSION, recordedBy: source };
    const employee = await images.keep(
      samples.map((sample, index) => ({ id: sample.id, jpeg: faces[index]!.jpeg })),
      () => enrolments.enrol({ id, details, siteId, consent, samples, at: clock.now() }),
      ({ imageId }, sampleId) =>
        samplePath(
          imageId,
          samples.find((sample) => sample.id === sampleId)!,
        ),
    );
    if (!employee) throw new Error('an enrolment was not committed');
    gallery.add(id, faces);
    await lookAlikes.note(id, similar);
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

  private async alreadyEnrolled({ employeeId }: Candidate): Promise<Refusal> {
    const known = await this.dependencies.employees.find(employeeId);
    if (!known) return refuse('ALREADY_ENROLLED', 'This face is registered already.');
    return refuse('ALREADY_ENROLLED', `This face is registered already, as ${known.name} (number ${known.number}).`);
  }

  private oneAtATime<T>(work: () => Promise<T>): Promise<T> {
    const result = this.queue.then(work);
    this.queue = result.catch(() => undefined);
    return result;
  }
}

function aboutPhoto(index: number, count: number, refusal: Refusal): Refusal {
  return count === 1 ? refusal : { ...refusal, message: `Photo ${index + 1}: ${refusal.message}` };
}

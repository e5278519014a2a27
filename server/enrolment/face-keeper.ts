import type { Clock } from '../clock.js';
import type { EmployeeDetails } from '../employees/employee-details.js';
import type { Employee, EmployeeRepository } from '../employees/employee.repository.js';
import { inTurn } from '../in-turn.js';
import { newId } from '../ids.js';
import type { LookAlikeService } from '../look-alikes/look-alike.service.js';
import type { Described } from '../recognition/describe.js';
import type { Candidate, Gallery } from '../recognition/gallery.js';
import type { Policy } from '../recognition/policy-keeper.js';
import { refuse, type Refusal } from '../refusal.js';
import { includesEmployee, type Scope } from '../scope.js';
import type { FaceImages } from '../storage/face-images.js';
import type { PersonKey, PersonKeys } from '../storage/person-keys.js';
import {
  samplePath,
  type EnrolmentRepository,
  type NewConsent,
  type NewFaces,
  type NewSample,
} from './enrolment.repository.js';
import { sortByPerson } from './same-person.js';
import { sealTemplate } from './sealed-template.js';

/** A face that is to be kept as a sample. */
export interface NewFace {
  sampleId: string;
  use: NewSample['use'];
  face: Described;
}

/** Somebody who is not there yet. */
export interface Newcomer {
  id: string;
  details: EmployeeDetails;
  /** Of whoever enrols them: which departments may be named, and who may be named to them. */
  scope: Scope;
  /** Null for the first site. */
  siteId: string | null;
  /** The number that they would like; the next free one where it is null or taken. */
  number: number | null;
}

export type Kept = { outcome: 'kept'; employee: Employee } | Refusal;

export const hasFaceAlready = refuse(
  'ALREADY_ENROLLED',
  'This person has a face here already. Erase it first, then enrol a new one.',
);

/** Only the person can agree anew, by being enrolled. */
export const hasTakenBack = refuse(
  'CONSENT_REQUIRED',
  'This person took their agreement back, or their face was erased. They are enrolled again only when they agree again.',
);

/** Keeps faces of people who agreed: rows, photographs and gallery together, one person at a time. */
export class FaceKeeper {
  /** Whoever comes is compared with all and then added: one at a time, so that nobody is enrolled twice at once. */
  private readonly take = inTurn();

  constructor(
    private readonly dependencies: {
      enrolments: EnrolmentRepository;
      employees: EmployeeRepository;
      gallery: Gallery;
      /** Brings the gallery up to what was committed, and tells other servers. */
      facesChanged: () => Promise<void>;
      policy: { current(): Promise<Policy> };
      lookAlikes: LookAlikeService;
      images: FaceImages;
      keys: Pick<PersonKeys, 'find' | 'make'>;
      clock: Clock;
    },
  ) {}

  /**
   * Adds a person with their faces. Refuses faces that do not seem to be of one person, and one that is enrolled already;
   * then nothing is kept. Throws NOT_FOUND for a site that is not there.
   */
  enrol({ id, ...newcomer }: Newcomer, faces: readonly NewFace[], consent: NewConsent): Promise<Kept> {
    const { enrolments } = this.dependencies;
    return this.keep(id, newcomer.scope, faces, consent, (kept) => enrolments.enrol({ id, ...newcomer, ...kept }));
  }

  /**
   * Gives a person who is there a face. Refuses what `enrol` refuses, and whoever has one already. Throws NOT_FOUND outside
   * the scope.
   */
  enrolFace(scope: Scope, id: string, faces: readonly NewFace[], consent: NewConsent): Promise<Kept> {
    const { enrolments } = this.dependencies;
    return this.keep(id, scope, faces, consent, async (kept) => {
      return (await enrolments.enrolFace(scope, id, kept)) ?? hasFaceAlready;
    });
  }

  /**
   * Adds faces to a person who is there. Refuses what `enrol` refuses, faces that are not like those they have, and whoever
   * took their agreement back. Without a consent the one that holds covers them.
   */
  addFaces(scope: Scope, employee: Employee, faces: readonly NewFace[], consent: NewConsent | null): Promise<Kept> {
    const { enrolments } = this.dependencies;
    return this.keep(employee.id, scope, faces, consent, async (kept) => {
      return (await enrolments.addSamples(employee, kept)) ? employee : hasTakenBack;
    });
  }

  /** The faces that are of one person, of this one where they have any, and those that are not. */
  async sortOut(employeeId: string, faces: readonly NewFace[]): Promise<{ same: NewFace[]; others: NewFace[] }> {
    const { gallery, policy } = this.dependencies;
    const { fused: rule } = (await policy.current()).match;
    const compared = await Promise.all(
      faces.map(async (face) => {
        const { template, second } = face.face;
        const [own] = await gallery.fuse([employeeId], template, second, rule.weight);
        return { face, template, second, isTheirs: own ? own.distance < rule.threshold : null };
      }),
    );
    const { same, others } = sortByPerson(compared, rule, ({ isTheirs }) => isTheirs);
    return { same: same.map(({ face }) => face), others: others.map(({ face }) => face) };
  }

  private keep(
    id: string,
    scope: Scope,
    faces: readonly NewFace[],
    consent: NewConsent | null,
    commit: (kept: NewFaces) => Promise<Employee | Refusal>,
  ): Promise<Kept> {
    return this.take(async () => {
      const { clock, facesChanged, images, keys, lookAlikes, policy } = this.dependencies;
      const described = faces.map(({ face }) => face);
      const { fused: rule } = (await policy.current()).match;
      const similar = (await this.findSimilar(described)).filter(({ employeeId }) => employeeId !== id);
      const known = similar.find(({ fused }) => fused < rule.threshold);
      if (known) return this.alreadyEnrolled(scope, known);
      if ((await this.sortOut(id, faces)).others.length > 0) {
        return refuse(
          'POOR_PHOTO',
          'The photos do not seem to show the same person. Take them again, one after the other.',
        );
      }
      const there = await keys.find(id);
      const { key, row } = there ? { key: there, row: null } : keys.make(id);
      const samples = faces.map((face) => sampleOf(key, id, face));
      const kept = {
        consent: consent && { id: newId(), ...consent },
        keyId: key.id,
        key: row,
        samples,
        at: clock.now(),
      };
      let refused: Refusal | null = null;
      const employee = await images.keep(
        faces.map(({ sampleId, face }) => ({ id: sampleId, employeeId: id, jpeg: face.jpeg, key })),
        async () => {
          const committed = await commit(kept);
          if (!('outcome' in committed)) return committed;
          refused = committed;
          return null;
        },
        ({ imageId }, sampleId) =>
          samplePath(
            imageId,
            samples.find((sample) => sample.id === sampleId)!,
          ),
      );
      if (refused) return refused;
      if (!employee) throw new Error('an enrolment was not committed');
      await facesChanged();
      await lookAlikes.note(id, similar);
      return { outcome: 'kept', employee };
    });
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
    if (!known || !includesEmployee(scope, known)) {
      return refuse('ALREADY_ENROLLED', 'This face is registered already.');
    }
    return refuse('ALREADY_ENROLLED', `This face is registered already, as ${known.name} (number ${known.number}).`);
  }
}

function sampleOf({ key }: PersonKey, employeeId: string, { sampleId, use, face }: NewFace): NewSample {
  const seal = (template: Float32Array, modelId: string) => ({
    id: newId(),
    modelId,
    sealed: sealTemplate(key, template, { employeeId, sampleId, modelId }),
  });
  return { id: sampleId, use, templates: [seal(face.template, face.modelId), seal(face.second, face.secondModelId)] };
}

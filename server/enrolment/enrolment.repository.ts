import type { Database, Transaction } from '../database/database.js';
import type { Consent, FaceSample, FaceTemplate } from '../database/generated/client.js';
import type { EmployeeDetails } from '../employees/employee-details.js';
import {
  createEmployee,
  employeeRelations,
  refuseMissingEmployee,
  type Employee,
} from '../employees/employee.repository.js';
import type { Scope } from '../scope.js';
import type { PersonKeyRow } from '../storage/person-key.repository.js';

export type NewSample = Pick<FaceSample, 'id' | 'use'> & {
  templates: (Pick<FaceTemplate, 'id' | 'modelId'> & { sealed: Uint8Array })[];
};

export type NewConsent = Pick<Consent, 'noticeId' | 'noticeVersion' | 'language' | 'method' | 'recordedBy'>;

/** What is kept of somebody's face, with the agreement to it. */
export interface NewFaces {
  /** Null where the agreement that holds covers them. */
  consent: (NewConsent & { id: string }) | null;
  /** The key that sealed the templates. */
  keyId: string;
  /** Its row; null where it is there already. */
  key: PersonKeyRow | null;
  samples: NewSample[];
  at: Date;
}

export interface Enrolment extends NewFaces {
  id: string;
  details: EmployeeDetails;
  /** Null for the first site. */
  siteId: string | null;
  /** The next free one where it is null or taken. */
  number: number | null;
  /** Whose departments may be named. */
  scope: Scope;
}

export class EnrolmentRepository {
  constructor(private readonly database: Database) {}

  /** Adds a person with consent, samples and templates, all or nothing. Throws NOT_FOUND where there is no such site. */
  enrol({ id, details, siteId, number, scope, ...faces }: Enrolment): Promise<Employee> {
    return this.database.write(async (transaction) => {
      const employee = await createEmployee(transaction, { id, details, siteId, number, scope, at: faces.at });
      await addFaces(transaction, employee, faces);
      return employee;
    });
  }

  /** Gives a person who is there a face. Throws NOT_FOUND outside the scope; null where they have one, or their key is gone. */
  enrolFace(scope: Scope, id: string, faces: NewFaces): Promise<Employee | null> {
    return this.database.write(async (transaction) => {
      await refuseMissingEmployee(transaction, scope, id);
      const employee = await transaction.employee.findUniqueOrThrow({ where: { id }, include: employeeRelations });
      if (await transaction.faceTemplate.findFirst({ where: { employeeId: id } })) return null;
      return (await addFaces(transaction, employee, faces)) ? employee : null;
    });
  }

  /**
   * Adds samples and templates to a person who is there, with the consent to them, all or nothing. False, and nothing, where
   * the person took their agreement back, none holds and none comes with them, or their key is gone.
   */
  addSamples(employee: Employee, faces: NewFaces): Promise<boolean> {
    return this.database.write(async (transaction) => {
      if ((await transaction.employee.count({ where: tookBack(employee.id) })) > 0) return false;
      const holds = { employeeId: employee.id, withdrawnAt: null };
      if (!faces.consent && (await transaction.consent.count({ where: holds })) === 0) return false;
      return addFaces(transaction, employee, faces);
    });
  }

  async hasFace(employeeId: string): Promise<boolean> {
    return (await this.database.read.faceTemplate.findFirst({ where: { employeeId }, select: { id: true } })) !== null;
  }

  /** Whether somebody's agreement was taken back or their face erased, without an agreement since. */
  async hasTakenBack(employeeId: string): Promise<boolean> {
    return (await this.database.read.employee.count({ where: tookBack(employeeId) })) > 0;
  }

  /** The ids of somebody's samples. */
  async listSampleIds(employeeId: string): Promise<string[]> {
    const samples = await this.database.read.faceSample.findMany({ where: { employeeId }, select: { id: true } });
    return samples.map(({ id }) => id);
  }

  async findSamplePath(id: string): Promise<string | null> {
    const sample = await this.database.read.faceSample.findUnique({ where: { id }, select: { path: true } });
    return sample?.path ?? null;
  }
}

/** False, and nothing is added, where the key that sealed them is gone. */
async function addFaces(
  transaction: Transaction,
  { id: employeeId, imageId }: Employee,
  { consent, keyId, key, samples, at }: NewFaces,
): Promise<boolean> {
  if (key) await transaction.personKey.create({ data: key });
  else if (!(await transaction.personKey.findUnique({ where: { id: keyId } }))) return false;
  if (consent) await transaction.consent.create({ data: { ...consent, employeeId, givenAt: at } });
  await transaction.faceSample.createMany({
    data: samples.map((sample) => ({
      id: sample.id,
      employeeId,
      use: sample.use,
      path: samplePath(imageId, sample),
      createdAt: at,
    })),
  });
  await transaction.faceTemplate.createMany({
    data: samples.flatMap(({ id: sampleId, templates }) =>
      templates.map(({ id, modelId, sealed }) => ({
        id,
        sampleId,
        employeeId,
        modelId,
        keyId,
        sealed: new Uint8Array(sealed),
        createdAt: at,
      })),
    ),
  });
  return true;
}

const tookBack = (id: string) => ({
  id,
  consents: { none: { withdrawnAt: null } },
  OR: [{ consents: { some: {} } }, { erasures: { some: {} } }],
});

/** Where a sample's photo belongs, relative to the face images folder. */
export const samplePath = (imageId: string, sample: Pick<NewSample, 'id' | 'use'>): string =>
  `${sample.use === 'TRAIN' ? 'Train' : 'Test'}/${imageId}/${sample.id}.jpg`;

import type { Database, Transaction } from '../database/database.js';
import type { Consent, FaceSample, FaceTemplate } from '../database/generated/client.js';
import type { EmployeeDetails } from '../employees/employee-details.js';
import { createEmployee, type Employee } from '../employees/employee.repository.js';

export type NewSample = Pick<FaceSample, 'id' | 'use'> & {
  templates: (Pick<FaceTemplate, 'id' | 'modelId'> & { sealed: Uint8Array })[];
};

export type NewConsent = Pick<Consent, 'noticeVersion' | 'recordedBy'>;

/** What is kept of faces: samples and the consent to them. */
interface NewFaces {
  consent: NewConsent & { id: string };
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
}

/** One sample's sealed templates, by the model that was asked for and, where there is one, by the second. */
export interface StoredTemplates {
  sampleId: string;
  employeeId: string;
  sealed: Uint8Array;
  secondSealed: Uint8Array | null;
}

export class EnrolmentRepository {
  constructor(private readonly database: Database) {}

  /** Adds a person with consent, samples and templates, all or nothing. Throws NOT_FOUND where there is no such site. */
  enrol({ id, consent, samples, at, ...person }: Enrolment): Promise<Employee> {
    return this.database.write(async (transaction) => {
      const employee = await createEmployee(transaction, { id, ...person, at });
      await createSamples(transaction, employee, { consent, samples, at });
      return employee;
    });
  }

  /** Adds samples and templates to a person who is there, with the consent to them, all or nothing. */
  addSamples({ employee, ...faces }: NewFaces & { employee: Employee }): Promise<void> {
    return this.database.write((transaction) => createSamples(transaction, employee, faces));
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

  async hasTemplates(): Promise<boolean> {
    return (await this.database.read.faceTemplate.findFirst({ select: { id: true } })) !== null;
  }

  /**
   * Templates of a model, each with that of a second model of the same sample, in the order of samples, after one. Plain
   * SQL: the client's objects for 100,000 rows take longer than to decrypt them.
   */
  listTemplates(
    models: { modelId: string; secondModelId: string },
    take: number,
    afterSampleId: string | null,
  ): Promise<StoredTemplates[]> {
    return this.database.read.$queryRaw<StoredTemplates[]>`
      SELECT first."sampleId", first."employeeId", first."sealed", second."sealed" AS "secondSealed"
      FROM "FaceTemplate" AS first
      LEFT JOIN "FaceTemplate" AS second
        ON second."sampleId" = first."sampleId" AND second."modelId" = ${models.secondModelId}
      WHERE first."modelId" = ${models.modelId} AND first."sampleId" > ${afterSampleId ?? ''}
      ORDER BY first."sampleId"
      LIMIT ${take}`;
  }
}

/** Where a sample's photo belongs, relative to the face images folder. */
export const samplePath = (imageId: string, sample: Pick<NewSample, 'id' | 'use'>): string =>
  `${sample.use === 'TRAIN' ? 'Train' : 'Test'}/${imageId}/${sample.id}.jpg`;

async function createSamples(
  transaction: Transaction,
  { id: employeeId, imageId }: Employee,
  { consent, samples, at }: NewFaces,
): Promise<void> {
  await transaction.consent.create({ data: { ...consent, employeeId, givenAt: at } });
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
        sealed: new Uint8Array(sealed),
        createdAt: at,
      })),
    ),
  });
}

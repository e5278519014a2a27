import type { Database, Transaction } from '../database/database.js';
import type { Consent, FaceSample, FaceTemplate } from '../database/generated/client.js';
import type { EmployeeDetails } from '../employees/employee-details.js';
import { createEmployee, type Employee } from '../employees/employee.repository.js';
import type { Scope } from '../scope.js';

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
  /** Whose departments may be named. */
  scope: Scope;
}

/** One sample's template as it is stored. */
export interface StoredTemplate {
  sampleId: string;
  employeeId: string;
  sealed: Uint8Array;
}

export type StoredSample = Pick<FaceSample, 'id' | 'employeeId' | 'path'>;

/** Of both encoders. */
interface Models {
  modelId: string;
  secondModelId: string;
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
   * Templates of a model in the order of samples, after one. Plain SQL: the client's objects for 100,000 rows take longer
   * than to decrypt them.
   */
  listTemplates(modelId: string, take: number, afterSampleId: string | null): Promise<StoredTemplate[]> {
    return this.database.read.$queryRaw<StoredTemplate[]>`
      SELECT "sampleId", "employeeId", "sealed"
      FROM "FaceTemplate"
      WHERE "modelId" = ${modelId} AND "sampleId" > ${afterSampleId ?? ''}
      ORDER BY "sampleId"
      LIMIT ${take}`;
  }

  /** The same samples in the same order, each with its template of a second model; null where it has none. */
  listSecondTemplates(
    models: Models,
    take: number,
    afterSampleId: string | null,
  ): Promise<(Omit<StoredTemplate, 'sealed'> & { sealed: Uint8Array | null })[]> {
    return this.database.read.$queryRaw`
      SELECT first."sampleId", first."employeeId", second."sealed"
      FROM "FaceTemplate" AS first
      LEFT JOIN "FaceTemplate" AS second
        ON second."sampleId" = first."sampleId" AND second."modelId" = ${models.secondModelId}
      WHERE first."modelId" = ${models.modelId} AND first."sampleId" > ${afterSampleId ?? ''}
      ORDER BY first."sampleId"
      LIMIT ${take}`;
  }

  /** Samples without a template of one of these models. */
  countOutdated(models: Models): Promise<number> {
    return this.database.read.faceSample.count({ where: outdated(models) });
  }

  /** The same, in the order of samples, after one. */
  listOutdated(models: Models, take: number, afterId: string | null): Promise<StoredSample[]> {
    return this.database.read.faceSample.findMany({
      where: { ...outdated(models), ...(afterId && { id: { gt: afterId } }) },
      orderBy: { id: 'asc' },
      take,
      select: { id: true, employeeId: true, path: true },
    });
  }

  /** Puts these in the place of all templates of a sample. Nothing when the sample is gone. */
  async replaceTemplates(
    { id: sampleId, employeeId }: Pick<StoredSample, 'id' | 'employeeId'>,
    templates: NewSample['templates'],
    at: Date,
  ): Promise<void> {
    await this.database.write(async (transaction) => {
      if ((await transaction.faceSample.count({ where: { id: sampleId } })) === 0) return;
      await transaction.faceTemplate.deleteMany({ where: { sampleId } });
      await transaction.faceTemplate.createMany({
        data: templates.map(({ sealed, ...template }) => ({
          ...template,
          sampleId,
          employeeId,
          sealed: new Uint8Array(sealed),
          createdAt: at,
        })),
      });
    });
  }
}

const outdated = ({ modelId, secondModelId }: Models) => ({
  OR: [{ templates: { none: { modelId } } }, { templates: { none: { modelId: secondModelId } } }],
});

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

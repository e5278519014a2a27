import type { Database, Transaction } from '../database/database.js';
import {
  Prisma,
  type Consent,
  type FaceChange,
  type FaceSample,
  type FaceTemplate,
} from '../database/generated/client.js';
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

/** One sample's template as it is stored, with its person's key. Null is what is not there. */
export interface StoredTemplate {
  sampleId: string;
  employeeId: string;
  keyId: string;
  sealed: Uint8Array | null;
  wrapped: Uint8Array | null;
  masterKeyId: string | null;
}

export type StoredSample = Pick<FaceSample, 'id' | 'employeeId' | 'path'>;

/** Of both encoders. */
interface Models {
  modelId: string;
  secondModelId: string;
}

/** A template that is still sealed by the installation's own key. */
export type OldTemplate = Pick<FaceTemplate, 'id' | 'employeeId' | 'sampleId' | 'modelId' | 'sealed'>;

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

  async hasOldTemplates(): Promise<boolean> {
    return (await this.database.read.faceTemplate.findFirst({ where: { keyId: null }, select: { id: true } })) !== null;
  }

  /** Every old template of some people who have any. */
  async listOldTemplates(people: number): Promise<OldTemplate[]> {
    const next = await this.database.read.faceTemplate.findMany({
      where: { keyId: null },
      distinct: ['employeeId'],
      select: { employeeId: true },
      take: people,
    });
    const employeeIds = next.map(({ employeeId }) => employeeId);
    return this.database.read.faceTemplate.findMany({ where: { keyId: null, employeeId: { in: employeeIds } } });
  }

  listTemplatesOf(employeeId: string): Promise<FaceTemplate[]> {
    return this.database.read.faceTemplate.findMany({ where: { employeeId } });
  }

  /** Replaces templates by the same ones under other keys, and keeps those keys, all or nothing. */
  async reseal(keys: readonly PersonKeyRow[], templates: readonly Resealed[]): Promise<void> {
    await this.database.write(async (transaction) => {
      await transaction.personKey.createMany({ data: [...keys] });
      for (const { id, ...data } of templates) await transaction.faceTemplate.update({ where: { id }, data });
    });
  }

  /**
   * Templates of a model of people whose agreement holds, in the order of samples, after one.
   */
  listTemplates(modelId: string, take: number, afterSampleId: string | null): Promise<StoredTemplate[]> {
    return this.database.readPlainly<StoredTemplate>(Prisma.sql`
      SELECT template."sampleId", template."employeeId", template."keyId", template."sealed", key."wrapped", key."masterKeyId"
      FROM "FaceTemplate" AS template
      LEFT JOIN "PersonKey" AS key ON key."id" = template."keyId"
      WHERE template."modelId" = ${modelId} AND template."sampleId" > ${afterSampleId ?? ''}
        AND EXISTS (SELECT 1 FROM "Consent" AS consent
          WHERE consent."employeeId" = template."employeeId" AND consent."withdrawnAt" IS NULL)
      ORDER BY template."sampleId"
      LIMIT ${take}`);
  }

  /** The same samples in the same order, each with its template of a second model; null where it has none. */
  listSecondTemplates(models: Models, take: number, afterSampleId: string | null): Promise<StoredTemplate[]> {
    return this.database.readPlainly<StoredTemplate>(Prisma.sql`
      SELECT first."sampleId", first."employeeId", first."keyId", second."sealed", key."wrapped", key."masterKeyId"
      FROM "FaceTemplate" AS first
      LEFT JOIN "PersonKey" AS key ON key."id" = first."keyId"
      LEFT JOIN "FaceTemplate" AS second
        ON second."sampleId" = first."sampleId" AND second."modelId" = ${models.secondModelId}
      WHERE first."modelId" = ${models.modelId} AND first."sampleId" > ${afterSampleId ?? ''}
        AND EXISTS (SELECT 1 FROM "Consent" AS consent
          WHERE consent."employeeId" = first."employeeId" AND consent."withdrawnAt" IS NULL)
      ORDER BY first."sampleId"
      LIMIT ${take}`);
  }

  /** The number of the newest change of anybody's templates; 0 before the first. */
  async lastFaceChange(): Promise<number> {
    const { _max } = await this.database.read.faceChange.aggregate({ _max: { sequence: true } });
    return _max.sequence ?? 0;
  }

  /** Whose templates changed after one of these numbers, each by their newest change, in order. */
  listFaceChanges(after: number, take: number): Promise<FaceChange[]> {
    return this.database.read.faceChange.findMany({
      where: { sequence: { gt: after } },
      orderBy: { sequence: 'asc' },
      take,
    });
  }

  /** Somebody's templates of both models, in the order of samples; none where their agreement does not hold. */
  listTemplatesToLoad(employeeId: string, models: Models): Promise<(StoredTemplate & { modelId: string })[]> {
    return this.database.readPlainly<StoredTemplate & { modelId: string }>(Prisma.sql`
      SELECT template."sampleId", template."employeeId", template."keyId", template."sealed", template."modelId",
        key."wrapped", key."masterKeyId"
      FROM "FaceTemplate" AS template
      LEFT JOIN "PersonKey" AS key ON key."id" = template."keyId"
      WHERE template."employeeId" = ${employeeId}
        AND template."modelId" IN (${models.modelId}, ${models.secondModelId})
        AND EXISTS (SELECT 1 FROM "Consent" AS consent
          WHERE consent."employeeId" = template."employeeId" AND consent."withdrawnAt" IS NULL)
      ORDER BY template."sampleId"`);
  }

  /** Every sample of people whose agreement holds, in the order of samples, after one. */
  listAgreedSamples(take: number, afterId: string | null): Promise<Pick<FaceSample, 'id' | 'employeeId' | 'use'>[]> {
    return this.database.read.faceSample.findMany({
      where: { employee: agreed, ...(afterId && { id: { gt: afterId } }) },
      orderBy: { id: 'asc' },
      take,
      select: { id: true, employeeId: true, use: true },
    });
  }

  /** Samples without a template of one of these models, of people whose agreement holds. */
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

  /** Puts these in the place of all templates of a sample. Nothing when it is gone, or its person's agreement or key is. */
  async replaceTemplates(
    { id: sampleId, employeeId }: Pick<StoredSample, 'id' | 'employeeId'>,
    keyId: string,
    templates: NewSample['templates'],
    at: Date,
  ): Promise<void> {
    await this.database.write(async (transaction) => {
      const holds = { id: sampleId, employee: { ...agreed, keys: { some: { id: keyId } } } };
      if ((await transaction.faceSample.count({ where: holds })) === 0) return;
      await transaction.faceTemplate.deleteMany({ where: { sampleId } });
      await transaction.faceTemplate.createMany({
        data: templates.map(({ sealed, ...template }) => ({
          ...template,
          sampleId,
          employeeId,
          keyId,
          sealed: new Uint8Array(sealed),
          createdAt: at,
        })),
      });
    });
  }
}

/** A template as it is to be from now on. */
export type Resealed = Pick<FaceTemplate, 'id' | 'sealed'> & { keyId: string };

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

const agreed = { consents: { some: { withdrawnAt: null } } };

const tookBack = (id: string) => ({
  id,
  consents: { none: { withdrawnAt: null } },
  OR: [{ consents: { some: {} } }, { erasures: { some: {} } }],
});

const outdated = ({ modelId, secondModelId }: Models) => ({
  employee: agreed,
  OR: [{ templates: { none: { modelId } } }, { templates: { none: { modelId: secondModelId } } }],
});

/** Where a sample's photo belongs, relative to the face images folder. */
export const samplePath = (imageId: string, sample: Pick<NewSample, 'id' | 'use'>): string =>
  `${sample.use === 'TRAIN' ? 'Train' : 'Test'}/${imageId}/${sample.id}.jpg`;

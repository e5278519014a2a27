import type { Database } from '../database/database.js';
import { Prisma, type FaceChange, type FaceSample, type FaceTemplate } from '../database/generated/client.js';
import type { PersonKeyRow } from '../storage/person-key.repository.js';
import type { NewSample } from './enrolment.repository.js';

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

/** A template as it is to be from now on. */
export type Resealed = Pick<FaceTemplate, 'id' | 'sealed'> & { keyId: string };

/** Templates, and the samples that they describe, as recognition reads them. */
export class TemplateRepository {
  constructor(private readonly database: Database) {}

  async hasOld(): Promise<boolean> {
    return (await this.database.read.faceTemplate.findFirst({ where: { keyId: null }, select: { id: true } })) !== null;
  }

  /** Every old template of some people who have any. */
  async listOld(people: number): Promise<OldTemplate[]> {
    const next = await this.database.read.faceTemplate.findMany({
      where: { keyId: null },
      distinct: ['employeeId'],
      select: { employeeId: true },
      take: people,
    });
    const employeeIds = next.map(({ employeeId }) => employeeId);
    return this.database.read.faceTemplate.findMany({ where: { keyId: null, employeeId: { in: employeeIds } } });
  }

  /** Replaces templates by the same ones under other keys, and keeps those keys, all or nothing. */
  async reseal(keys: readonly PersonKeyRow[], templates: readonly Resealed[]): Promise<void> {
    await this.database.write(async (transaction) => {
      await transaction.personKey.createMany({ data: [...keys] });
      for (const { id, ...data } of templates) await transaction.faceTemplate.update({ where: { id }, data });
    });
  }

  /** Templates of a model of people whose agreement holds, in the order of samples, after one. */
  listFirst(modelId: string, take: number, afterSampleId: string | null): Promise<StoredTemplate[]> {
    return this.database.readPlainly<StoredTemplate>(Prisma.sql`
      SELECT ${COLUMNS}, template."sealed"
      ${FROM_TEMPLATES}
      WHERE template."modelId" = ${modelId} AND template."sampleId" > ${afterSampleId ?? ''}
        AND ${IS_AGREED}
      ORDER BY template."sampleId"
      LIMIT ${take}`);
  }

  /** The same samples in the same order, each with its template of a second model; null where it has none. */
  listSecond(models: Models, take: number, afterSampleId: string | null): Promise<StoredTemplate[]> {
    return this.database.readPlainly<StoredTemplate>(Prisma.sql`
      SELECT ${COLUMNS}, second."sealed"
      ${FROM_TEMPLATES}
      LEFT JOIN "FaceTemplate" AS second
        ON second."sampleId" = template."sampleId" AND second."modelId" = ${models.secondModelId}
      WHERE template."modelId" = ${models.modelId} AND template."sampleId" > ${afterSampleId ?? ''}
        AND ${IS_AGREED}
      ORDER BY template."sampleId"
      LIMIT ${take}`);
  }

  /** The number of the newest change of anybody's templates; 0 before the first. */
  async lastChange(): Promise<number> {
    const { _max } = await this.database.read.faceChange.aggregate({ _max: { sequence: true } });
    return _max.sequence ?? 0;
  }

  /** Whose templates changed after one of these numbers, each by their newest change, in order. */
  listChanges(after: number, take: number): Promise<FaceChange[]> {
    return this.database.read.faceChange.findMany({
      where: { sequence: { gt: after } },
      orderBy: { sequence: 'asc' },
      take,
    });
  }

  /** Somebody's templates of both models, in the order of samples; none where their agreement does not hold. */
  listOf(employeeId: string, models: Models): Promise<(StoredTemplate & { modelId: string })[]> {
    return this.database.readPlainly<StoredTemplate & { modelId: string }>(Prisma.sql`
      SELECT ${COLUMNS}, template."sealed", template."modelId"
      ${FROM_TEMPLATES}
      WHERE template."employeeId" = ${employeeId}
        AND template."modelId" IN (${models.modelId}, ${models.secondModelId})
        AND ${IS_AGREED}
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
  async replace(
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

const agreed = { consents: { some: { withdrawnAt: null } } };

const outdated = ({ modelId, secondModelId }: Models) => ({
  employee: agreed,
  OR: [{ templates: { none: { modelId } } }, { templates: { none: { modelId: secondModelId } } }],
});

const COLUMNS = Prisma.sql`template."sampleId", template."employeeId", template."keyId", key."wrapped", key."masterKeyId"`;
const FROM_TEMPLATES = Prisma.sql`FROM "FaceTemplate" AS template LEFT JOIN "PersonKey" AS key ON key."id" = template."keyId"`;
const IS_AGREED = Prisma.sql`EXISTS (SELECT 1 FROM "Consent" AS consent
  WHERE consent."employeeId" = template."employeeId" AND consent."withdrawnAt" IS NULL)`;

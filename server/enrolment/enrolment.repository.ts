import type { Database } from '../database/database.js';
import type { Consent, FaceSample, FaceTemplate } from '../database/generated/client.js';
import { imageIdOf, searchTextOf, type EmployeeDetails } from '../employees/employee-details.js';
import { departmentNamed } from '../employees/department.repository.js';
import { employeeRelations, getSite, nextEmployeeNumber, type Employee } from '../employees/employee.repository.js';
import type { Scope } from '../scope.js';

export type NewSample = Pick<FaceSample, 'id' | 'use'> & {
  templates: (Pick<FaceTemplate, 'id' | 'modelId'> & { sealed: Uint8Array })[];
};

export interface Enrolment {
  id: string;
  details: EmployeeDetails;
  /** Null for the first site. */
  siteId: string | null;
  /** Whose departments may be named. */
  scope: Scope;
  consent: Pick<Consent, 'id' | 'noticeVersion' | 'recordedBy'>;
  samples: NewSample[];
  at: Date;
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
  enrol({ id, details, siteId, scope, consent, samples, at }: Enrolment): Promise<Employee> {
    return this.database.write(async (transaction) => {
      const number = await nextEmployeeNumber(transaction);
      const imageId = imageIdOf(number, details.name);
      const { name, position } = details;
      const department = await departmentNamed(transaction, scope, details.department);
      const site = await getSite(transaction, siteId);
      const searchText = searchTextOf(number, { name, position, department: department.name });
      const places = { departmentId: department.id, siteId: site.id };
      const employee = await transaction.employee.create({
        data: { id, number, imageId, name, position, ...places, searchText, createdAt: at },
        include: employeeRelations,
      });
      await transaction.consent.create({ data: { ...consent, employeeId: id, givenAt: at } });
      await transaction.faceSample.createMany({
        data: samples.map((sample) => ({
          id: sample.id,
          employeeId: id,
          use: sample.use,
          path: samplePath(imageId, sample),
          createdAt: at,
        })),
      });
      await transaction.faceTemplate.createMany({
        data: samples.flatMap(({ id: sampleId, templates }) =>
          templates.map(({ id: templateId, modelId, sealed }) => ({
            id: templateId,
            sampleId,
            employeeId: id,
            modelId,
            sealed: new Uint8Array(sealed),
            createdAt: at,
          })),
        ),
      });
      return employee;
    });
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

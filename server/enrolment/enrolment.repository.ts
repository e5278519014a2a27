import type { Database } from '../database/database.js';
import type { Consent, FaceSample, FaceTemplate } from '../database/generated/client.js';
import { imageIdOf, searchTextOf, type EmployeeDetails } from '../employees/employee-details.js';
import { departmentNamed } from '../employees/department.repository.js';
import { employeeRelations, getSite, nextEmployeeNumber, type Employee } from '../employees/employee.repository.js';

export type NewSample = Pick<FaceSample, 'id' | 'use'> & { modelId: string; sealed: Uint8Array };

export interface Enrolment {
  id: string;
  details: EmployeeDetails;
  /** Null for the first site. */
  siteId: string | null;
  consent: Pick<Consent, 'id' | 'noticeVersion' | 'recordedBy'>;
  samples: NewSample[];
  at: Date;
}

export type StoredTemplate = Pick<FaceTemplate, 'id' | 'employeeId' | 'sampleId' | 'modelId' | 'sealed'>;

export class EnrolmentRepository {
  constructor(private readonly database: Database) {}

  /** Adds a person with consent, samples and templates, all or nothing. Throws NOT_FOUND where there is no such site. */
  enrol({ id, details, siteId, consent, samples, at }: Enrolment): Promise<Employee> {
    return this.database.write(async (transaction) => {
      const number = await nextEmployeeNumber(transaction);
      const imageId = imageIdOf(number, details.name);
      const { name, position } = details;
      const department = await departmentNamed(transaction, details.department);
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
        data: samples.map(({ id: sampleId, modelId, sealed }) => ({
          id: sampleId,
          sampleId,
          employeeId: id,
          modelId,
          sealed: new Uint8Array(sealed),
          createdAt: at,
        })),
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

  /** Templates of one model in the order of their ids, after an id. */
  listTemplates(modelId: string, take: number, afterId: string | null): Promise<StoredTemplate[]> {
    return this.database.read.faceTemplate.findMany({
      where: { modelId, ...(afterId && { id: { gt: afterId } }) },
      orderBy: { id: 'asc' },
      take,
    });
  }
}

/** Where a sample's photo belongs, relative to the face images folder. */
export const samplePath = (imageId: string, sample: Pick<NewSample, 'id' | 'use'>): string =>
  `${sample.use === 'TRAIN' ? 'Train' : 'Test'}/${imageId}/${sample.id}.jpg`;

import type { Database } from '../database/database.js';
import type { FaceTemplate } from '../database/generated/client.js';
import type { PersonKeyRow } from '../storage/person-key.repository.js';

/** Somebody whose data is still sealed with an older key, or may be. */
export interface PersonToReseal {
  id: string;
  templates: FaceTemplate[];
}

/** What a rotation of people's own keys reads and writes. */
export class RotationRepository {
  constructor(private readonly database: Database) {}

  countWithKeysBefore(rotationId: string): Promise<number> {
    return this.database.read.employee.count({ where: { keys: { some: { id: { lt: rotationId } } } } });
  }

  /** People who have a key from before a rotation, with their templates. */
  listWithKeysBefore(rotationId: string, take: number): Promise<PersonToReseal[]> {
    return this.database.read.employee.findMany({
      where: { keys: { some: { id: { lt: rotationId } } } },
      select: { id: true, templates: true },
      orderBy: { id: 'asc' },
      take,
    });
  }

  /** Gives a person a newer key and puts their templates under it, all or nothing. */
  async replaceKey(key: PersonKeyRow, templates: readonly Pick<FaceTemplate, 'id' | 'sealed'>[]): Promise<void> {
    await this.database.write(async (transaction) => {
      await transaction.personKey.create({ data: key });
      for (const { id, sealed } of templates) {
        await transaction.faceTemplate.update({ where: { id }, data: { sealed, keyId: key.id } });
      }
    });
  }

  scrub(): Promise<boolean> {
    return this.database.scrub();
  }
}

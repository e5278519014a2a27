import type { Database, Transaction } from '../database/database.js';
import type { KeyRotation, PersonKey } from '../database/generated/client.js';

export type { KeyRotation };
export type PersonKeyRow = PersonKey;

export class PersonKeyRepository {
  constructor(private readonly database: Database) {}

  /** The ids of the master keys that seal anything. */
  async listMasterKeyIds(): Promise<string[]> {
    const rows = await this.database.read.personKey.findMany({
      distinct: ['masterKeyId'],
      select: { masterKeyId: true },
    });
    return rows.map(({ masterKeyId }) => masterKeyId);
  }

  find(id: string): Promise<PersonKeyRow | null> {
    return this.database.read.personKey.findUnique({ where: { id } });
  }

  /** The last that was made for a person: the one that seals what is new. */
  findNewest(employeeId: string): Promise<PersonKeyRow | null> {
    return this.database.read.personKey.findFirst({ where: { employeeId }, orderBy: { id: 'desc' } });
  }

  /** In the order of ids, after one. */
  list(take: number, afterId: string | null): Promise<PersonKeyRow[]> {
    return this.database.read.personKey.findMany({
      ...(afterId && { where: { id: { gt: afterId } } }),
      orderBy: { id: 'asc' },
      take,
    });
  }

  /** Keeps a key, unless another was made for the person meanwhile; gives the one that holds. */
  keepFirst(row: PersonKeyRow): Promise<PersonKeyRow> {
    return this.database.write(async (transaction) => {
      const { employeeId } = row;
      const there = await transaction.personKey.findFirst({ where: { employeeId }, orderBy: { id: 'desc' } });
      return there ?? (await transaction.personKey.create({ data: row }));
    });
  }

  /** Keys that are not under a master key, in the order of ids. */
  listNotUnder(masterKeyId: string, take: number): Promise<PersonKeyRow[]> {
    return this.database.read.personKey.findMany({
      where: { masterKeyId: { not: masterKeyId } },
      orderBy: { id: 'asc' },
      take,
    });
  }

  countNotUnder(masterKeyId: string): Promise<number> {
    return this.database.read.personKey.count({ where: { masterKeyId: { not: masterKeyId } } });
  }

  /** Puts keys under another master key, all or none. */
  async rewrap(rows: readonly Pick<PersonKeyRow, 'id' | 'wrapped' | 'masterKeyId'>[]): Promise<void> {
    await this.database.write(async (transaction) => {
      for (const { id, ...data } of rows) await transaction.personKey.update({ where: { id }, data });
    });
  }

  /** Removes what a person's newer key has taken over from. */
  async deleteOlder(employeeId: string, thanId: string): Promise<void> {
    await this.database.write((transaction) =>
      transaction.personKey.deleteMany({ where: { employeeId, id: { lt: thanId } } }),
    );
  }

  findUnfinishedRotation(): Promise<KeyRotation | null> {
    return this.database.read.keyRotation.findFirst({ where: { finishedAt: null }, orderBy: { id: 'desc' } });
  }

  async saveRotation(rotation: KeyRotation): Promise<void> {
    const { id, ...data } = rotation;
    await this.database.write((transaction) =>
      transaction.keyRotation.upsert({ where: { id }, create: rotation, update: data }),
    );
  }
}

/** Destroys every key of a person, within a transaction: what they sealed is noise from then on. */
export async function destroyKeys(transaction: Transaction, employeeId: string): Promise<number> {
  return (await transaction.personKey.deleteMany({ where: { employeeId } })).count;
}

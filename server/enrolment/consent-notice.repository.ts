import { isUniqueViolation, type Database } from '../database/database.js';
import type { ConsentNotice } from '../database/generated/client.js';

export type { ConsentNotice };
export type NoticeKey = readonly [language: string, version: number];

export class ConsentNoticeRepository {
  constructor(private readonly database: Database) {}

  find(id: string): Promise<ConsentNotice | null> {
    return this.database.read.consentNotice.findUnique({ where: { id } });
  }

  /** The newest version in a language. */
  findNewest(language: string): Promise<ConsentNotice | null> {
    return this.database.read.consentNotice.findFirst({ where: { language }, orderBy: { version: 'desc' } });
  }

  /** The languages there are notices in, in order. */
  async listLanguages(): Promise<string[]> {
    const rows = await this.database.read.consentNotice.findMany({
      distinct: ['language'],
      select: { language: true },
      orderBy: { language: 'asc' },
    });
    return rows.map(({ language }) => language);
  }

  /** By language, newest version first. */
  list(take: number, after: NoticeKey | null): Promise<ConsentNotice[]> {
    return this.database.read.consentNotice.findMany({
      ...(after && {
        where: { OR: [{ language: { gt: after[0] } }, { language: after[0], version: { lt: after[1] } }] },
      }),
      orderBy: [{ language: 'asc' }, { version: 'desc' }],
      take,
    });
  }

  /** Publishes a text as the next version of its language. Null where somebody else did at the same moment. */
  async publish(notice: Omit<ConsentNotice, 'version'>): Promise<ConsentNotice | null> {
    try {
      return await this.database.write(async (transaction) => {
        const { language } = notice;
        const { _max } = await transaction.consentNotice.aggregate({ where: { language }, _max: { version: true } });
        return transaction.consentNotice.create({ data: { ...notice, version: (_max.version ?? 0) + 1 } });
      });
    } catch (error) {
      if (isUniqueViolation(error)) return null;
      throw error;
    }
  }
}

import type { Database } from '../database/database.js';
import type { Kiosk } from '../database/generated/client.js';

export type { Kiosk };

export class KioskRepository {
  constructor(private readonly database: Database) {}

  findByTokenHash(tokenHash: string): Promise<Kiosk | null> {
    return this.database.read.kiosk.findUnique({ where: { tokenHash } });
  }

  /** Newest first. */
  list(take: number, afterId: string | null): Promise<Kiosk[]> {
    return this.database.read.kiosk.findMany({
      ...(afterId && { where: { id: { lt: afterId } } }),
      orderBy: { id: 'desc' },
      take,
    });
  }

  create(kiosk: Omit<Kiosk, 'lastSeenAt' | 'revokedAt'>): Promise<Kiosk> {
    return this.database.write((transaction) => transaction.kiosk.create({ data: kiosk }));
  }

  /** Null where there is no such kiosk. */
  update(id: string, changes: Pick<Kiosk, 'liveness'>): Promise<Kiosk | null> {
    return this.database.write(async (transaction) => {
      await transaction.kiosk.updateMany({ where: { id }, data: changes });
      return transaction.kiosk.findUnique({ where: { id } });
    });
  }

  /** Null where there is no such kiosk. The first revocation counts. */
  revoke(id: string, revokedAt: Date): Promise<Kiosk | null> {
    return this.database.write(async (transaction) => {
      await transaction.kiosk.updateMany({ where: { id, revokedAt: null }, data: { revokedAt } });
      return transaction.kiosk.findUnique({ where: { id } });
    });
  }

  async markSeen(id: string, lastSeenAt: Date): Promise<void> {
    await this.database.write((transaction) => transaction.kiosk.updateMany({ where: { id }, data: { lastSeenAt } }));
  }
}

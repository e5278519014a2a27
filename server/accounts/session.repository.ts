import type { Database } from '../database/database.js';
import type { Prisma, Session } from '../database/generated/client.js';
import { rowsInGroups } from '../in-groups.js';

const withUser = {
  user: { include: { departments: { select: { departmentId: true } } } },
} as const;

export type { Session };
export type SessionRow = Prisma.SessionGetPayload<{ include: typeof withUser }>;

export class SessionRepository {
  /** Those who ask for something at the same time are looked up together. */
  readonly findByToken = rowsInGroups<SessionRow>(
    (hashes) => this.database.read.session.findMany({ where: { tokenHash: { in: hashes } }, include: withUser }),
    ({ tokenHash }) => tokenHash,
  );

  constructor(private readonly database: Database) {}

  /** Adds a session; drops those that have run out, and the account's oldest beyond `most`. */
  async create(session: Session, most: number): Promise<void> {
    await this.database.write(async (transaction) => {
      await transaction.session.deleteMany({ where: { expiresAt: { lte: session.createdAt } } });
      await transaction.session.create({ data: session });
      const { userId } = session;
      const excess = await transaction.session.findMany({
        where: { userId },
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        skip: most,
        select: { id: true },
      });
      await transaction.session.deleteMany({ where: { id: { in: excess.map(({ id }) => id) } } });
    });
  }

  /** Newest first; those that have not run out. */
  list(userId: string, now: Date): Promise<Session[]> {
    return this.database.read.session.findMany({
      where: { userId, expiresAt: { gt: now } },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    });
  }

  async markSeen(id: string, lastSeenAt: Date): Promise<void> {
    await this.database.write((transaction) => transaction.session.updateMany({ where: { id }, data: { lastSeenAt } }));
  }

  async markSecondFactor(id: string): Promise<void> {
    await this.database.write((transaction) =>
      transaction.session.updateMany({ where: { id }, data: { secondFactor: true } }),
    );
  }

  /** Ends a session, of one account or (null) of any. False where there is none. */
  async remove(id: string, userId: string | null): Promise<boolean> {
    const { count } = await this.database.write((transaction) =>
      transaction.session.deleteMany({ where: { id, ...(userId && { userId }) } }),
    );
    return count > 0;
  }

  async removeOthers(userId: string, exceptId: string): Promise<number> {
    const { count } = await this.database.write((transaction) =>
      transaction.session.deleteMany({ where: { userId, id: { not: exceptId } } }),
    );
    return count;
  }

  /** Whether this account has signed in from the device; notes that it is used. */
  async isKnownDevice(tokenHash: string, userId: string, usedAt: Date): Promise<boolean> {
    const device = await this.database.read.knownDevice.findUnique({ where: { tokenHash } });
    if (device?.userId !== userId) return false;
    await this.database.write((transaction) =>
      transaction.knownDevice.updateMany({ where: { tokenHash }, data: { usedAt } }),
    );
    return true;
  }

  /** Remembers a device; the account's least used beyond `most` give way. */
  async addDevice(device: { tokenHash: string; userId: string; usedAt: Date }, most: number): Promise<void> {
    await this.database.write(async (transaction) => {
      await transaction.knownDevice.create({ data: device });
      const excess = await transaction.knownDevice.findMany({
        where: { userId: device.userId },
        orderBy: [{ usedAt: 'desc' }, { tokenHash: 'asc' }],
        skip: most,
        select: { tokenHash: true },
      });
      await transaction.knownDevice.deleteMany({
        where: { tokenHash: { in: excess.map(({ tokenHash }) => tokenHash) } },
      });
    });
  }
}

import { isUniqueViolation, type Database } from '../database/database.js';
import type { Session, User } from '../database/generated/client.js';

export type { User };

export class UserRepository {
  constructor(private readonly database: Database) {}

  async hasAny(): Promise<boolean> {
    return (await this.database.read.user.findFirst({ select: { id: true } })) !== null;
  }

  findByEmail(email: string): Promise<User | null> {
    return this.database.read.user.findUnique({ where: { email } });
  }

  /** Creates the first account. False where there is one already, whoever was first. */
  createFirst(user: User): Promise<boolean> {
    return this.database.write(async (transaction) => {
      if ((await transaction.user.count()) > 0) return false;
      await transaction.user.create({ data: user });
      return true;
    });
  }

  /** Null where the address is in use. */
  async create(user: User): Promise<User | null> {
    try {
      return await this.database.write((transaction) => transaction.user.create({ data: user }));
    } catch (error) {
      if (isUniqueViolation(error)) return null;
      throw error;
    }
  }

  /** Newest first. */
  list(take: number, afterId: string | null): Promise<User[]> {
    return this.database.read.user.findMany({
      ...(afterId && { where: { id: { lt: afterId } } }),
      orderBy: { id: 'desc' },
      take,
    });
  }

  findSession(tokenHash: string): Promise<(Session & { user: User }) | null> {
    return this.database.read.session.findUnique({ where: { tokenHash }, include: { user: true } });
  }

  /** Adds a session and drops those that have run out. */
  async createSession(session: Session): Promise<void> {
    await this.database.write(async (transaction) => {
      await transaction.session.deleteMany({ where: { expiresAt: { lte: session.createdAt } } });
      await transaction.session.create({ data: session });
    });
  }

  async deleteSession(tokenHash: string): Promise<void> {
    await this.database.write((transaction) => transaction.session.deleteMany({ where: { tokenHash } }));
  }
}

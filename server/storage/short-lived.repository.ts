import type { Database } from '../database/database.js';

/** What is kept for minutes. */
export interface ShortLivedValue {
  value: Uint8Array;
  expiresAt: Date;
  /** How often it may be taken. */
  triesLeft: number;
}

/** What was begun at one server and may go on at another, in the database: it outlasts a restart as well. */
export class ShortLivedRepository {
  constructor(private readonly database: Database) {}

  /** Keeps a value in the place of what the key had, and forgets what is too old. */
  async put(key: string, kept: ShortLivedValue, now: Date): Promise<void> {
    const value = new Uint8Array(kept.value);
    await this.database.write(async (transaction) => {
      await transaction.shortLived.deleteMany({ where: { OR: [{ key }, { expiresAt: { lte: now } }] } });
      await transaction.shortLived.create({ data: { ...kept, key, value } });
    });
  }

  /** The value, while it lasts. */
  async find(key: string, now: Date): Promise<Uint8Array | null> {
    const found = await this.database.read.shortLived.findFirst({ where: { key, expiresAt: { gt: now } } });
    return found?.value ?? null;
  }

  /** The value and one try less; null where there is none, or no try left. */
  take(key: string, now: Date): Promise<Uint8Array | null> {
    return this.database.write(async (transaction) => {
      const where = { key, triesLeft: { gt: 0 }, expiresAt: { gt: now } };
      const { count } = await transaction.shortLived.updateMany({ where, data: { triesLeft: { decrement: 1 } } });
      if (count === 0) return null;
      return (await transaction.shortLived.findUniqueOrThrow({ where: { key } })).value;
    });
  }

  /** False where it was gone already: of two at once, one is first. */
  async remove(key: string): Promise<boolean> {
    const { count } = await this.database.write((transaction) => transaction.shortLived.deleteMany({ where: { key } }));
    return count > 0;
  }
}

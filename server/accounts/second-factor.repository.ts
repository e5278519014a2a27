import { isUniqueViolation, type Database, type Transaction } from '../database/database.js';
import type { Passkey } from '../database/generated/client.js';

export type { Passkey };

/** What an account has besides its password. */
export interface Factors {
  totpSealed: Uint8Array | null;
  totpLastStep: number | null;
  passkeys: Passkey[];
  recoveryCodesLeft: number;
}

export class SecondFactorRepository {
  constructor(private readonly database: Database) {}

  async read(userId: string): Promise<Factors> {
    const { _count, ...factors } = await this.database.read.user.findUniqueOrThrow({
      where: { id: userId },
      select: {
        totpSealed: true,
        totpLastStep: true,
        passkeys: { orderBy: { createdAt: 'asc' } },
        _count: { select: { recovery: true } },
      },
    });
    return { ...factors, recoveryCodesLeft: _count.recovery };
  }

  findPasskey(id: string): Promise<Passkey | null> {
    return this.database.read.passkey.findUnique({ where: { id } });
  }

  /** Replaces the secret of the one-time codes. */
  async setTotp(userId: string, totpSealed: Uint8Array, totpLastStep: number): Promise<void> {
    await this.database.write((transaction) =>
      transaction.user.update({
        where: { id: userId },
        data: { totpSealed: new Uint8Array(totpSealed), totpLastStep },
      }),
    );
  }

  /** Every account with one-time codes. */
  async listTotp(): Promise<{ id: string; totpSealed: Uint8Array }[]> {
    const users = await this.database.read.user.findMany({
      where: { totpSealed: { not: null } },
      select: { id: true, totpSealed: true },
    });
    return users.map(({ id, totpSealed }) => ({ id, totpSealed: totpSealed! }));
  }

  /** The same secret, sealed anew. */
  async resealTotp(id: string, totpSealed: Uint8Array): Promise<void> {
    await this.database.write((transaction) =>
      transaction.user.update({ where: { id }, data: { totpSealed: new Uint8Array(totpSealed) } }),
    );
  }

  /** False where the step, or a later one, was used: two requests with one code are settled here. */
  async useStep(userId: string, step: number): Promise<boolean> {
    const { count } = await this.database.write((transaction) =>
      transaction.user.updateMany({
        where: { id: userId, OR: [{ totpLastStep: null }, { totpLastStep: { lt: step } }] },
        data: { totpLastStep: step },
      }),
    );
    return count > 0;
  }

  /** False where there is none: it works once. */
  async useRecoveryCode(userId: string, codeHash: string): Promise<boolean> {
    const { count } = await this.database.write((transaction) =>
      transaction.recoveryCode.deleteMany({ where: { userId, codeHash } }),
    );
    return count > 0;
  }

  async setRecoveryCodes(userId: string, hashes: readonly string[]): Promise<void> {
    await this.database.write(async (transaction) => {
      await transaction.recoveryCode.deleteMany({ where: { userId } });
      await transaction.recoveryCode.createMany({ data: hashes.map((codeHash) => ({ userId, codeHash })) });
    });
  }

  /** False where the credential is known already. */
  async addPasskey(passkey: Passkey): Promise<boolean> {
    try {
      await this.database.write((transaction) => transaction.passkey.create({ data: passkey }));
      return true;
    } catch (error) {
      if (isUniqueViolation(error)) return false;
      throw error;
    }
  }

  async markPasskeyUsed(id: string, counter: number, lastUsedAt: Date): Promise<void> {
    await this.database.write((transaction) =>
      transaction.passkey.updateMany({ where: { id }, data: { counter, lastUsedAt } }),
    );
  }

  /** False where the account has no such passkey. */
  removePasskey(userId: string, id: string): Promise<boolean> {
    return this.database.write(async (transaction) => {
      const { count } = await transaction.passkey.deleteMany({ where: { id, userId } });
      await dropIdleRecoveryCodes(transaction, userId);
      return count > 0;
    });
  }

  async removeTotp(userId: string): Promise<void> {
    await this.database.write(async (transaction) => {
      await transaction.user.update({ where: { id: userId }, data: { totpSealed: null, totpLastStep: null } });
      await dropIdleRecoveryCodes(transaction, userId);
    });
  }

  /** Takes everything away and ends the sessions. */
  async removeAll(userId: string): Promise<void> {
    await this.database.write(async (transaction) => {
      await transaction.user.update({ where: { id: userId }, data: { totpSealed: null, totpLastStep: null } });
      await transaction.passkey.deleteMany({ where: { userId } });
      await transaction.recoveryCode.deleteMany({ where: { userId } });
      await transaction.session.deleteMany({ where: { userId } });
    });
  }
}

/** Recovery codes stand in for another factor; without one they are nothing. */
async function dropIdleRecoveryCodes(transaction: Transaction, userId: string): Promise<void> {
  const isIdle = await transaction.user.count({ where: { id: userId, totpSealed: null, passkeys: { none: {} } } });
  if (isIdle) await transaction.recoveryCode.deleteMany({ where: { userId } });
}

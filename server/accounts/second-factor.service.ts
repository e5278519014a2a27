import { z } from 'zod';
import type { Clock } from '../clock.js';
import { DomainError } from '../errors.js';
import type { DerivedSeal } from '../storage/derived-seal.js';
import { parseInput } from '../validate.js';
import { hashRecoveryCode, newRecoveryCodes } from './recovery-codes.js';
import type { Factors, SecondFactorRepository } from './second-factor.repository.js';
import { newTotp, stepOfCode } from './totp.js';
import { PendingBook } from '../storage/pending-book.js';
import type { ShortLivedRepository } from '../storage/short-lived.repository.js';

/** Time to set up an app. */
const SET_UP_SECONDS = 15 * 60;
const SET_UP_TRIES = 10;

const someCode = z.object({ code: z.string().max(100, 'must have at most 100 characters') });

/** One-time codes of an authenticator app, and the recovery codes that stand in for a lost factor. */
export class SecondFactorService {
  private readonly setUps: PendingBook<{ userId: string; secret: string }>;

  constructor(
    private readonly dependencies: {
      factors: SecondFactorRepository;
      secrets: DerivedSeal;
      clock: Clock;
      kept: ShortLivedRepository;
    },
  ) {
    this.setUps = new PendingBook({
      ...dependencies,
      prefix: 'totp',
      validSeconds: SET_UP_SECONDS,
      tries: SET_UP_TRIES,
    });
  }

  /** What an account has. */
  read(userId: string): Promise<Factors> {
    return this.dependencies.factors.read(userId);
  }

  /** A new secret, which counts from the first right code on. */
  async beginTotp(userId: string, label: string): Promise<{ token: string; secret: string; uri: string }> {
    const { secret, uri } = newTotp(label);
    return { token: (await this.setUps.begin({ userId, secret })).token, secret, uri };
  }

  /**
   * Keeps the secret when a code shows that the app has it. Returns new recovery codes where there were none, else null.
   * Throws BAD_USER_INPUT for a wrong code, CONFLICT when it took too long.
   */
  async finishTotp(userId: string, token: string, code: string): Promise<string[] | null> {
    const { factors, secrets, clock } = this.dependencies;
    const setUp = await this.setUps.take(token);
    if (setUp?.userId !== userId) throw new DomainError('CONFLICT', 'This took too long. Begin again.');
    const step = stepOfCode(setUp.secret, digitsOf(code), clock.now(), null);
    if (step === null) {
      throw new DomainError('BAD_USER_INPUT', "This code is not right. Check the phone's clock and try the next one.");
    }
    await this.setUps.end(token);
    await factors.setTotp(userId, secrets.seal(Buffer.from(setUp.secret), contextOf(userId)), step);
    return this.recoveryCodesIfNone(userId);
  }

  async removeTotp(userId: string): Promise<void> {
    await this.dependencies.factors.removeTotp(userId);
  }

  /** Whether this code is right: one of the app, or a recovery code. Either works once. */
  async useCode(userId: string, code: string): Promise<'totp' | 'recovery' | null> {
    parseInput(someCode, { code });
    const { factors, secrets, clock } = this.dependencies;
    const digits = digitsOf(code);
    if (/^\d{6}$/.test(digits)) {
      const { totpSealed, totpLastStep } = await factors.read(userId);
      if (!totpSealed) return null;
      const secret = secrets.open(totpSealed, contextOf(userId)).toString();
      const step = stepOfCode(secret, digits, clock.now(), totpLastStep);
      return step !== null && (await factors.useStep(userId, step)) ? 'totp' : null;
    }
    return (await factors.useRecoveryCode(userId, hashRecoveryCode(code))) ? 'recovery' : null;
  }

  /** New recovery codes, shown this once; the old ones are worthless. Throws CONFLICT without a factor to recover. */
  async renewRecoveryCodes(userId: string): Promise<string[]> {
    const { totpSealed, passkeys } = await this.read(userId);
    if (!totpSealed && passkeys.length === 0) throw new DomainError('CONFLICT', 'Add a second factor first.');
    const codes = newRecoveryCodes();
    await this.dependencies.factors.setRecoveryCodes(userId, codes.map(hashRecoveryCode));
    return codes;
  }

  async recoveryCodesIfNone(userId: string): Promise<string[] | null> {
    const { recoveryCodesLeft } = await this.read(userId);
    return recoveryCodesLeft > 0 ? null : this.renewRecoveryCodes(userId);
  }

  /** Puts every secret under the present master key, and leaves those that are. Goes on where it was interrupted. */
  async resealAll(): Promise<void> {
    const { factors, secrets } = this.dependencies;
    for (const { id, totpSealed } of await factors.listTotp()) {
      const renewed = secrets.renew(totpSealed, contextOf(id));
      if (renewed) await factors.resealTotp(id, renewed);
    }
  }

  /** For somebody who lost theirs: takes every factor away and ends their sessions. */
  removeAll(userId: string): Promise<void> {
    return this.dependencies.factors.removeAll(userId);
  }
}

const contextOf = (userId: string): string => `totp:${userId}`;

/** People type the space that apps show. */
const digitsOf = (code: string): string => code.replaceAll(/\s/g, '');

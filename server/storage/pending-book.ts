import type { Clock } from '../clock.js';
import { hashToken, newToken } from '../ids.js';
import { deriveKey } from './derive-key.js';
import { seal, unseal } from './seal.js';
import type { ShortLivedRepository } from './short-lived.repository.js';

/**
 * What was begun and waits for its second step, at whichever server. Who begins gets a token of 256 random bits, which is
 * good for a few tries and one success. It is also what the value is sealed with: the database alone does not tell it.
 */
export class PendingBook<T> {
  constructor(
    private readonly dependencies: {
      kept: ShortLivedRepository;
      clock: Clock;
      prefix: string;
      validSeconds: number;
      tries?: number;
    },
  ) {}

  /** `value` is kept as JSON. */
  async begin(value: T): Promise<{ token: string; expiresAt: Date }> {
    const { kept, clock, prefix, validSeconds, tries = 1 } = this.dependencies;
    const token = newToken(prefix);
    const now = clock.now();
    const expiresAt = new Date(now.getTime() + validSeconds * 1000);
    const sealed = seal(keyOf(token), Buffer.from(JSON.stringify(value)), prefix);
    await kept.put(this.placeOf(token), { value: sealed, expiresAt, triesLeft: tries }, now);
    return { token, expiresAt };
  }

  /** What was begun, one try less; null when there is none, or no more. */
  async take(token: string): Promise<T | null> {
    const { kept, clock, prefix } = this.dependencies;
    const sealed = await kept.take(this.placeOf(token), clock.now());
    return sealed && (JSON.parse(unseal(keyOf(token), sealed, prefix).toString()) as T);
  }

  /** False where it has ended already: of two at once that are right, one is first. */
  end(token: string): Promise<boolean> {
    return this.dependencies.kept.remove(this.placeOf(token));
  }

  private placeOf(token: string): string {
    return `${this.dependencies.prefix} ${hashToken(token)}`;
  }
}

const keyOf = (token: string): Buffer => deriveKey(Buffer.from(token), 'pending');

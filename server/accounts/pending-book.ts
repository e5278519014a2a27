import type { Clock } from '../clock.js';
import { newToken } from '../ids.js';

/** More than a company begins at one time; the oldest give way. */
const MOST_OPEN = 10_000;

interface Pending<T> {
  value: T;
  expiresAt: Date;
  triesLeft: number;
}

/**
 * What was begun and waits for its second step, in memory: it is forgotten sooner than a server restarts. Who begins gets
 * a token of 256 random bits, which is good for a few tries and one success.
 */
export class PendingBook<T> {
  /** The oldest first. */
  private readonly open = new Map<string, Pending<T>>();

  constructor(private readonly dependencies: { clock: Clock; prefix: string; validSeconds: number; tries?: number }) {}

  begin(value: T): { token: string; expiresAt: Date } {
    const { clock, prefix, validSeconds, tries = 1 } = this.dependencies;
    const now = clock.now().getTime();
    this.forgetOld(now);
    const token = newToken(prefix);
    const expiresAt = new Date(now + validSeconds * 1000);
    this.open.set(token, { value, expiresAt, triesLeft: tries });
    return { token, expiresAt };
  }

  /** What was begun, one try less; null when there is none, or no more. */
  take(token: string): T | null {
    const pending = this.open.get(token);
    if (!pending || pending.triesLeft === 0 || pending.expiresAt <= this.dependencies.clock.now()) return null;
    pending.triesLeft -= 1;
    return pending.value;
  }

  /** False where it has ended already: of two at once that are right, one is first. */
  end(token: string): boolean {
    return this.open.delete(token);
  }

  private forgetOld(now: number): void {
    for (const [token, { expiresAt }] of this.open) {
      if (expiresAt.getTime() > now && this.open.size < MOST_OPEN) break;
      this.open.delete(token);
    }
  }
}

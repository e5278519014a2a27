import { networkOf } from '../client-address.js';
import type { Clock } from '../clock.js';
import { RateLimitedError } from '../rate-limit.js';

/** Failures that cost nothing, for one account from one place. */
const FREE_FROM_ONE_PLACE = 3;
/** … from one address for all accounts: an office shares one. */
const FREE_FROM_ONE_ADDRESS = 20;
/** … of codes for one account, from wherever: who gets as far as codes knows the password. */
const FREE_CODES = 10;
const LONGEST_PAUSE_MS = 15 * 60_000;
/** Failures are forgotten so long after the last. */
const FORGET_MS = 60 * 60_000;
/** The oldest give way. */
const MOST_KEPT = 100_000;

interface Failures {
  count: number;
  last: number;
}

/** Who tries to sign in where. `device` is the token of a browser that this account is known to use; null for others. */
export interface Attempt {
  account: string;
  address: string;
  device: string | null;
}

/**
 * Makes guessing slow and shuts nobody out. Wrong passwords are counted by account and place, never by account alone: what
 * somebody tries from elsewhere does not touch the person, and a browser that the account is known to use has a count of
 * its own, apart from everybody behind its address. After the free ones each failure doubles the pause: 1 s, 2 s, 4 s … 15 min.
 */
export class SignInBackoff {
  private readonly failures = new Map<string, Failures>();

  constructor(private readonly dependencies: { clock: Clock }) {}

  /**
   * Counts an attempt before it is verified, so that guesses that come at once count as well. Returns what takes it back
   * when it was right. Throws TOO_MANY_ATTEMPTS, whose `retryAfterSeconds` says when to try again.
   */
  tryPassword({ account, address, device }: Attempt): () => void {
    if (device !== null) return this.count([[`device ${account} ${device}`, FREE_FROM_ONE_PLACE]]);
    const place = networkOf(address);
    return this.count([
      [`place ${account} ${place}`, FREE_FROM_ONE_PLACE],
      [`address ${place}`, FREE_FROM_ONE_ADDRESS],
    ]);
  }

  /** As `tryPassword`, for a code of somebody whose password was right. */
  tryCode(account: string): () => void {
    return this.count([[`code ${account}`, FREE_CODES]]);
  }

  private count(keys: readonly (readonly [key: string, free: number])[]): () => void {
    const now = this.dependencies.clock.now().getTime();
    this.forgetOld(now);
    const waitMs = Math.max(...keys.map(([key, free]) => this.pauseOf(key, free, now)));
    if (waitMs > 0) {
      throw new RateLimitedError(Math.ceil(waitMs / 1000), 'TOO_MANY_ATTEMPTS', 'Too many wrong attempts');
    }
    for (const [key] of keys) {
      const count = (this.failures.get(key)?.count ?? 0) + 1;
      this.failures.delete(key);
      this.failures.set(key, { count, last: now });
    }
    return () => {
      const [own, ...shared] = keys;
      this.failures.delete(own![0]);
      // Others fail at a shared address too: one's success takes back no more than one's attempt.
      for (const [key] of shared) {
        const failures = this.failures.get(key);
        if (failures) failures.count -= 1;
      }
    };
  }

  private pauseOf(key: string, free: number, now: number): number {
    const failures = this.failures.get(key);
    if (!failures || failures.count < free) return 0;
    const pauseMs = Math.min(1000 * 2 ** Math.min(failures.count - free, 20), LONGEST_PAUSE_MS);
    return Math.max(0, failures.last + pauseMs - now);
  }

  private forgetOld(now: number): void {
    for (const [key, { last }] of this.failures) {
      if (now - last < FORGET_MS && this.failures.size < MOST_KEPT) break;
      this.failures.delete(key);
    }
  }
}

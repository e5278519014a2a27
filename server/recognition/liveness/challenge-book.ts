import { randomInt } from 'node:crypto';
import type { Clock } from '../../clock.js';
import { newId } from '../../ids.js';
import { headMotions, type HeadMotion } from './head-motion.js';

/** Turns in a challenge: whoever plays a recording guesses them one time in four. A third would take two seconds more. */
const STEPS = 2;
/** Time to read what is asked for, to do it, to send it, and to enter a PIN where that is asked for besides. */
const VALID_SECONDS = 60;
/** Challenges that wait at one time. A kiosk has one, so this is more kiosks than a company has. */
const MOST_OPEN = 10_000;

/** A movement that was asked of whoever stands before one kiosk, once. */
export interface Challenge {
  readonly id: string;
  /** Who may answer: "kiosk:…" or "user:…". */
  readonly source: string;
  /** One after the other, each from looking straight ahead. */
  readonly steps: readonly HeadMotion[];
  readonly expiresAt: Date;
}

/**
 * The challenges that wait for an answer, in memory: they are forgotten sooner than a server restarts. A source has one at
 * a time; a new one ends the one before.
 */
export class ChallengeBook {
  /** By source, the oldest first. */
  private readonly open = new Map<string, Challenge>();

  /** `random` gives an integer from 0 up to, without, its argument; it must not be predictable. */
  constructor(private readonly dependencies: { clock: Clock; random?: (below: number) => number }) {}

  issue(source: string): Challenge {
    const { clock, random = randomInt } = this.dependencies;
    const now = clock.now().getTime();
    this.forgetOld(now);
    const steps = Array.from({ length: STEPS }, () => headMotions[random(headMotions.length)]!);
    const challenge = { id: newId(), source, steps, expiresAt: new Date(now + VALID_SECONDS * 1000) };
    this.open.delete(source);
    this.open.set(source, challenge);
    return challenge;
  }

  /** The challenge, while it may still be answered by this source. */
  find(source: string, id: string): Challenge | null {
    const challenge = this.open.get(source);
    if (challenge?.id !== id) return null;
    return challenge.expiresAt > this.dependencies.clock.now() ? challenge : null;
  }

  /** Has been answered: it will not be found again. */
  end({ source, id }: Challenge): void {
    if (this.open.get(source)?.id === id) this.open.delete(source);
  }

  private forgetOld(now: number): void {
    for (const [source, { expiresAt }] of this.open) {
      if (expiresAt.getTime() > now && this.open.size < MOST_OPEN) break;
      this.open.delete(source);
    }
  }
}

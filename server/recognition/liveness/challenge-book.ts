import { randomInt } from 'node:crypto';
import type { Clock } from '../../clock.js';
import { newId } from '../../ids.js';
import { headMotions, type HeadMotion } from './head-motion.js';

/** Turns in a challenge: whoever plays a recording guesses them one time in four. A third would take two seconds more. */
const STEPS = 2;
/** Time to read what is asked for, to do it, to send it, and to enter a PIN where that is asked for besides. */
const VALID_SECONDS = 60;
/** A movement that was asked of whoever stands before one kiosk, once. */
export interface Challenge {
  readonly id: string;
  /** Who may answer: "kiosk:…" or "user:…". */
  readonly source: string;
  /** One after the other, each from looking straight ahead. */
  readonly steps: readonly HeadMotion[];
  readonly expiresAt: Date;
}

/** Where challenges are kept until they are answered; the value is the challenge as JSON. */
export interface ChallengeStore {
  put(key: string, kept: { value: Uint8Array; expiresAt: Date; triesLeft: number }, now: Date): Promise<void>;
  find(key: string, now: Date): Promise<Uint8Array | null>;
  remove(key: string): Promise<boolean>;
}

/** The challenges that wait for an answer. A source has one at a time; a new one ends the one before. */
export class ChallengeBook {
  /** `random` gives an integer from 0 up to, without, its argument; it must not be predictable. */
  constructor(
    private readonly dependencies: { kept: ChallengeStore; clock: Clock; random?: (below: number) => number },
  ) {}

  async issue(source: string): Promise<Challenge> {
    const { kept, clock, random = randomInt } = this.dependencies;
    const now = clock.now();
    const steps = Array.from({ length: STEPS }, () => headMotions[random(headMotions.length)]!);
    const expiresAt = new Date(now.getTime() + VALID_SECONDS * 1000);
    const challenge = { id: newId(), source, steps, expiresAt };
    const value = Buffer.from(JSON.stringify(challenge));
    await kept.put(placeOf(source), { value, expiresAt, triesLeft: 1 }, now);
    return challenge;
  }

  /** The challenge, while it may still be answered by this source. */
  async find(source: string, id: string): Promise<Challenge | null> {
    const { kept, clock } = this.dependencies;
    const value = await kept.find(placeOf(source), clock.now());
    const challenge = value && read(value);
    return challenge?.id === id ? challenge : null;
  }

  /** Has been answered: it will not be found again. */
  async end({ source, id }: Pick<Challenge, 'source' | 'id'>): Promise<void> {
    if (await this.find(source, id)) await this.dependencies.kept.remove(placeOf(source));
  }
}

const placeOf = (source: string): string => `challenge ${source}`;

function read(value: Uint8Array): Challenge {
  const challenge = JSON.parse(Buffer.from(value).toString()) as Challenge;
  return { ...challenge, expiresAt: new Date(challenge.expiresAt) };
}

import { seededRandom } from '../../evaluation/random.js';
import type { FaceEngine } from '../../face-engine.js';
import { headMotions, type HeadMotion } from '../head-motion.js';
import type { Seen } from '../../look.js';
import { chooseSubject } from '../../subject.js';
import type { Portrait } from './portrait.js';
import { simulate, species, type Species } from './sequences.js';

/** One try at a kiosk, as the engine saw it. */
export interface Attempt {
  species: Species;
  person: string;
  /** What was asked for. */
  steps: readonly HeadMotion[];
  /** The frames on which one face was found, in order; none when there was none on the first. */
  seen: Seen[];
}

/** Every sequence of two turns. */
const CHALLENGES = headMotions.flatMap((first) => headMotions.map((second) => [first, second] as const));

/**
 * Simulates `tries` of each species for each portrait, and judges each by `use` before the next is made: a frame takes half
 * a megabyte. The same seed gives the same frames.
 */
export async function eachAttempt(
  engine: FaceEngine,
  portraits: readonly Portrait[],
  {
    tries,
    seed,
    signal,
    kinds = species,
  }: { tries: number; seed: number; signal?: AbortSignal; kinds?: readonly Species[] },
  use: (attempt: Attempt) => void,
): Promise<void> {
  for (const [index, portrait] of portraits.entries()) {
    const other = portraits[(index + 1) % portraits.length]!;
    for (const kind of kinds) {
      for (let number = 0; number < tries; number++) {
        signal?.throwIfAborted();
        const random = seededRandom(((seed * 1009 + index) * 101 + species.indexOf(kind)) * 1013 + number);
        const steps = CHALLENGES[(index + number) % CHALLENGES.length]!;
        const { frames } = simulate(kind, portrait, other, steps, random);
        const seen: Seen[] = [];
        for (const [at, pixels] of frames.entries()) {
          const subject = chooseSubject(await engine.analyze(pixels, { passive: true }));
          if (subject.outcome !== 'refused') seen.push({ outcome: 'seen', face: subject.face, pixels });
          else if (at === 0) break;
        }
        use({ species: kind, person: portrait.person, steps, seen });
      }
    }
  }
}

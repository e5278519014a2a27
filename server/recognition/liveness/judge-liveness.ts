import { refuse, type Refusal } from '../../refusal.js';
import type { JudgeLiveness } from '../identify.js';
import type { Seen } from '../look.js';
import type { Challenge } from './challenge-book.js';
import { judgeChallenge, type ChallengeVerdict } from './challenge.rules.js';
import { judgePassive, type PassiveSigns, type PassiveVerdict } from './passive.rules.js';
import { pictureSigns } from './picture-signs.js';
import { SHIPPED_CHALLENGE_POLICY, SHIPPED_PASSIVE_POLICY } from './shipped-liveness-policy.js';

/** Frames whose pixels are looked at: more cost time and say the same. */
const PASSIVE_FRAMES = 3;

/** The numbers that a verdict can be explained by. */
type Signs = Record<string, number | string | boolean | null>;

/** PASSIVE goes by the pictures alone. CHALLENGE goes by the movement, and notes what the pictures say. */
export const judgeLiveness: JudgeLiveness = ({ level, challenge }, seen) => {
  if (level === 'OFF') return { refusal: null, signs: null };
  const passive = passiveSignsOf(seen);
  const verdict = judgePassive(passive, SHIPPED_PASSIVE_POLICY);
  const signs = { ...passive[0], passiveScore: verdict.score };
  return level === 'PASSIVE' ? { refusal: refusalOfPassive(verdict), signs } : answerTo(challenge, seen, signs);
};

/** Of the first few frames. Throws when the engine was not asked for the passive models' scores. */
export function passiveSignsOf(seen: readonly Seen[]): PassiveSigns[] {
  return seen.slice(0, PASSIVE_FRAMES).map(({ face, pixels }) => {
    if (!face.passive) throw new Error('the engine gave no passive scores where they were asked for');
    return { ...face.passive, ...pictureSigns(pixels, face.landmarks) };
  });
}

function answerTo(challenge: Challenge | null, seen: readonly Seen[], passive: Signs): ReturnType<JudgeLiveness> {
  if (!challenge)
    return { refusal: refuse('LIVENESS_NEEDED', 'A movement is asked for here. Try again.'), signs: passive };
  const frames = seen.map(({ face }) => face);
  const verdict = judgeChallenge(challenge.steps, frames, SHIPPED_CHALLENGE_POLICY);
  const { turns, ...numbers } = verdict.evidence;
  const signs = { ...passive, ...numbers, asked: challenge.steps.join(' '), turned: turns.join(' ') };
  return { refusal: refusalOfChallenge(verdict), signs };
}

function refusalOfPassive({ outcome }: PassiveVerdict): Refusal | null {
  if (outcome === 'live') return null;
  return refuse(
    'SUSPECTED_SPOOF',
    'This looks like a picture of a face. Move a little, away from bright lights, and try again.',
  );
}

function refusalOfChallenge(verdict: ChallengeVerdict): Refusal | null {
  switch (verdict.outcome) {
    case 'live':
      return null;
    case 'not done':
      return refuse('LIVENESS_NEEDED', verdict.words);
    case 'suspected':
      return refuse(
        'SUSPECTED_SPOOF',
        verdict.reason === 'FLAT'
          ? 'Your head did not seem to turn. Turn it, not the device, and try again.'
          : 'More than one person was seen. Stand alone before the camera and try again.',
      );
  }
}

import type { PassiveScores } from '../face-engine.js';
import type { PictureSigns } from './picture-signs.js';

/** All that one frame says without anybody moving. */
export type PassiveSigns = PassiveScores & PictureSigns;

/** A logistic model: the sum of the signs by their weights, from -infinity (genuine) up; a picture of one from `threshold`. */
export interface PassivePolicy {
  weights: Record<keyof PassiveSigns, number>;
  threshold: number;
}

export interface PassiveVerdict {
  outcome: 'live' | 'suspected';
  /** The median frame's. */
  score: number;
}

/** Whether the frames, one or more, look like pictures of a picture. Weak: see docs/evaluation.md. */
export function judgePassive(frames: readonly PassiveSigns[], policy: PassivePolicy): PassiveVerdict {
  const scores = frames.map((signs) => passiveScore(signs, policy)).sort((a, b) => a - b);
  const score = scores[scores.length >> 1]!;
  return { outcome: score >= policy.threshold ? 'suspected' : 'live', score };
}

function passiveScore(signs: PassiveSigns, { weights }: PassivePolicy): number {
  return (Object.keys(weights) as (keyof PassiveSigns)[]).reduce((sum, name) => sum + weights[name] * signs[name], 0);
}

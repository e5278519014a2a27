import type { FusedRule } from '../recognition/match.js';
import { cosine, euclidean } from '../recognition/template-distance.js';

interface Face {
  template: Float32Array;
  second: Float32Array;
}

/** Whether every photo looks like the first one: nearer than a probe must be to be somebody, by both encoders. */
export function showOnePerson(
  [first, ...others]: readonly Face[],
  { threshold, weight }: Pick<FusedRule, 'threshold' | 'weight'>,
): boolean {
  return others.every(
    (face) => euclidean(first!.template, face.template) + weight * cosine(first!.second, face.second) < threshold,
  );
}

import type { FusedRule } from '../recognition/match.js';

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

const euclidean = (a: Float32Array, b: Float32Array): number =>
  Math.sqrt(a.reduce((sum, value, index) => sum + (value - b[index]!) ** 2, 0));

/** The cosine distance of two templates of length 1. */
const cosine = (a: Float32Array, b: Float32Array): number =>
  1 - a.reduce((sum, value, index) => sum + value * b[index]!, 0);

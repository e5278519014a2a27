import type { MatchPolicy } from '../recognition/match.js';

/** Whether every photo looks like the first one: nearer than the threshold under which a probe is somebody. */
export function showOnePerson(
  faces: readonly { template: Float32Array }[],
  policy: Pick<MatchPolicy, 'threshold'>,
): boolean {
  const [first, ...others] = faces;
  return others.every((face) => distance(first!.template, face.template) < policy.threshold);
}

function distance(a: Float32Array, b: Float32Array): number {
  return Math.sqrt(a.reduce((sum, value, index) => sum + (value - b[index]!) ** 2, 0));
}

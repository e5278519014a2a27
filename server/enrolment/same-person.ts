import type { FusedRule } from '../recognition/match.js';
import { cosine, euclidean } from '../recognition/template-distance.js';

interface Face {
  template: Float32Array;
  second: Float32Array;
}

/**
 * The faces of the person whom most of the photos show, and the others. A face belongs to them that is nearer to one of
 * theirs than a probe must be to be somebody, by both encoders. Where some are known to be theirs (`isTheirs`), those and
 * what is near them count, however few; of equally many the group with the earliest photo.
 */
export function sortByPerson<T extends Face>(
  faces: readonly T[],
  { threshold, weight }: Pick<FusedRule, 'threshold' | 'weight'>,
  isTheirs: (face: T) => boolean | null = () => null,
): { same: T[]; others: T[] } {
  const isNear = (a: T, b: T): boolean =>
    euclidean(a.template, b.template) + weight * cosine(a.second, b.second) < threshold;
  const told = faces.map(isTheirs);
  const isKnown = told.some((answer) => answer !== null);
  const seeds = isKnown ? [faces.filter((_face, index) => told[index])] : faces.map((face) => [face]);
  const groups = seeds.map((seed) => groupFrom(seed, faces, isNear));
  const same = groups.reduce((best, group) => (group.size > best.size ? group : best), new Set<T>());
  return { same: faces.filter((face) => same.has(face)), others: faces.filter((face) => !same.has(face)) };
}

/** Everything that can be reached from the seed by steps between near ones. */
function groupFrom<T>(seed: readonly T[], faces: readonly T[], isNear: (a: T, b: T) => boolean): Set<T> {
  const group = new Set(seed);
  for (const member of group) for (const face of faces) if (!group.has(face) && isNear(member, face)) group.add(face);
  return group;
}

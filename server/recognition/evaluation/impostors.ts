import type { ImpostorScores } from '../calibration.js';
import type { AcquiredSet } from './identification.js';
import { seededRandom, shuffled } from './random.js';

/**
 * Distances between different people of a set, as calibrate() wants them: from a template of one person to the nearest
 * of at most `enrol` of another, for each ordered pair of people `probes` times.
 */
export function impostorScores(
  { shots, distances }: AcquiredSet,
  { enrol, weight, seed, probes = 3 }: { enrol: number; weight: number; seed: number; probes?: number },
): ImpostorScores {
  const random = seededRandom(seed);
  const photos = new Map<string, number[]>();
  shots.forEach(({ person, templates }, index) => {
    if (templates) photos.set(person, [...(photos.get(person) ?? []), index]);
  });
  const first: number[] = [];
  const fused: number[] = [];
  for (const [person, own] of photos) {
    for (const [other, theirs] of photos) {
      if (other === person) continue;
      for (const probe of shuffled(own, random).slice(0, probes)) {
        const pairs = shuffled(theirs, random)
          .slice(0, enrol)
          .map((template) => distances.between(probe, template));
        first.push(Math.min(...pairs.map((pair) => pair.first)));
        fused.push(Math.min(...pairs.map((pair) => pair.first + weight * pair.second)));
      }
    }
  }
  return { people: photos.size, first, fused };
}

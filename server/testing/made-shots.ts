import type { Shot } from '../recognition/evaluation/acquire.js';
import { seededRandom } from '../recognition/evaluation/random.js';

/**
 * Described photos of made-up people: each has a direction of their own in either encoder's space, each photo lies somewhere
 * around it, the further the larger the spread. Every third photo is a Test one.
 */
export function madeShots({
  people,
  photos,
  spread = 0.35,
}: {
  people: number;
  photos: number;
  spread?: number;
}): Shot[] {
  const random = seededRandom(3);
  const vector = (length: number): number[] => Array.from({ length }, () => random() - 0.5);
  const around = (centre: number[]): Float32Array => {
    const moved = centre.map((value) => value + spread * (random() - 0.5));
    const length = Math.hypot(...moved);
    return Float32Array.from(moved, (value) => value / length);
  };
  return Array.from({ length: people }, (_, person) => {
    const [first, second] = [vector(128), vector(1024)];
    return Array.from({ length: photos }, (__, photo): Shot => ({
      person: `person ${person}`,
      part: photo % 3 === 2 ? 'Test' : 'Train',
      file: `${person}/${photo}.jpg`,
      templates: { first: around(first), second: around(second) },
      failure: null,
      faces: 1,
      complaint: null,
      times: null,
    }));
  }).flat();
}

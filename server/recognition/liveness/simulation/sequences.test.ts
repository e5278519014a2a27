import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { seededRandom } from '../../evaluation/random.js';
import { PORTRAIT_SIZE, type Portrait } from './portrait.js';
import { simulate, type Species } from './sequences.js';

const random = seededRandom(3);
const noise: Portrait = {
  pixels: {
    data: Uint8Array.from({ length: PORTRAIT_SIZE ** 2 * 3 }, () => 256 * random()),
    width: PORTRAIT_SIZE,
    height: PORTRAIT_SIZE,
  },
  person: 'noise',
  noseTip: 0.65,
  mouth: 1.1,
  chin: 1.85,
};

it.each<Species>(['genuine', 'print bent'])(
  'makes the same frames of "%s" from the same seed, others from another',
  (kind) => {
    const hashOf = (seed: number): string => {
      const hash = createHash('sha256');
      for (const { data } of simulate(kind, noise, noise, ['LEFT'], seededRandom(seed)).frames) hash.update(data);
      return hash.digest('hex');
    };
    expect(hashOf(9)).toBe(hashOf(9));
    expect(hashOf(9)).not.toBe(hashOf(10));
  },
);

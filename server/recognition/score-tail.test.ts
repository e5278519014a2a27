import { describe, expect, it } from 'vitest';
import { seededRandom } from './evaluation/random.js';
import { fitLowerTail, fmrAtScore, MIN_SCORES, scoreAtFmr } from './score-tail.js';

/** Mean 0.8, standard deviation 0.09 (Box and Muller): about what distances between different people are like. */
function normalDistances(count: number, seed: number): number[] {
  const random = seededRandom(seed);
  return Array.from(
    { length: count },
    () => 0.8 + 0.09 * Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()),
  );
}

/** Of the very shape that is fitted: under 0.65, scale 0.05. */
function paretoDistances(count: number, seed: number): number[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => {
    const part = 1 - random();
    return part < 0.1 ? 0.65 - (0.05 / -0.1) * ((part / 0.1) ** 0.1 - 1) : 0.55 + part;
  });
}

describe('the lower tail of distances', () => {
  it('finds the parameters that the distances were drawn with', () => {
    const { bound, scale } = fitLowerTail(paretoDistances(100_000, 1));
    expect(bound).toBeCloseTo(0.65, 2);
    expect(Math.abs(scale / 0.05 - 1)).toBeLessThan(0.03);
  });

  it.each([
    [1e-2, 0.8 - 2.326 * 0.09],
    [1e-3, 0.8 - 3.09 * 0.09],
    [1e-4, 0.8 - 3.719 * 0.09],
    [1e-5, 0.8 - 4.265 * 0.09],
  ])(
    'of a normal distribution lies at probability %d within a fifth of a standard deviation below the truth',
    (fmr, truth) => {
      const error = (scoreAtFmr(fitLowerTail(normalDistances(100_000, 2)), fmr) - truth) / 0.09;
      expect(error).toBeGreaterThan(-0.2);
      expect(error).toBeLessThan(0.05);
    },
  );

  it('drawn from five hundred distances rarely is half a standard deviation too loose at 1e-5', () => {
    const errors = Array.from(
      { length: 200 },
      (_, seed) => (scoreAtFmr(fitLowerTail(normalDistances(500, seed)), 1e-5) - (0.8 - 4.265 * 0.09)) / 0.09,
    );
    expect(errors.filter((error) => error > 0.5).length).toBeLessThanOrEqual(10);
  });

  it('gives back the probability of the distance that a probability gave', () => {
    const tail = { bound: 0.65, scale: 0.05 };
    for (const fmr of [0.1, 0.01, 1e-4, 1e-6]) expect(fmrAtScore(tail, scoreAtFmr(tail, fmr))).toBeCloseTo(fmr, 12);
  });

  it('knows nothing beyond its bound, and no distance below 0', () => {
    const tail = { bound: 0.65, scale: 0.05 };
    expect(fmrAtScore(tail, 0.9)).toBe(0.1);
    expect(scoreAtFmr(tail, 0.5)).toBe(0.65);
    expect(scoreAtFmr({ bound: 0.3, scale: 0.05 }, 1e-12)).toBe(0);
  });

  it.each([
    ['too few', Array.from({ length: MIN_SCORES - 1 }, (_, index) => index)],
    ['one that is not finite', [...Array.from({ length: MIN_SCORES }, (_, index) => index), Number.NaN]],
    ['equal ones', Array.from({ length: MIN_SCORES }, () => 0.5)],
  ])('refuses %s', (_, distances) => {
    expect(() => fitLowerTail(distances)).toThrow(RangeError);
  });
});

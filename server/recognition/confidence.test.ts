import { describe, expect, it } from 'vitest';
import { confidenceOf, fitLogOdds, probabilityAt, type Judged } from './confidence.js';
import { seededRandom } from './evaluation/random.js';

const model = { first: { intercept: 12, slope: 20 }, fused: { intercept: 12, slope: 15 } };

/** Distances of which so many are right as the model says, in a gallery of one. */
function drawn(count: number, { intercept, slope }: { intercept: number; slope: number }, seed: number): Judged[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => {
    const distance = 0.3 + 0.6 * random();
    return { distance, gallerySize: 1, right: random() < probabilityAt(distance, { intercept, slope }, 1) };
  });
}

describe('confidenceOf', () => {
  it.each([
    ['first', 0.6, 1, 0.5],
    ['fused', 0.8, 1, 0.5],
    ['first', 0.6 - Math.log(9) / 20, 1, 0.9],
    ['first', 0.6 - Math.log(9) / 20, 9, 0.5],
  ] as const)('of a match decided by %s at %d among %d people is %d', (decidedBy, distance, people, confidence) => {
    expect(confidenceOf({ decidedBy, distance }, model, people)).toBeCloseTo(confidence, 10);
  });
});

describe('fitLogOdds', () => {
  it('finds the log-odds that the answers were drawn with', () => {
    const { intercept, slope } = fitLogOdds(drawn(200_000, { intercept: 12, slope: 20 }, 1));
    expect(intercept / slope).toBeCloseTo(0.6, 2);
    // The prior makes it a little flatter.
    expect(slope).toBeGreaterThan(17);
    expect(slope).toBeLessThan(20);
  });

  it('puts even odds where right and wrong balance, however many there are of each', () => {
    const judged = drawn(20_000, { intercept: 12, slope: 20 }, 2);
    const lopsided = judged.filter(({ right }, index) => right || index % 10 === 0);
    const [even, uneven] = [fitLogOdds(judged), fitLogOdds(lopsided)];
    expect(uneven.intercept / uneven.slope).toBeCloseTo(even.intercept / even.slope, 2);
  });

  it('stays finite where right and wrong do not overlap', () => {
    const judged = [0.2, 0.25, 0.3].map((distance) => ({ distance, gallerySize: 10, right: true }));
    const strangers = [0.7, 0.75, 0.8].map((distance) => ({ distance, gallerySize: 10, right: false }));
    const model = fitLogOdds([...judged, ...strangers]);
    expect(probabilityAt(0.25, model, 10)).toBeGreaterThan(0.95);
    expect(probabilityAt(0.75, model, 10)).toBeLessThan(0.05);
    expect(model.slope).toBeLessThan(100);
  });

  it('refuses answers of one kind', () => {
    expect(() => fitLogOdds([{ distance: 0.2, gallerySize: 1, right: true }])).toThrow(RangeError);
  });
});

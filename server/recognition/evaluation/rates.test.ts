import { describe, expect, it } from 'vitest';
import { bootstrapFalseRejects, curveOf, pointAt, type Comparisons } from './rates.js';

const scored = (...scores: number[]) => scores.map((score, index) => ({ person: `p${index}`, score }));
/** Ten strangers at 0.5 … 0.95; of five mated, one lies among them and one was not acquired. */
const comparisons: Comparisons = {
  mated: scored(0.1, 0.2, 0.3, 0.62, Infinity),
  nonMated: scored(0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95),
};

describe('pointAt', () => {
  it.each([
    ['no stranger may pass: under the nearest of them', 0.05, 0.5, 0, 0.4],
    ['one of ten may pass', 0.1, 0.55, 0.1, 0.4],
    ['three of ten may pass, and the fourth mated passes with them', 0.3, 0.65, 0.3, 0.2],
    ['all may pass: what was not acquired still does not', 1, Infinity, 1, 0.2],
  ])('when %s', (_, rate, threshold, falseAccepts, falseRejects) => {
    const point = pointAt(comparisons, rate);
    expect(point.threshold).toBe(threshold);
    expect(point.falseAccepts).toBeCloseTo(falseAccepts, 12);
    expect(point.falseRejects).toBeCloseTo(falseRejects, 12);
  });

  it('lets nobody pass at a score that several strangers share', () => {
    const tied = { mated: scored(0.4), nonMated: scored(0.5, 0.5, 0.5, 0.9) };
    expect(pointAt(tied, 0.25)).toEqual({ threshold: 0.5, falseAccepts: 0, falseRejects: 0 });
  });

  it('refuses comparisons of one kind', () => {
    expect(() => pointAt({ mated: scored(0.1), nonMated: [] }, 0.1)).toThrow(RangeError);
  });
});

it('curveOf runs from no stranger more than one to all of them, never back', () => {
  const curve = curveOf(comparisons, 20);
  expect(curve[0]!.falseAccepts).toBeCloseTo(0.1, 12);
  expect(curve.at(-1)!.falseAccepts).toBe(1);
  for (const [index, point] of curve.slice(1).entries()) {
    expect(point.falseAccepts).toBeGreaterThanOrEqual(curve[index]!.falseAccepts);
    expect(point.falseRejects).toBeLessThanOrEqual(curve[index]!.falseRejects);
  }
});

describe('bootstrapFalseRejects', () => {
  it('holds the measured rate, and is the same for the same seed', () => {
    const [interval] = bootstrapFalseRejects(comparisons, [0.1], 3);
    expect(interval!.low).toBeLessThanOrEqual(0.4);
    expect(interval!.high).toBeGreaterThanOrEqual(0.4);
    expect(interval!.high).toBeLessThanOrEqual(1);
    expect(bootstrapFalseRejects(comparisons, [0.1], 3)).toEqual([interval]);
  });

  it('is a point where everybody is recognised', () => {
    const perfect = { mated: scored(0.1, 0.2, 0.1), nonMated: scored(0.8, 0.9, 0.7) };
    expect(bootstrapFalseRejects(perfect, [0.01], 1)).toEqual([{ low: 0, high: 0 }]);
  });
});

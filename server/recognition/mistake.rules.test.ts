import { describe, expect, it } from 'vitest';
import { mayRepeat, type Mistake } from './mistake.rules.js';

const mistake = (gap: number | null): Mistake => ({ rightEmployeeId: 'ben', modelId: 'one', distance: 0.375, gap });

describe('a match with somebody for whom another person was taken', () => {
  it.each([
    // gap then | distance now, to the other | may be the same mistake
    [0.25, 0.375, 0.625, true],
    [0.25, 0.25, 0.5, true],
    [0.25, 0.25, 0.625, true],
    [0.25, 0.25, 0.6251, false],
    [0.25, 0.5, 1, false],
    [-0.125, 0.25, 0.25, true],
    [-0.125, 0.25, 0.3, false],
    // They were not told apart then, or cannot be now: nearer than the mistake.
    [null, 0.375, 0.9, true],
    [null, 0.3749, 0.9, false],
    [null, 0.3749, null, false],
    [0.25, 0.375, null, true],
    [0.25, 0.3749, null, false],
    [null, Number.NaN, null, true],
    [0.25, Number.NaN, 0.9, true],
  ])('a gap of %s, now at %s with the other at %s: %s', (gap, distance, rightDistance, expected) => {
    expect(mayRepeat(mistake(gap), { distance, rightDistance, margin: 0.125 })).toBe(expected);
  });
});

import { describe, expect, it } from 'vitest';
import { bestThreshold, crossValidate } from './verification.js';

const pair = (same: boolean, score: number) => ({ same, score });

describe('bestThreshold', () => {
  it('lies between the two kinds', () => {
    expect(bestThreshold([pair(true, 0.25), pair(true, 0.5), pair(false, 0.75), pair(false, 1)])).toBe(0.625);
  });

  it('is wrong about as few as possible', () => {
    const pairs = [pair(true, 0.1), pair(false, 0.2), pair(true, 0.3), pair(true, 0.5), pair(false, 0.75)];
    expect(bestThreshold(pairs)).toBe(0.625);
  });

  it('accepts nothing where that is best', () => {
    expect(bestThreshold([pair(false, 0.1), pair(true, Infinity)])).toBe(-Infinity);
  });
});

describe('crossValidate', () => {
  it('judges each fold by the others’ threshold', () => {
    // Two folds. The first's best threshold is 0.4, at which two of the second's four are right; the second's is 0.7,
    // at which three of the first's four are.
    const first = [pair(true, 0.2), pair(true, 0.3), pair(false, 0.5), pair(false, 0.8)];
    const second = [pair(true, 0.5), pair(true, 0.6), pair(false, 0.8), pair(false, 0.9)];
    expect(crossValidate([...first, ...second], 2)).toEqual({ pairs: 8, accuracy: (3 / 4 + 2 / 4) / 2 });
  });

  it('takes a photo that was not acquired for another person', () => {
    const pairs = Array.from({ length: 10 }, (_, index) => [
      pair(true, index === 0 ? Infinity : 0.2),
      pair(false, 0.9),
    ]);
    expect(crossValidate(pairs.flat()).accuracy).toBeCloseTo(19 / 20, 12);
  });

  it('refuses fewer pairs than folds', () => {
    expect(() => crossValidate([pair(true, 0.1)])).toThrow(RangeError);
  });
});

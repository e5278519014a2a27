import { describe, expect, it } from 'vitest';
import { placeOn, ticksOf } from './plot-scale';

describe('an axis', () => {
  it('in decades puts each as far from the next', () => {
    const axis = { label: 'FPIR', low: 0.001, high: 1, logarithmic: true };
    expect(ticksOf(axis)).toEqual([0.001, 0.01, 0.1, 1]);
    expect([0.001, 0.01, 0.1, 1].map((value) => placeOn(axis, value).toFixed(3))).toEqual([
      '0.000',
      '0.333',
      '0.667',
      '1.000',
    ]);
  });

  it('puts what is beyond its ends on them', () => {
    const axis = { label: 'loss', low: 0, high: 2, logarithmic: false };
    expect([placeOn(axis, -1), placeOn(axis, 3), placeOn(axis, 0.5)]).toEqual([0, 1, 0.25]);
    expect(placeOn({ ...axis, low: 0.01, logarithmic: true }, 0)).toBe(0);
  });
});

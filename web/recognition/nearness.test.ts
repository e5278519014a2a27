import { describe, expect, it } from 'vitest';
import type { Decision_ComparisonFragment } from '../gql/graphql';
import { decidedBy, nearnessOf } from './nearness';

const comparison = (distance: number | null): Decision_ComparisonFragment => ({
  modelId: 'encoder',
  distance,
  runnerUpDistance: null,
  threshold: 0.5,
  margin: 0.05,
});

describe('nearnessOf', () => {
  it.each([
    [0, 0, true],
    [0.25, 25, true],
    [0.499, 49.9, true],
    [0.5, 50, false],
    [0.75, 75, false],
    [1.4, 100, false],
  ])('a distance of %d stands at %d per cent', (distance, percent, isNearEnough) => {
    const nearness = nearnessOf(comparison(distance));
    expect(nearness?.percent).toBeCloseTo(percent);
    expect(nearness?.isNearEnough).toBe(isNearEnough);
  });

  it('is nothing where there was nobody, or no comparison', () => {
    expect(nearnessOf(comparison(null))).toBeNull();
    expect(nearnessOf(null)).toBeNull();
  });
});

describe('decidedBy', () => {
  it('is the second opinion where it was asked', () => {
    const [first, fused] = [comparison(0.48), comparison(0.3)];
    expect(decidedBy({ first, fused })).toBe(fused);
    expect(decidedBy({ first, fused: null })).toBe(first);
    expect(decidedBy({ first: null, fused: null })).toBeNull();
  });
});

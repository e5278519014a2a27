import { describe, expect, it } from 'vitest';
import type { MatchPolicy } from '../match.js';
import { judgeProbe, type PersonDistances } from './scores.js';

const policy: MatchPolicy = {
  first: { sure: 0.375, threshold: 0.625, margin: 0.0625 },
  fused: { threshold: 0.625, margin: 0.0625, weight: 0.5 },
  candidates: 2,
};
const at = (person: string, first: number, second: number): PersonDistances => ({
  person,
  first,
  second,
  fused: first + 0.5 * second,
});

describe('judgeProbe', () => {
  it('keeps to the first encoder where it is sure, and puts that before all that is fused', () => {
    const { nearest, matched, askedSecond, top } = judgeProbe([at('anna', 0.25, 0.9), at('ben', 0.5, 0.1)], policy);
    expect(nearest.product).toEqual({ person: 'anna', score: 0.25 });
    expect(nearest.fused).toEqual({ person: 'ben', score: 0.55 });
    expect(matched).toMatchObject({ employeeId: 'anna', decidedBy: 'first' });
    expect(askedSecond).toBe(false);
    expect(top).toEqual({ decidedBy: 'first', employeeId: 'anna', distance: 0.25 });
  });

  it('asks the second encoder about the few nearest when in doubt', () => {
    const gallery = [at('anna', 0.5, 0.5), at('ben', 0.5625, 0), at('carla', 0.6, -0.5)];
    const { nearest, matched, askedSecond } = judgeProbe(gallery, policy);
    expect(nearest.product).toEqual({ person: 'ben', score: 0.5625 });
    expect(matched).toMatchObject({ employeeId: 'ben', decidedBy: 'fused', runnerUpDistance: 0.75 });
    expect(askedSecond).toBe(true);
    expect(nearest.second?.person).toBe('carla');
  });

  it('scores also what is beyond the threshold, so that other thresholds can be tried', () => {
    const { nearest, matched, askedSecond } = judgeProbe([at('anna', 0.75, 0.5)], policy);
    expect(matched).toBeNull();
    expect(askedSecond).toBe(false);
    expect(nearest.product).toEqual({ person: 'anna', score: 1 });
  });

  it('refuses two people who are too near to each other at any threshold', () => {
    const { nearest, matched } = judgeProbe([at('anna', 0.25, 0.25), at('ben', 0.25, 0.3)], policy);
    expect(matched).toBeNull();
    expect(nearest.product).toEqual({ person: 'anna', score: Infinity });
  });

  it('puts whom only the second encoder could tell from another after all who were sure', () => {
    const { nearest, matched } = judgeProbe([at('anna', 0.25, 0), at('ben', 0.28, 0.5)], policy);
    expect(matched).toMatchObject({ employeeId: 'anna', decidedBy: 'fused', distance: 0.25 });
    expect(nearest.product).toEqual({ person: 'anna', score: 0.375 });
  });

  it('finds nobody in an empty gallery', () => {
    const { nearest, matched, top } = judgeProbe([], policy);
    expect(nearest).toEqual({ first: null, second: null, fused: null, product: null });
    expect([matched, top]).toEqual([null, null]);
  });
});

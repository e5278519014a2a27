import { describe, expect, it } from 'vitest';
import type { Nearest } from './gallery.js';
import { confidenceOf, decide } from './match.js';

const policy = { threshold: 0.5, margin: 0.125 };
const near = (distance: number, runnerUpDistance?: number): Nearest => ({
  employeeId: 'anna',
  distance,
  ...(runnerUpDistance === undefined ? {} : { runnerUp: { employeeId: 'ben', distance: runnerUpDistance } }),
});

describe('decide', () => {
  it.each([
    ['an empty gallery', null, 'UNKNOWN_FACE'],
    ['a distance at the threshold', near(0.5), 'UNKNOWN_FACE'],
    ['a distance over the threshold', near(0.7, 0.9), 'UNKNOWN_FACE'],
    ['a stranger near two people alike', near(0.7, 0.71), 'UNKNOWN_FACE'],
    ['a distance that is no number', near(Number.NaN), 'UNKNOWN_FACE'],
    ['somebody else nearly as near', near(0.25, 0.374), 'AMBIGUOUS_FACE'],
    ['somebody else just as near', near(0.25, 0.25), 'AMBIGUOUS_FACE'],
  ])('refuses %s', (_, nearest, reason) => {
    expect(decide(nearest, policy)).toMatchObject({ outcome: 'refused', reason });
  });

  it.each([
    ['when nobody else is in the gallery', near(0.25), 0.25, null],
    ['just under the threshold', near(0.499, 0.7), 0.499, 0.7],
    ['when the next person is the margin further away', near(0.25, 0.375), 0.25, 0.375],
    ['when the next person is under the threshold but far enough away', near(0.125, 0.4), 0.125, 0.4],
  ])('matches the nearest person %s', (_, nearest, distance, runnerUpDistance) => {
    expect(decide(nearest, policy)).toEqual({ outcome: 'matched', employeeId: 'anna', distance, runnerUpDistance });
  });
});

describe('confidenceOf', () => {
  it.each([
    [0.47, 0.5],
    [0.37, 0.881],
    [0.24, 0.99],
    [0.57, 0.119],
  ])('is at distance %d under a threshold of 0.47: %d', (distance, confidence) => {
    expect(confidenceOf(distance, 0.47)).toBeCloseTo(confidence, 3);
  });

  it('falls as the distance grows and stays within 0..1', () => {
    const values = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.8].map((distance) => confidenceOf(distance, 0.47));
    expect(values).toEqual([...values].sort((a, b) => b - a));
    expect(new Set(values).size).toBe(values.length);
    expect(values.every((value) => value >= 0 && value <= 1)).toBe(true);
  });
});

import { describe, expect, it } from 'vitest';
import { decideFirst, decideFused, type MatchPolicy } from './match.js';

const policy: MatchPolicy = {
  first: { sure: 0.375, threshold: 0.625, margin: 0.125 },
  fused: { threshold: 0.5, margin: 0.0625, weight: 0.5 },
  candidates: 5,
};
const people = ['anna', 'ben', 'carla'];
const at = (...distances: number[]) =>
  distances.map((distance, index) => ({ employeeId: people[index] as string, distance }));

describe('decideFirst', () => {
  it.each([
    ['an empty gallery', []],
    ['the nearest at the threshold', [0.625]],
    ['the nearest beyond it', [0.7, 0.9]],
    ['a stranger near two people alike', [0.7, 0.71]],
    ['a distance that is no number', [Number.NaN]],
  ])('refuses %s', (_, distances) => {
    expect(decideFirst(at(...distances), policy)).toMatchObject({ outcome: 'refused', reason: 'UNKNOWN_FACE' });
  });

  it.each([
    ['the nearest is just not near enough to be sure', [0.375]],
    ['the nearest is just under the threshold', [0.624, 0.9]],
    ['somebody else is nearly as near', [0.25, 0.374]],
    ['two people are equally near', [0.25, 0.25, 0.25]],
  ])('doubts when %s', (_, distances) => {
    expect(decideFirst(at(...distances), policy)).toBe('doubt');
  });

  it.each([
    ['when nobody else is there', [0.25], null],
    ['just under the bound', [0.374, 0.7], 0.7],
    ['when the next person is the margin further away', [0.25, 0.375], 0.375],
  ])('is sure of the nearest %s', (_, distances, runnerUpDistance) => {
    expect(decideFirst(at(...distances), policy)).toEqual({
      outcome: 'matched',
      decidedBy: 'first',
      employeeId: 'anna',
      distance: distances[0],
      runnerUpDistance,
    });
  });
});

describe('decideFused', () => {
  it.each([
    ['when nobody has a second template', [], 'UNKNOWN_FACE'],
    ['a score at the threshold', [0.5], 'UNKNOWN_FACE'],
    ['a score that is no number', [Number.NaN], 'UNKNOWN_FACE'],
    ['somebody else nearly as near', [0.25, 0.312], 'AMBIGUOUS_FACE'],
  ])('refuses %s', (_, scores, reason) => {
    expect(decideFused(at(...scores), policy)).toMatchObject({ outcome: 'refused', reason });
  });

  it('matches the nearest when it is under the threshold and the margin ahead', () => {
    expect(decideFused(at(0.4375, 0.5), policy)).toEqual({
      outcome: 'matched',
      decidedBy: 'fused',
      employeeId: 'anna',
      distance: 0.4375,
      runnerUpDistance: 0.5,
    });
  });
});

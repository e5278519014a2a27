import { describe, expect, it } from 'vitest';
import type { HeadMotion } from '../gql/graphql';
import { challengePlan, STILL_PLAN } from './challenge-plan';

const totalMs = (shots: readonly { afterMs: number }[]): number => shots.reduce((sum, { afterMs }) => sum + afterMs, 0);

describe('challengePlan', () => {
  it('begins straight ahead and comes back from each turn, two pictures each', () => {
    expect(challengePlan(['LEFT', 'LEFT']).map(({ guidance }) => guidance)).toEqual([
      'STRAIGHT',
      ...['LEFT', 'LEFT', 'BACK', 'BACK'],
      ...['LEFT', 'LEFT', 'BACK', 'BACK'],
    ]);
  });

  it.each<[HeadMotion[], number]>([
    [['LEFT'], 8],
    [['RIGHT', 'LEFT'], 8],
    [['LEFT', 'LEFT', 'RIGHT'], 6],
  ])('%j: %d pictures beside the photo, evenly spaced over 2.4 s a turn', (steps, count) => {
    const [, ...frames] = challengePlan(steps);
    expect(frames).toHaveLength(count);
    expect(new Set(frames.map(({ afterMs }) => afterMs)).size).toBe(1);
    expect(totalMs(frames)).toBeCloseTo(2400 * steps.length);
  });
});

describe('STILL_PLAN', () => {
  it('is over within a third of a second', () => {
    expect(STILL_PLAN).toHaveLength(3);
    expect(totalMs(STILL_PLAN)).toBeLessThan(334);
  });
});

import { describe, expect, it } from 'vitest';
import { SHIPPED_CONFIDENCE, SHIPPED_STATISTICS } from '../recognition/shipped-policy.js';
import { madeShots } from '../testing/made-shots.js';
import { calibrateOn, judge } from './judge.js';

const shipped = { statistics: SHIPPED_STATISTICS, confidence: SHIPPED_CONFIDENCE };
const targetFpir = 0.001;

describe('calibration', () => {
  it('keeps the shipped figures for few people, and says so', () => {
    const calibrated = calibrateOn(madeShots({ people: 8, photos: 6 }), { targetFpir, shipped });
    expect(calibrated).toMatchObject({ source: 'shipped', people: 8, ...shipped });
    expect(calibrated.notes).toEqual([
      '8 people are too few to measure thresholds on (50): they rest on the shipped figures.',
    ]);
  });

  it('measures fifty people, by Train samples alone', () => {
    const shots = madeShots({ people: 50, photos: 6 });
    const train = shots.filter(({ part }) => part === 'Train');
    const calibrated = calibrateOn(train, { targetFpir, shipped });
    expect(calibrated).toMatchObject({ source: 'installation', people: 50 });
    expect(calibrated.statistics.tails).not.toEqual(SHIPPED_STATISTICS.tails);
    expect(calibrated.statistics.loosest).toEqual(SHIPPED_STATISTICS.loosest);
  });
});

describe('judging', () => {
  it('probes with Test samples only, strangers as well', () => {
    const shots = madeShots({ people: 8, photos: 6 });
    const { figures } = judge(shots, shipped, targetFpir);
    // Half of 8 people enrolled, 2 Test samples each, over 20 splits.
    expect(figures.probes).toEqual({ mated: 160, strangers: 160 });
    expect(figures).toMatchObject({ fnir: 0, fpir: 0, rank1: 1 });
  });

  it('sees a version that lets strangers in, and whom it confuses', () => {
    const shots = madeShots({ people: 8, photos: 6, spread: 3 });
    const tails = { first: { bound: 9, scale: 0.01 }, fused: { bound: 9, scale: 0.01 } };
    const loose = { ...SHIPPED_STATISTICS, tails, loosest: { sure: 9, fused: 9 }, margins: { first: 0, fused: 0 } };
    const { figures, confusions } = judge(shots, { ...shipped, statistics: loose }, targetFpir);
    expect(figures.fpir).toBe(1);
    expect(figures.misidentified).toBeGreaterThan(0);
    expect(confusions.length).toBeGreaterThan(0);
    expect(confusions[0]!.person).not.toBe(confusions[0]!.nearest);
  });
});

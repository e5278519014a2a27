import { describe, expect, it } from 'vitest';
import { calibrate, MIN_PEOPLE, type EncoderStatistics, type ImpostorScores } from './calibration.js';
import { seededRandom } from './evaluation/random.js';
import { fmrAtScore } from './score-tail.js';

const shipped: EncoderStatistics = {
  tails: { first: { bound: 0.7, scale: 0.05 }, fused: { bound: 0.9, scale: 0.06 } },
  loosest: { sure: 0.45, fused: 0.7 },
  strictestFused: 0.4,
  margins: { first: 0.05, fused: 0.06 },
  weight: 0.5,
  candidates: 8,
};

/** Evenly spread over a fifth, so that the nearest tenth lies within a fiftieth of `nearest`. */
function impostors(people: number, nearest: { first: number; fused: number }): ImpostorScores {
  const random = seededRandom(1);
  const from = (low: number): number[] => Array.from({ length: people * (people - 1) }, () => low + random() * 0.2);
  return { people, first: from(nearest.first), fused: from(nearest.fused) };
}

describe('calibrate', () => {
  it('sets thresholds at which strangers match at the wanted rate in a gallery of this size', () => {
    const gallerySize = 40;
    const { policy, source } = calibrate({ gallerySize, targetFpir: 0.001 }, shipped);
    const fpir = (fmr: number): number => 1 - (1 - fmr) ** gallerySize;
    const alone = fpir(fmrAtScore(shipped.tails.first, policy.first.sure));
    const both = fpir(fmrAtScore(shipped.tails.fused, policy.fused.threshold));
    expect(alone + both).toBeCloseTo(0.001, 6);
    expect(alone).toBeCloseTo(0.0001, 6);
    expect(source).toBe('shipped');
  });

  it('grows stricter with the gallery and with a lower rate', () => {
    const sizes = [20, 100, 1_000].map((gallerySize) => calibrate({ gallerySize, targetFpir: 0.001 }, shipped).policy);
    const thresholds = sizes.flatMap(({ first, fused }) => [first.sure, fused.threshold]);
    expect(thresholds[2]).toBeLessThan(thresholds[0]!);
    expect(thresholds[4]).toBeLessThan(thresholds[2]!);
    expect(thresholds[5]).toBeLessThan(thresholds[3]!);
    const strict = calibrate({ gallerySize: 20, targetFpir: 0.0001 }, shipped).policy;
    expect(strict.fused.threshold).toBeLessThan(thresholds[1]!);
  });

  it('lets the second encoder hear whatever could still match', () => {
    const { first, fused } = calibrate({ gallerySize: 100, targetFpir: 0.001 }, shipped).policy;
    expect(first.threshold).toBe(fused.threshold);
    expect(first.sure).toBeLessThan(first.threshold);
  });

  it('never goes beyond the loosest bounds, not even for one person', () => {
    const { policy, notes } = calibrate({ gallerySize: 0, targetFpir: 0.05 }, shipped);
    expect(policy.first.sure).toBe(0.45);
    expect(policy.fused.threshold).toBe(0.7);
    expect(notes).toEqual([]);
  });

  it('loses no employees in silence: it stays at the strictest bound and says so', () => {
    const { policy, notes } = calibrate({ gallerySize: 1e9, targetFpir: 1e-6 }, shipped);
    expect(policy.fused.threshold).toBe(0.4);
    expect(notes).toEqual([expect.stringContaining('strangers match more often than wanted')]);
  });

  it('believes an installation once it has people enough', () => {
    const own = impostors(MIN_PEOPLE, { first: 0.5, fused: 0.65 });
    const calibrated = calibrate({ gallerySize: MIN_PEOPLE, targetFpir: 0.001, own }, shipped);
    expect(calibrated.source).toBe('installation');
    expect(calibrated.policy.fused.threshold).toBeGreaterThan(0.5);
    expect(calibrated.policy.fused.threshold).toBeLessThan(0.67);
    expect(calibrated.policy).not.toEqual(calibrate({ gallerySize: MIN_PEOPLE, targetFpir: 0.001 }, shipped).policy);
  });

  it.each([
    ['too few people', impostors(MIN_PEOPLE - 1, { first: 0.5, fused: 0.65 })],
    ['too few pairs', { people: MIN_PEOPLE, first: [0.5, 0.6], fused: [0.7, 0.8] }],
    ['nothing', null],
  ])('keeps to the shipped statistics with %s', (_, own) => {
    const expected = calibrate({ gallerySize: 60, targetFpir: 0.001 }, shipped);
    expect(calibrate({ gallerySize: 60, targetFpir: 0.001, own }, shipped)).toEqual(expected);
  });

  it('keeps to the shipped statistics, and says so, when all distances are the same', () => {
    const same = Array.from({ length: 60 * 59 }, () => 0.7);
    const own = { people: 60, first: same, fused: same };
    const { policy, source, notes } = calibrate({ gallerySize: 60, targetFpir: 0.001, own }, shipped);
    expect(source).toBe('shipped');
    expect(policy).toEqual(calibrate({ gallerySize: 60, targetFpir: 0.001 }, shipped).policy);
    expect(notes).toEqual([expect.stringContaining('cannot be calibrated on')]);
  });

  it.each([0, 1, -0.1, Number.NaN])('refuses %d as a rate', (targetFpir) => {
    expect(() => calibrate({ gallerySize: 10, targetFpir }, shipped)).toThrow(RangeError);
  });
});

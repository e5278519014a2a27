import { describe, expect, it } from 'vitest';
import { SHIPPED_CONFIDENCE, SHIPPED_STATISTICS } from '../shipped-policy.js';
import type { Shot } from './acquire.js';
import { evaluate, type EvaluationSettings } from './evaluate.js';
import { htmlReport } from './html-report.js';
import { jsonReport } from './json-report.js';
import { seededRandom } from './random.js';
import { textReport } from './text-report.js';

const settings: EvaluationSettings = {
  enrol: null,
  splits: 4,
  seed: 1,
  targetFpir: 0.001,
  statistics: SHIPPED_STATISTICS,
  confidence: SHIPPED_CONFIDENCE,
};
const none = { pairs: null, groups: null };

interface Made {
  people: number;
  photos: number;
  /** Between photos of one person: far less than 1 is easy. */
  spread: number;
  parted?: boolean;
  seed?: number;
}

/** Each person has a direction of their own in either encoder's space, each photo lies somewhere around it. */
function madeShots({ people, photos, spread, parted = false, seed = 1 }: Made): Shot[] {
  const random = seededRandom(seed);
  const vector = (length: number): number[] => Array.from({ length }, () => random() - 0.5);
  const around = (centre: number[], scale: number): Float32Array => {
    const moved = centre.map((value) => value + spread * (random() - 0.5));
    const length = Math.hypot(...moved);
    return Float32Array.from(moved, (value) => (scale * value) / length);
  };
  return Array.from({ length: people }, (_, person) => {
    const [first, second] = [vector(128), vector(1024)];
    return Array.from({ length: photos }, (_, photo): Shot => ({
      person: `p${person}`,
      part: parted ? (photo < photos / 2 ? 'Train' : 'Test') : null,
      file: `p${person}/${photo}.jpg`,
      templates: { first: around(first, 0.7), second: around(second, 1) },
      failure: null,
      faces: 1,
      complaint: null,
      times: { decode: 1, analyze: 2, second: 3 },
    }));
  }).flat();
}

const lost = (shot: Shot): Shot => ({ ...shot, templates: null, failure: 'No face was found.', faces: 0, times: null });

describe('evaluate', () => {
  it('finds no fault where everybody looks like themselves', () => {
    const report = evaluate(madeShots({ people: 10, photos: 5, spread: 0.4 }), { ...settings, ...none });
    expect(report).toMatchObject({ images: 50, people: 10, failureToAcquire: 0, enrol: 2, eligible: 10 });
    // Five of ten people are enrolled with two photos in each of four splits: 5 * 3 mated probes, 5 * 5 of strangers.
    expect(report.comparisons).toEqual({ mated: 60, nonMated: 100, matedPairs: 100, nonMatedPairs: 1125 });
    for (const score of Object.values(report.scores)) {
      expect(score.rank1).toBe(1);
      expect(score.tarAtFar).toEqual({ '0.01': 1, '0.001': 1 });
      expect(score.fnirAtFpir).toEqual({ '0.001': 0, '0.003': 0, '0.01': 0 });
      expect(score.verification).toEqual({ pairs: 200, accuracy: 1 });
    }
    expect(report.asShipped).toMatchObject({ fnir: 0, fpir: 0, misidentified: 0 });
  });

  it('counts a photo that was not acquired as a miss, never as a stranger rightly refused', () => {
    const shots = madeShots({ people: 10, photos: 5, spread: 0.4 }).map((shot, index) =>
      index % 5 === 0 ? lost(shot) : shot,
    );
    const report = evaluate(shots, { ...settings, ...none });
    expect(report.failureToAcquire).toBe(10);
    expect(report.failures[0]).toEqual({ file: 'p0/0.jpg', reason: 'No face was found.' });
    // Of each person two of four acquired photos are enrolled: two acquired probes and one lost.
    expect(report.comparisons).toMatchObject({ mated: 60, nonMated: 80 });
    expect(report.scores.product.fnirAtFpir['0.01']).toBeCloseTo(1 / 3, 12);
    expect(report.scores.product.rank1).toBeCloseTo(2 / 3, 12);
    // Of the ten pairs of each person's photos four have the lost one.
    expect(report.scores.product.tarAtFar['0.01']).toBeCloseTo(6 / 10, 12);
  });

  it('does no better than chance where photos say nothing of people', () => {
    const report = evaluate(madeShots({ people: 10, photos: 5, spread: 1e6 }), { ...settings, ...none });
    expect(report.scores.product.rank1).toBeLessThan(0.3);
    expect(report.scores.first.fnirAtFpir['0.01']).toBeGreaterThan(0.8);
    expect(report.scores.fused.verification!.accuracy).toBeLessThan(0.7);
  });

  it('enrols Train and probes with Test where the set has them', () => {
    const report = evaluate(madeShots({ people: 4, photos: 6, spread: 0.4, parted: true }), { ...settings, ...none });
    // Two of four are enrolled: their three Test photos against the strangers' six.
    expect(report.comparisons).toEqual({ mated: 24, nonMated: 48, matedPairs: 36, nonMatedPairs: 108 });
  });

  it('takes those with too few photos for strangers, and one photo each where two are too many', () => {
    const shots = madeShots({ people: 6, photos: 2, spread: 0.4 }).filter((_, index) => index !== 11);
    expect(evaluate(shots, { ...settings, ...none })).toMatchObject({ enrol: 1, eligible: 5 });
    expect(() => evaluate(shots, { ...settings, ...none, enrol: 2 })).toThrow('--enrol');
  });

  it('verifies the pairs that it is given', () => {
    const pairs = Array.from({ length: 10 }, (_, index) => [
      { a: index * 2, b: index * 2 + 1, same: true },
      { a: index * 2, b: (index * 2 + 2) % 20, same: false },
    ]).flat();
    const { scores } = evaluate(madeShots({ people: 10, photos: 2, spread: 0.4 }), {
      ...settings,
      pairs,
      groups: null,
    });
    expect(scores.product.verification).toEqual({ pairs: 20, accuracy: 1 });
  });

  it('tells groups apart', () => {
    const shots = madeShots({ people: 10, photos: 5, spread: 0.4 }).map((shot, index) =>
      shot.person < 'p5' && index % 5 === 4 ? lost(shot) : shot,
    );
    const groups = new Map(Array.from({ length: 9 }, (_, person) => [`p${person}`, person < 5 ? 'hidden' : 'seen']));
    const report = evaluate(shots, { ...settings, pairs: null, groups, splits: 20 });
    expect(
      report.groups.map(({ group, people, photos, failureToAcquire }) => [group, people, photos, failureToAcquire]),
    ).toEqual([
      ['(no group)', 1, 5, 0],
      ['hidden', 5, 25, 5],
      ['seen', 4, 20, 0],
    ]);
    expect(report.groups[1]!.fnir).toBeCloseTo(1 / 3, 12);
    expect(report.groups[2]!.fnir).toBe(0);
  });

  it('gives the same for the same seed', () => {
    const shots = madeShots({ people: 8, photos: 4, spread: 2 });
    const run = (seed: number) => JSON.stringify(jsonReport(evaluate(shots, { ...settings, ...none, seed })));
    expect(run(7)).toBe(run(7));
    expect(run(7)).not.toBe(run(8));
  });

  it('says how sure it was and how often it was right', () => {
    const { reliability } = evaluate(madeShots({ people: 10, photos: 5, spread: 0.4 }), { ...settings, ...none });
    expect(reliability.map(({ from }) => from)).toEqual([0, 0.5, 0.8, 0.95, 0.99]);
    expect(reliability.reduce((sum, { trials }) => sum + trials, 0)).toBe(160);
    const observed = reliability.flatMap((bin) => bin.observed ?? []);
    expect([observed[0], observed.at(-1)]).toEqual([0, 1]);
  });
});

describe('reports', () => {
  const report = evaluate(madeShots({ people: 10, photos: 5, spread: 0.4 }), { ...settings, ...none });

  it('as JSON have the product’s figures at the top', () => {
    expect(JSON.parse(JSON.stringify(jsonReport(report)))).toMatchObject({
      score: 'product',
      images: 50,
      failureToAcquire: 0,
      rank1: 1,
      tarAtFar: { '0.001': 1 },
      fnirAtFpir: { '0.001': 0, '0.003': 0, '0.01': 0 },
      threshold: expect.any(Number),
      verification: { pairs: 200, accuracy: 1 },
      scores: { first: { rank1: 1 }, second: { rank1: 1 }, fused: { rank1: 1 } },
    });
  });

  it('as text name the scores and their figures', () => {
    expect(textReport(report)).toMatch(/as at a kiosk +100\.00 % +100\.00 % +0\.00 %/);
  });

  it('as HTML stand alone, without scripts, and escape names', () => {
    const html = htmlReport(report, { dataset: '<b>', degrade: null, modelIds: ['one', 'two'] });
    expect(html).toContain('&#60;b&#62;');
    expect(html).not.toMatch(/<script|<b>|https?:/);
    expect(html.match(/<svg/g)).toHaveLength(4);
    expect(html).not.toMatch(/NaN|undefined|Infinity/);
  });
});

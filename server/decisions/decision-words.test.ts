import { describe, expect, it } from 'vitest';
import type { Comparison } from '../recognition/decision-record.js';
import { employeeRow } from '../testing/rows.js';
import { explain } from './decision-words.js';
import type { Decision } from './decision.service.js';

const first: Comparison = { modelId: 'one', distance: 0.31, runnerUpDistance: 0.72, threshold: 0.4, margin: 0.1 };
const decision = (overrides: Partial<Decision> = {}): Decision => ({
  id: 'decision-1',
  decidedAt: new Date('2026-03-02T08:00:00Z'),
  source: 'kiosk:front',
  outcome: 'MATCHED',
  employee: employeeRow(1, { name: 'Ana' }),
  runnerUp: employeeRow(2, { name: 'Ben' }),
  gallerySize: 24,
  modelId: 'one',
  modelVersion: 'shipped',
  first,
  fused: null,
  heedsMistake: false,
  confidence: 0.998,
  frames: 1,
  quality: null,
  livenessLevel: 'OFF',
  liveness: null,
  ...overrides,
});

describe('a decision explained', () => {
  it('says who was nearest, by how much, and how certain that makes it', () => {
    expect(explain(decision())).toBe(
      'Recognised. Compared with 24 enrolled photos, Ana was nearest: distance 0.310 where less than 0.400 is wanted, ' +
        'the next, Ben, at 0.720 where 0.100 more is wanted. The match is right with a probability of 99.80 %.',
    );
  });

  it('never claims to be certain', () => {
    expect(explain(decision({ confidence: 1 }))).toContain('a probability of 99.99 %');
  });

  it('tells of the second opinion and the check for a living person', () => {
    const fused = { ...first, modelId: 'one+two', distance: 0.6, runnerUpDistance: 0.61, threshold: 0.7 };
    const words = explain(decision({ outcome: 'AMBIGUOUS_FACE', confidence: null, fused, livenessLevel: 'PASSIVE' }));
    expect(words).toMatch(
      /^Refused: two people were nearly as near\. .* A second opinion was asked: distance 0\.600 .*/,
    );
    expect(words).toMatch(/A passive check for a living person was made\.$/);
  });

  it('tells of a mistake that must not come back', () => {
    const words = explain(decision({ outcome: 'AMBIGUOUS_FACE', confidence: null, heedsMistake: true }));
    expect(words).toMatch(
      /^Refused: it may be the same mistake as before\. .* Somebody else was taken for Ana before: /,
    );
    expect(explain(decision({ heedsMistake: true }))).toMatch(
      /^Recognised\. .* Somebody else was taken for Ana before: /,
    );
  });

  it.each([
    ['nobody else to compare with', { first: { ...first, runnerUpDistance: null }, runnerUp: null }],
    ['somebody no longer here was nearest', { employee: null }],
    ['No comparison with enrolled faces was made.', { outcome: 'NO_FACE', first: null } as const],
    [
      'Nobody was enrolled yet.',
      { outcome: 'UNKNOWN_FACE', gallerySize: 0, first: { ...first, distance: null } } as const,
    ],
    ['Its figures are no longer kept.', { first: { ...first, distance: null } } as const],
  ])('says where there is less to tell: %s', (words, overrides) => {
    expect(explain(decision(overrides))).toContain(words);
  });
});

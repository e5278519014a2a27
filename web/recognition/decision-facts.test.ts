import { describe, expect, it } from 'vitest';
import type { DecisionRow_DecisionFragment } from '../gql/graphql';
import { factsOf } from './decision-facts';

const comparison = { modelId: 'encoder', distance: 0.31234, runnerUpDistance: 0.6, threshold: 0.46, margin: 0.05 };

function decision(change: Partial<DecisionRow_DecisionFragment> = {}): DecisionRow_DecisionFragment {
  return {
    id: 'd1',
    at: '2026-03-02T08:58:00Z',
    source: 'kiosk:k1',
    outcome: 'MATCHED',
    explanation: 'Recognised.',
    gallerySize: 24,
    frames: 3,
    confidence: 0.987,
    livenessLevel: 'PASSIVE',
    employee: { id: 'e1', name: 'Ada' },
    runnerUp: { id: 'e2', name: 'Grace' },
    first: comparison,
    fused: null,
    quality: null,
    liveness: [],
    ...change,
  };
}

const titles = (change?: Partial<DecisionRow_DecisionFragment>): string[] =>
  factsOf(decision(change)).map(({ title }) => title);
const valueOf = (name: string, change?: Partial<DecisionRow_DecisionFragment>): string | undefined =>
  factsOf(decision(change))
    .flatMap(({ facts }) => facts)
    .find((fact) => fact.name === name)?.value;

describe('factsOf', () => {
  it('leaves out what was not looked at', () => {
    expect(titles()).toEqual(['The look', 'Faces compared']);
    expect(titles({ first: null, confidence: null })).toEqual(['The look']);
  });

  it('tells a second opinion and the signs of a living person apart', () => {
    expect(titles({ fused: comparison, liveness: [{ name: 'moire', value: '0.2' }] })).toEqual([
      'The look',
      'Faces compared',
      'Second opinion',
      'Signs of a living person',
    ]);
  });

  it('names the two who were compared with, and rounds the distances', () => {
    expect(valueOf('Distance to the nearest, Ada')).toBe('0.312');
    expect(valueOf('Distance to the next, Grace')).toBe('0.600');
    expect(valueOf('Wanted: less than')).toBe('0.460');
  });

  it('says so where there was nobody to compare with', () => {
    const alone = { employee: null, runnerUp: null, first: { ...comparison, distance: null, runnerUpDistance: null } };
    expect(valueOf('Distance to the nearest', alone)).toBe('Nobody there');
  });

  it.each([
    ['kiosk:k1', 'A kiosk'],
    ['user:u1', 'A signed-in account'],
  ])('says in words who %s is', (source, words) => expect(valueOf('Asked by', { source })).toBe(words));

  it.each([
    ['planarResidual', '0.0123456', 'Planar residual', '0.012'],
    ['moved_as_asked', 'true', 'Moved as asked', 'Yes'],
    ['antispoof', '0.75', 'Antispoof', '0.75'],
    ['yaw', '-12.34567', 'Yaw', '-12.346'],
    ['reason', 'flat', 'Reason', 'flat'],
  ])('puts the sign %s = %s as %s: %s', (name, value, shownName, shownValue) =>
    expect(valueOf(shownName, { liveness: [{ name, value }] })).toBe(shownValue),
  );
});

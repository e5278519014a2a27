import { describe, expect, it } from 'vitest';
import type { DatasetPhoto } from '../recognition/evaluation/dataset.js';
import { planTraining } from './training-photos.js';

const photosOf = (person: string, train: number, test = 2): DatasetPhoto[] => [
  ...Array.from({ length: train }, (_, index) => ({
    person,
    part: 'Train' as const,
    file: `Train/${person}/${index}`,
  })),
  ...Array.from({ length: test }, (_, index) => ({ person, part: 'Test' as const, file: `Test/${person}/${index}` })),
];
const photos = ['c', 'a', 'b', 'd'].flatMap((person) => photosOf(person, 10));
const plan = (overrides = {}) => planTraining(photos, { leaveOut: 0, seed: 1, ...overrides });

describe('a training', () => {
  it('learns from four fifths of each person’s Train photographs and stops by the others, never by Test', () => {
    const { classes, training, validation } = plan();
    expect(classes).toEqual(['a', 'b', 'c', 'd']);
    expect([training.length, validation.length]).toEqual([32, 8]);
    expect(validation.filter(({ person }) => person === 'a')).toHaveLength(2);
    const all = [...training, ...validation].map(({ file }) => file);
    expect(new Set(all).size).toBe(40);
    expect(all.every((file) => file.startsWith('Train/'))).toBe(true);
  });

  it('is planned alike from one seed, and otherwise from another', () => {
    expect(plan()).toEqual(plan());
    expect(plan({ seed: 2 }).validation).not.toEqual(plan().validation);
  });

  it('never sees who is left out', () => {
    const { classes, leftOut, training, validation } = plan({ leaveOut: 2 });
    expect([...classes, ...leftOut].sort()).toEqual(['a', 'b', 'c', 'd']);
    expect([...training, ...validation].some(({ person }) => leftOut.includes(person))).toBe(false);
  });

  it.each([
    ['without Train and Test', photos.map((photo) => ({ ...photo, part: null })), 0, 'the folders Train and Test'],
    ['with nearly everybody left out', photos, 3, '3 cannot be left out'],
    ['with one photo of somebody', [...photos, ...photosOf('e', 1)], 0, 'Of e there is one Train photo'],
  ])('is refused %s', (_name, set, leaveOut, words) => {
    expect(() => planTraining(set, { leaveOut, seed: 1 })).toThrow(words);
  });
});

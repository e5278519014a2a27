import { describe, expect, it } from 'vitest';
import { probabilitiesOf, speaksAgainst, type ClassifierHead } from './classifier-head.js';

/** Two inputs pass through; the first speaks for Ada, the second for Ben, four times as loud. */
const head: ClassifierHead = {
  classes: ['ada', 'ben'],
  hidden: { weights: Float32Array.of(1, 0, 0, 1), bias: Float32Array.of(0, 0) },
  output: { weights: Float32Array.of(4, 0, 0, 4), bias: Float32Array.of(0, 0) },
  bound: 0.9,
};

describe('a classifier head', () => {
  it('gives probabilities that add up to one', () => {
    const [ada, ben] = probabilitiesOf(head, [1, 0]);
    expect(ada! + ben!).toBeCloseTo(1, 6);
    expect(ada).toBeCloseTo(Math.exp(4) / (Math.exp(4) + 1), 6);
  });

  it('hears nothing below zero in its inner layer', () => {
    expect([...probabilitiesOf(head, [-9, 0])]).toEqual([0.5, 0.5]);
  });

  it.each([
    ['the same person', [1, 0], 'ada', false],
    ['somebody else', [0, 1], 'ada', true],
    ['nobody for certain', [0.4, 0.2], 'ada', true],
    ['anybody, of a person whom it has not learnt', [0, 1], 'cleo', false],
  ])('that sees %s', (_name, template, employeeId, against) => {
    expect(speaksAgainst(head, template, employeeId)).toBe(against);
  });
});

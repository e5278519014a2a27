import { describe, expect, it } from 'vitest';
import { cosine, euclidean } from './template-distance.js';

describe('euclidean', () => {
  it.each<[string, number[], number[], number]>([
    ['itself', [1, 2, 3], [1, 2, 3], 0],
    ['one that differs in two numbers', [0, 0, 1], [3, 4, 1], 5],
    ['the same, asked the other way round', [3, 4, 1], [0, 0, 1], 5],
  ])('from a template to %s', (_, one, other, distance) => {
    expect(euclidean(Float32Array.from(one), Float32Array.from(other))).toBe(distance);
  });
});

describe('cosine', () => {
  it.each<[string, number[], number[], number]>([
    ['the same direction', [0.6, 0.8], [0.6, 0.8], 0],
    ['a right angle', [1, 0], [0, 1], 1],
    ['the opposite', [0.6, -0.8], [-0.6, 0.8], 2],
    ['half a right angle', [1, 0], [Math.SQRT1_2, Math.SQRT1_2], 1 - Math.SQRT1_2],
  ])('of %s', (_, one, other, distance) => {
    expect(cosine(Float32Array.from(one), Float32Array.from(other))).toBeCloseTo(distance, 6);
  });
});

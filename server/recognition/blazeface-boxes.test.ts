import { describe, expect, it } from 'vitest';
import { decodeBlazeFace, keepSurest, overlapOf } from './blazeface-boxes.js';

const ANCHORS = 896;

/** An answer with one face: `anchor`'s logit is 3, its box 60x60 at the anchor's own place, its eyes 10 to either side. */
function answer(...anchors: number[]): [Float32Array, Float32Array] {
  const logits = new Float32Array(ANCHORS).fill(-9);
  const values = new Float32Array(ANCHORS * 16);
  for (const anchor of anchors) {
    logits[anchor] = 3;
    values.set([0, 0, 60, 60, -10, -5, 10, -5], anchor * 16);
  }
  return [logits, values];
}

describe('decodeBlazeFace', () => {
  it.each([
    ['the first cell of 16 pixels', 0, 8, 8],
    ['the second cell of 16 pixels', 2, 24, 8],
    ['the first cell of 32 pixels', 512, 16, 16],
    ['the last cell of 32 pixels', 895, 240, 240],
  ])('places the face of %s', (_, anchor, x, y) => {
    const [face, ...others] = decodeBlazeFace(...answer(anchor), 0.5);
    expect(others).toEqual([]);
    expect(face!.box).toEqual({ x: x - 30, y: y - 30, width: 60, height: 60 });
    expect(face!.eyes).toEqual([
      { x: x - 10, y: y - 5 },
      { x: x + 10, y: y - 5 },
    ]);
    expect(face!.score).toBeCloseTo(0.953, 3);
  });

  it('keeps one of two anchors for the same face, and both of two faces', () => {
    expect(decodeBlazeFace(...answer(0, 1), 0.5)).toHaveLength(1);
    expect(decodeBlazeFace(...answer(0, 895), 0.5)).toHaveLength(2);
  });

  it('leaves out what it is not sure enough of', () => {
    expect(decodeBlazeFace(...answer(0), 0.96)).toEqual([]);
  });
});

describe('keepSurest', () => {
  it('keeps the surest of those that overlap', () => {
    const box = { x: 0, y: 0, width: 10, height: 10 };
    const kept = keepSurest([
      { box, score: 0.5 },
      { box: { ...box, x: 1 }, score: 0.9 },
      { box: { ...box, x: 50 }, score: 0.4 },
    ]);
    expect(kept.map(({ score }) => score)).toEqual([0.9, 0.4]);
  });
});

describe('overlapOf', () => {
  const box = { x: 0, y: 0, width: 10, height: 10 };
  it.each([
    ['all of it', 0, 1],
    ['half of each', 5, 1 / 3],
    ['nothing', 10, 0],
  ])('is the part that is shared: %s', (_, x, overlap) => {
    expect(overlapOf(box, { ...box, x })).toBeCloseTo(overlap);
  });
});

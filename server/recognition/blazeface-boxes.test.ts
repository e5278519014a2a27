import { describe, expect, it } from 'vitest';
import { decodeBlazeFace, keepSurest, overlapOf, type GridAnswer } from './blazeface-boxes.js';

const SQUARE = { width: 256, height: 256 };

/** An answer with a face at these anchors: its logit is 3, its box 60x60 at the anchor's own place, its eyes 10 to either side. */
function answer(faces: { fine?: number[]; coarse?: number[] }, { width, height } = SQUARE): GridAnswer[] {
  const grid = (stride: number, anchorsPerCell: number, anchors: number[] = []): GridAnswer => {
    const count = (width / stride) * (height / stride) * anchorsPerCell;
    const logits = new Float32Array(count).fill(-9);
    const values = new Float32Array(count * 16);
    for (const anchor of anchors) {
      logits[anchor] = 3;
      values.set([0, 0, 60, 60, -10, -5, 10, -5], anchor * 16);
    }
    return { logits, values };
  };
  return [grid(16, 2, faces.fine), grid(32, 6, faces.coarse)];
}

describe('decodeBlazeFace', () => {
  const wide = { width: 256, height: 160 };
  const high = { width: 160, height: 256 };
  it.each([
    ['the first cell of 16 pixels', SQUARE, { fine: [0] }, 8, 8],
    ['the second cell of 16 pixels', SQUARE, { fine: [2] }, 24, 8],
    ['the first cell of 32 pixels', SQUARE, { coarse: [0] }, 16, 16],
    ['the last cell of 32 pixels', SQUARE, { coarse: [383] }, 240, 240],
    ['the last cell of 16 pixels of a wide picture', wide, { fine: [319] }, 248, 152],
    ['the last cell of 32 pixels of a high picture', high, { coarse: [239] }, 144, 240],
  ])('places the face of %s', (_, picture, anchors, x, y) => {
    const [face, ...others] = decodeBlazeFace(answer(anchors, picture), picture, 0.5);
    expect(others).toEqual([]);
    expect(face!.box).toEqual({ x: x - 30, y: y - 30, width: 60, height: 60 });
    expect(face!.eyes).toEqual([
      { x: x - 10, y: y - 5 },
      { x: x + 10, y: y - 5 },
    ]);
    expect(face!.score).toBeCloseTo(0.953, 3);
  });

  it('keeps one of two anchors for the same face, and both of two faces', () => {
    expect(decodeBlazeFace(answer({ fine: [0, 1] }), SQUARE, 0.5)).toHaveLength(1);
    expect(decodeBlazeFace(answer({ fine: [0], coarse: [383] }), SQUARE, 0.5)).toHaveLength(2);
  });

  it('leaves out what it is not sure enough of', () => {
    expect(decodeBlazeFace(answer({ fine: [0] }), SQUARE, 0.96)).toEqual([]);
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

import { describe, expect, it } from 'vitest';
import type { DetectedFace } from './face-engine.js';
import { chooseSubject } from './subject.js';
import { GOOD_QUALITY } from '../testing/fake-face-engine.js';

const face = (width: number, height = width): DetectedFace => ({
  box: { x: 0, y: 0, width, height },
  detectionScore: 0.9,
  landmarks: [],
  quality: GOOD_QUALITY,
  template: new Float32Array(128),
});

describe('chooseSubject', () => {
  it.each([
    ['no face', [], 'NO_FACE'],
    ['two faces of one size', [face(200), face(200)], 'SEVERAL_FACES'],
    ['a face whose area is a little less than four times the next', [face(199), face(100)], 'SEVERAL_FACES'],
    ['a face 39 pixels wide', [face(39, 60)], 'POOR_PHOTO'],
    ['a face 39 pixels high', [face(60, 39)], 'POOR_PHOTO'],
    ['several small faces', [face(30), face(30)], 'SEVERAL_FACES'],
  ])('refuses %s', (_, faces, reason) => {
    expect(chooseSubject(faces)).toMatchObject({ outcome: 'refused', reason });
  });

  it.each([
    ['the only face', [face(200)], 0],
    ['a face of 40 pixels', [face(40)], 0],
    ['a face whose area is four times the next', [face(200), face(100)], 0],
    ['the largest, whatever the order', [face(50), face(200), face(60)], 1],
  ])('takes %s', (_, faces, index) => {
    expect(chooseSubject(faces)).toEqual({ outcome: 'subject', face: faces[index] });
  });

  it('tells the person to move closer when the face is too small', () => {
    expect(chooseSubject([face(30)])).toMatchObject({ message: expect.stringContaining('Move closer') });
  });

  it('leaves the order of the given list alone', () => {
    const faces = [face(50), face(200)];
    chooseSubject(faces);
    expect(faces.map(({ box }) => box.width)).toEqual([50, 200]);
  });
});

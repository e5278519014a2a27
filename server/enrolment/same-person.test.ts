import { describe, expect, it } from 'vitest';
import { sortByPerson } from './same-person.js';

const at = (...place: number[]) => ({ template: Float32Array.from(place), second: Float32Array.of(1, 0) });
const rule = { threshold: 0.5, weight: 0.5 };
const sorted = (faces: ReturnType<typeof at>[], isTheirs?: (face: ReturnType<typeof at>) => boolean) => {
  const { same, others } = sortByPerson(faces, rule, isTheirs);
  return [same.map((face) => faces.indexOf(face)), others.map((face) => faces.indexOf(face))];
};

describe('of photos, one person shows', () => {
  it.each([
    ['the only one', [at(0, 0)], [[0], []]],
    ['both that are near', [at(0, 0), at(0.25, 0)], [[0, 1], []]],
    ['one of two exactly as far apart as the threshold', [at(0, 0), at(0.5, 0)], [[0], [1]]],
    ['one of two that differ a little in each number, and too much in all', [at(0, 0), at(0.4, 0.4)], [[0], [1]]],
    ['all but the third, which is somebody else', [at(0, 0), at(0.1, 0), at(0, 0.9)], [[0, 1], [2]]],
    ['all that are near the first, on either side of it', [at(0, 0), at(0.4, 0), at(-0.4, 0)], [[0, 1, 2], []]],
    ['all that a third one joins', [at(0, 0), at(0.8, 0), at(0.4, 0)], [[0, 1, 2], []]],
    ['most, though the first is somebody else', [at(0, 9), at(0, 0), at(0.1, 0)], [[1, 2], [0]]],
    ['none where there is none', [], [[], []]],
  ])('%s: %#', (_name, faces, expected) => {
    expect(sorted(faces)).toEqual(expected);
  });

  it('those near what is known to be theirs, however few they are', () => {
    const faces = [at(0, 0), at(0.1, 0), at(0.2, 0), at(5, 0), at(5.3, 0)];
    expect(sorted(faces, (face) => face.template[0] === 5)).toEqual([
      [3, 4],
      [0, 1, 2],
    ]);
    expect(sorted(faces, () => false)).toEqual([[], [0, 1, 2, 3, 4]]);
  });

  it('unless the second encoder sees two', () => {
    const faces = [at(0, 0), { ...at(0, 0), second: Float32Array.of(0, 1) }];
    expect(sortByPerson(faces, { threshold: 0.6, weight: 0.5 }).others).toEqual([]);
    expect(sortByPerson(faces, { threshold: 0.5, weight: 0.5 }).others).toEqual([faces[1]]);
  });
});

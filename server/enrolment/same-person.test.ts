import { describe, expect, it } from 'vitest';
import { showOnePerson } from './same-person.js';

const at = (...place: number[]) => ({ template: Float32Array.from(place), second: Float32Array.of(1, 0) });

describe('photos show one person', () => {
  it.each([
    ['there is one photo', [at(0, 0)], true],
    ['two are near', [at(0, 0), at(0.25, 0)], true],
    ['two are exactly as far apart as the threshold', [at(0, 0), at(0.5, 0)], false],
    ['they differ a little in each number, and too much in all', [at(0, 0), at(0.4, 0.4)], false],
    ['the third is somebody else', [at(0, 0), at(0.1, 0), at(0, 0.9)], false],
    ['all are near the first, on either side of it', [at(0, 0), at(0.4, 0), at(-0.4, 0)], true],
  ])('%s: %#', (_name, faces, expected) => {
    expect(showOnePerson(faces, { threshold: 0.5, weight: 0.5 })).toBe(expected);
  });

  it('unless the second encoder sees two', () => {
    const other = { ...at(0, 0), second: Float32Array.of(0, 1) };
    expect(showOnePerson([at(0, 0), other], { threshold: 0.6, weight: 0.5 })).toBe(true);
    expect(showOnePerson([at(0, 0), other], { threshold: 0.5, weight: 0.5 })).toBe(false);
  });
});

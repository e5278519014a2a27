import { expect, it } from 'vitest';
import { powerSpectrum } from './spectrum.js';

it.each([
  [0, 0],
  [3, 0],
  [0, 5],
  [2, 7],
])('a wave of %d cycles down and %d across has its power there and at the mirrored frequency alone', (down, across) => {
  const size = 16;
  const values = Float64Array.from({ length: size * size }, (_, index) =>
    Math.cos((2 * Math.PI * (down * Math.floor(index / size) + across * (index % size))) / size),
  );
  const power = powerSpectrum(values, size);
  const strong = [...power.keys()].filter((index) => power[index]! > 1e-9);
  const at = (row: number, column: number): number => ((row + size) % size) * size + ((column + size) % size);
  expect(new Set(strong)).toEqual(new Set([at(down, across), at(-down, -across)]));
});

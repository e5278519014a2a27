import { expect, it } from 'vitest';
import { measureVariables } from './measure-variables.js';

class File {}
const file = new File();

it.each([
  ['nothing', undefined, { depth: 0, values: 0, items: 0, files: 0, nulls: 0 }],
  ['plain values', { a: 1, b: 'x', c: null }, { depth: 1, values: 4, items: 0, files: 0, nulls: 0 }],
  ['lists', { a: [1, 2, [3]] }, { depth: 3, values: 6, items: 3, files: 0, nulls: 0 }],
  ['a file in two places', { a: file, b: [file] }, { depth: 2, values: 4, items: 1, files: 2, nulls: 0 }],
  ['null characters', { a: 'x\0', b: ['\0\0'] }, { depth: 2, values: 4, items: 1, files: 0, nulls: 2 }],
])('counts %s', (_name, variables, figures) => {
  expect(measureVariables(variables)).toEqual(figures);
});

it('looks no deeper than it must', () => {
  const deep = JSON.parse('['.repeat(5000) + ']'.repeat(5000)) as unknown;
  expect(measureVariables(deep)).toMatchObject({ depth: 100, values: 100 });
});

import { expect, it } from 'vitest';
import { countsInWords } from './privacy-words';

it.each([
  [[], 'nothing'],
  [[{ what: 'faces', count: 0 }], 'nothing'],
  [
    [
      { what: 'faces', count: 2 },
      { what: 'answers', count: 0 },
      { what: 'sessions', count: 1 },
    ],
    '2 faces erased, 1 ended sign-ins',
  ],
  [[{ what: 'something new', count: 3 }], '3 something new'],
])('counts %j are told as %j', (counts, words) => {
  expect(countsInWords(counts)).toBe(words);
});

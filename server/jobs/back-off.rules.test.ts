import { expect, it } from 'vitest';
import { backOffMs } from './back-off.rules.js';

it.each([
  [1, 10],
  [2, 20],
  [3, 40],
  [9, 2_560],
  [10, 3_600],
  [1_000, 3_600],
])('after %i failed attempts a job waits %i seconds', (attempts, seconds) => {
  expect(backOffMs(attempts)).toBe(seconds * 1_000);
});

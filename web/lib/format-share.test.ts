import { describe, expect, it } from 'vitest';
import { formatShare } from './format-share';

describe('formatShare', () => {
  it.each([
    [0.5, '50.0 %'],
    [0.9871, '98.7 %'],
    [0.99999, '99.9 %'],
    [1, '100.0 %'],
    [0, '0.0 %'],
  ])('%d is %s', (share, words) => expect(formatShare(share)).toBe(words));
});

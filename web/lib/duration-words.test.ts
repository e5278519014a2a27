import { describe, expect, it } from 'vitest';
import { durationWords } from './duration-words';

describe('durationWords', () => {
  it.each([
    [0, '0 min'],
    [45, '45 min'],
    [60, '1 h'],
    [450, '7 h 30 min'],
    [-75, '−1 h 15 min'],
    [6000, '100 h'],
  ])('%i minutes are %s', (minutes, words) => {
    expect(durationWords(minutes)).toBe(words);
  });
});

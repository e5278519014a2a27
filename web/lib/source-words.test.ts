import { describe, expect, it } from 'vitest';
import { sourceWords } from './source-words';

describe('sourceWords', () => {
  it.each([
    ['user:u1', 'you'],
    ['user:u2', 'mei@example.org'],
    ['user:u3', 'another account'],
    ['kiosk:k1', 'a kiosk'],
    ['demo', 'the demo company'],
  ])('of %s is %s', (source, words) => {
    expect(sourceWords(source, 'u1', new Map([['u2', 'mei@example.org']]))).toBe(words);
  });
});

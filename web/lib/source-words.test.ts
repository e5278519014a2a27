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
    const viewer = { id: 'u1', role: 'ADMIN' };
    expect(sourceWords(source, viewer, new Map([['u2', 'mei@example.org']]))).toBe(words);
  });

  it('of another account is a manager to employees, who see no names', () => {
    expect(sourceWords('user:u3', { id: 'u1', role: 'EMPLOYEE' }, new Map())).toBe('a manager');
  });
});

import { describe, expect, it } from 'vitest';
import { requestWords } from './request-words';

describe('requestWords', () => {
  it.each([
    [{ action: 'ADD', kind: 'CHECK_OUT', at: 'T' } as const, 'Add a check-out at 17:00'],
    [{ action: 'MOVE', kind: null, at: 'T' } as const, 'Move a punch to 17:00'],
    [{ action: 'VOID', kind: null, at: null } as const, 'Make a punch void'],
  ])('of %j', (request, words) => {
    expect(requestWords(request, () => '17:00')).toBe(words);
  });
});

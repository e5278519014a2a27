import { describe, expect, it } from 'vitest';
import { hashBadge, newBadge } from './badge.js';

describe('a badge', () => {
  it('has 24 digits, other ones each time', () => {
    const badges = Array.from({ length: 50 }, newBadge);
    expect(badges.filter((badge) => !/^\d{24}$/.test(badge))).toEqual([]);
    expect(new Set(badges).size).toBe(50);
  });

  it('is known by its digits, with or without space around them', () => {
    const badge = newBadge();
    expect(hashBadge(` ${badge}\n`)).toBe(hashBadge(badge));
    expect(hashBadge(badge)).not.toContain(badge);
  });

  it.each(['', '123456', '1'.repeat(25), `${'1'.repeat(23)}x`, '１'.repeat(24)])('is not %j', (code) => {
    expect(hashBadge(code)).toBeNull();
  });
});

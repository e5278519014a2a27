import { describe, expect, it } from 'vitest';
import { hashToken, newId, newToken } from './ids.js';

describe('ids', () => {
  it('sort in the order in which they were made, within one millisecond too', () => {
    const ids = Array.from({ length: 5000 }, () => newId());
    expect([...ids].sort()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('tokens', () => {
  it('name their kind and carry 256 bits that fit into a header as they are', () => {
    expect(newToken('rk')).toMatch(/^rk_[\w-]{43}$/);
    expect(newToken('rk')).not.toBe(newToken('rk'));
  });

  it('are stored as their SHA-256', () => {
    // FIPS 180-2, appendix B.1.
    expect(hashToken('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});

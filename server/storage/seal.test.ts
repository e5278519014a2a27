import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { seal, unseal } from './seal.js';

const key = randomBytes(32);
const plain = Buffer.from('a face in numbers');

describe('a sealed value', () => {
  it.each([
    ['text', plain],
    ['nothing', Buffer.alloc(0)],
    ['bytes of every value', Uint8Array.from({ length: 256 }, (_, index) => index)],
  ])('opens again: %s', (_name, value) => {
    expect(unseal(key, seal(key, value, 'here'), 'here')).toEqual(Buffer.from(value));
  });

  it('does not show what it holds, and is another one each time', () => {
    const [first, second] = [seal(key, plain, 'here'), seal(key, plain, 'here')];
    expect(first.includes(plain)).toBe(false);
    expect(first.equals(second)).toBe(false);
    expect(first.subarray(1, 13).equals(second.subarray(1, 13))).toBe(false);
  });

  it('opens from a plain Uint8Array, as the database gives it', () => {
    expect(unseal(key, new Uint8Array(seal(key, plain, 'here')), 'here')).toEqual(plain);
  });

  it.each([
    ['with another key', randomBytes(32), 'here'],
    ['in another context', key, 'there'],
  ])('does not open %s', (_name, otherKey, context) => {
    expect(() => unseal(otherKey, seal(key, plain, 'here'), context)).toThrow(/unable to authenticate/i);
  });

  it('does not open when any one byte of it was changed', () => {
    const sealed = seal(key, plain, 'here');
    for (let index = 0; index < sealed.length; index++) {
      const changed = Buffer.from(sealed);
      changed[index]! ^= 1;
      expect(() => unseal(key, changed, 'here'), `byte ${index}`).toThrow();
    }
  });

  it('does not open when it was cut off anywhere', () => {
    const sealed = seal(key, plain, 'here');
    for (let length = 0; length < sealed.length; length++) {
      expect(() => unseal(key, sealed.subarray(0, length), 'here'), `${length} bytes`).toThrow();
    }
  });

  it('names the version that it does not know', () => {
    expect(() => unseal(key, Buffer.of(9, ...seal(key, plain, 'here').subarray(1)), 'here')).toThrow('version 9');
  });
});

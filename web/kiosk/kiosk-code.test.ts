import { describe, expect, it } from 'vitest';
import { codeInHash, formatCode } from './kiosk-code';

describe('a code', () => {
  it.each([
    ['', ''],
    ['ab', 'AB'],
    ['abcd', 'ABCD'],
    ['abcd2', 'ABCD 2'],
    ['abcd-2345', 'ABCD 2345'],
    [' abcd 2345 67', 'ABCD 2345'],
  ])('typed as %j is shown as %j', (typed, shown) => {
    expect(formatCode(typed)).toBe(shown);
  });

  it.each([
    ['#code=ABCD2345', 'ABCD2345'],
    ['#code=ABCD234', ''],
    ['#code=ABCD23456', ''],
    ['#token=ABCD2345', ''],
    ['', ''],
  ])('in the address %j is %j', (hash, code) => {
    expect(codeInHash(hash)).toBe(code);
  });
});

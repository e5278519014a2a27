import { describe, expect, it } from 'vitest';
import { isPin, makeUpPin } from './pin';

/** Gives these numbers, one after the other. */
const from = (numbers: number[]) => (target: Uint32Array<ArrayBuffer>) => target.fill(numbers.shift()!);

describe('isPin', () => {
  it.each(['480215', '000000'])('takes %j', (text) => expect(isPin(text)).toBe(true));
  it.each(['', '48021', '4802155', '48021a', ' 480215'])('does not take %j', (text) => expect(isPin(text)).toBe(false));
});

describe('makeUpPin', () => {
  it('fills up with zeros', () => {
    expect(makeUpPin(from([42]))).toBe('000042');
  });

  it.each([111_111, 345_678, 567_890, 987_654, 543_210, 0])('draws again after %d', (easy) => {
    expect(makeUpPin(from([easy, 480_215]))).toBe('480215');
  });

  it('makes up a PIN of its own', () => {
    expect(isPin(makeUpPin())).toBe(true);
  });
});

import { expect, it } from 'vitest';
import { packBytes, unpackBytes } from './packed-bytes.js';

function thereAndBack(parts: readonly (Uint8Array | null)[]): (Uint8Array | null)[] {
  const packed = packBytes(parts);
  return parts.map((_, index) => unpackBytes(packed, index));
}

it('gives back what was packed, in order, and null for what has no bytes', () => {
  const parts = [Uint8Array.of(1, 2, 3), null, Uint8Array.of(4), new Uint8Array(), Uint8Array.of(5, 6)];

  expect(thereAndBack(parts)).toEqual([Uint8Array.of(1, 2, 3), null, Uint8Array.of(4), null, Uint8Array.of(5, 6)]);
});

it('packs what is a view of something longer', () => {
  const whole = Uint8Array.of(0, 1, 2, 3, 4);

  expect(thereAndBack([whole.subarray(1, 3), whole.subarray(4)])).toEqual([Uint8Array.of(1, 2), Uint8Array.of(4)]);
});

it('packs nothing into nothing', () => {
  expect(packBytes([])).toEqual({ bytes: new Uint8Array(), ends: new Uint32Array() });
});

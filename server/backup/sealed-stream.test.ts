import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { CHUNK_BYTES, openStream, sealStream } from './sealed-stream.js';

const key = randomBytes(32);
const header = Buffer.from('a header');
const seal = (plain: Buffer) => buffer(Readable.from([plain]).pipe(sealStream(key, header)));
const open = (sealed: Buffer, { by = key, head = header } = {}) => {
  const opened = openStream(by, head);
  Readable.from([sealed]).pipe(opened);
  return buffer(opened);
};
const SEALED_CHUNK = CHUNK_BYTES + 16;

describe('a sealed stream', () => {
  it.each([0, 1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 3 * CHUNK_BYTES, 3 * CHUNK_BYTES + 5])(
    'opens to the same %i bytes',
    async (length) => {
      const plain = randomBytes(length);
      const sealed = await seal(plain);
      expect(sealed.length).toBe(length + 16 * Math.max(1, Math.ceil(length / CHUNK_BYTES)));
      expect((await open(sealed)).equals(plain)).toBe(true);
    },
  );

  it('opens with no other key and under no other header', async () => {
    const sealed = await seal(randomBytes(10));
    await expect(open(sealed, { by: randomBytes(32) })).rejects.toThrow('does not open');
    await expect(open(sealed, { head: Buffer.from('another') })).rejects.toThrow('does not open');
  });

  it.each<[string, (sealed: Buffer) => Buffer]>([
    ['a byte was changed', (sealed) => Buffer.concat([sealed.subarray(0, -1), Buffer.of(sealed.at(-1)! ^ 1)])],
    ['the end was cut off', (sealed) => sealed.subarray(0, -1)],
    ['the last chunk was cut off', (sealed) => sealed.subarray(0, 2 * SEALED_CHUNK)],
    ['a chunk was left out', (s) => Buffer.concat([s.subarray(0, SEALED_CHUNK), s.subarray(2 * SEALED_CHUNK)])],
    [
      'two chunks were swapped',
      (s) =>
        Buffer.concat([
          s.subarray(0, SEALED_CHUNK),
          s.subarray(2 * SEALED_CHUNK, 3 * SEALED_CHUNK),
          s.subarray(SEALED_CHUNK, 2 * SEALED_CHUNK),
          s.subarray(3 * SEALED_CHUNK),
        ]),
    ],
    ['something was added', (sealed) => Buffer.concat([sealed, sealed])],
  ])('does not open where %s', async (_what, change) => {
    const sealed = await seal(randomBytes(3 * CHUNK_BYTES + 100));
    await expect(open(change(sealed))).rejects.toThrow('damaged');
  });
});

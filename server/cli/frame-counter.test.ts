import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clientFrame, FrameCounter, Opcode } from './frame-counter.js';

/** As a server sends it: no mask. */
function serverFrame(opcode: number, payload: Buffer): Buffer {
  const { length } = payload;
  if (length < 126) return Buffer.concat([Buffer.from([0x80 | opcode, length]), payload]);
  const header = Buffer.alloc(length < 65_536 ? 4 : 10);
  header[0] = 0x80 | opcode;
  header[1] = length < 65_536 ? 126 : 127;
  if (length < 65_536) header.writeUInt16BE(length, 2);
  else header.writeBigUInt64BE(BigInt(length), 2);
  return Buffer.concat([header, payload]);
}

/** What is counted of bytes that come in pieces of these lengths, again and again. */
function count(bytes: Buffer, pieceLengths: number[], isKeeping: boolean): { opcode: number; payload: Buffer }[] {
  const frames: { opcode: number; payload: Buffer }[] = [];
  const counter = new FrameCounter((opcode, payload) => frames.push({ opcode, payload }));
  counter.isKeeping = isKeeping;
  for (let at = 0, piece = 0; at < bytes.length; piece++) {
    const length = pieceLengths[piece % pieceLengths.length]!;
    const reused = Buffer.from(bytes.subarray(at, at + length));
    counter.read(reused);
    reused.fill(0);
    at += length;
  }
  return frames;
}

const lengths = fc.oneof(fc.integer({ min: 0, max: 300 }), fc.constantFrom(125, 126, 65_535, 65_536));

describe('a counter of frames', () => {
  it('finds each frame with its payload, whatever pieces the bytes come in', () => {
    const frame = fc.record({ opcode: fc.constantFrom(...Object.values(Opcode)), length: lengths });
    const pieces = fc.array(fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 5_000 })), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(fc.array(frame, { maxLength: 12 }), pieces, (frames, pieceLengths) => {
        const sent = frames.map(({ opcode, length }, index) => ({ opcode, payload: Buffer.alloc(length, index + 1) }));
        const bytes = Buffer.concat(sent.map(({ opcode, payload }) => serverFrame(opcode, payload)));
        const kept = count(bytes, pieceLengths, true);
        expect(kept.map(({ opcode }) => opcode)).toEqual(sent.map(({ opcode }) => opcode));
        expect(kept.map(({ payload }, index) => payload.equals(sent[index]!.payload))).toEqual(sent.map(() => true));
        const counted = count(bytes, pieceLengths, false);
        expect(counted.map(({ opcode }) => opcode)).toEqual(sent.map(({ opcode }) => opcode));
      }),
      { numRuns: 50 },
    );
  });
});

describe('a frame of a client', () => {
  it.each([
    { length: 5, header: [0x81, 0x85, 0, 0, 0, 0] },
    { length: 300, header: [0x81, 0xfe, 1, 44, 0, 0, 0, 0] },
  ])('of $length bytes says its length and that it is masked', ({ length, header }) => {
    const frame = clientFrame(Opcode.Text, 'x'.repeat(length));
    expect([...frame.subarray(0, -length)]).toEqual(header);
    expect(frame.subarray(-length).toString()).toBe('x'.repeat(length));
  });
});

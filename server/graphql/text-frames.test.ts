import { describe, expect, it } from 'vitest';
import { FrameCounter, Opcode } from '../cli/frame-counter.js';
import { textFrames } from './text-frames.js';

describe('the frames of messages', () => {
  it('are read as they were written, at every length of a length', () => {
    const [head, tail] = [Buffer.from('{"a":'), Buffer.from('}')];
    const around = head.length + tail.length;
    const middles = [0, 125, 126, 127, 65_535, 65_536].map((length) => Buffer.alloc(Math.max(0, length - around), 'x'));
    const got: { opcode: number; text: string }[] = [];
    const counter = new FrameCounter((opcode, payload) => got.push({ opcode, text: payload.toString() }));
    counter.isKeeping = true;
    counter.read(textFrames(head, middles, tail));
    expect(got.map(({ opcode }) => opcode)).toEqual(middles.map(() => Opcode.Text));
    expect(got.map(({ text }) => text)).toEqual(middles.map((middle) => `{"a":${middle.toString()}}`));
  });
});

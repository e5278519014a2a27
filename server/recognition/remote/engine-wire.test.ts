import { describe, expect, it } from 'vitest';
import { GOOD_QUALITY } from '../../testing/fake-face-engine.js';
import type { DetectedFace } from '../face-engine.js';
import type { EngineTask } from '../face-engine-messages.js';
import { decodeAnswer, decodeTask, encodeAnswer, encodeTask } from './engine-wire.js';

const image = { data: Uint8Array.of(1, 2, 3, 4, 5, 6), width: 2, height: 1 };
/** Doubles and floats that lose something unless every bit is kept. */
const landmarks = [
  { x: 0.1 + 0.2, y: -1 / 3 },
  { x: 5e-324, y: 123456789.12345679 },
];
const faceOf = (id: string, second: boolean): DetectedFace => ({
  box: { x: -0.1, y: 1e-7, width: 1 / 3, height: 2 / 3 },
  detectionScore: 0.7,
  landmarks,
  quality: GOOD_QUALITY,
  template: new Float32Array(128).map((_, index) => Math.sin(index + id.length)),
  ...(second && { secondTemplate: new Float32Array(1024).map((_, index) => Math.cos(index) / 1e30) }),
  ...(second && { passive: { antispoof: 0.1, liveness: 1 / 7 } }),
});

describe('what nodes say to each other', () => {
  it.each<EngineTask>([
    { kind: 'analyze', image, options: {} },
    { kind: 'analyze', image, options: { second: true, passive: true } },
    { kind: 'describeAgain', image, landmarks },
  ])('is the task that was asked for: $kind', (task) => {
    const decoded = decodeTask(encodeTask(task));
    expect({ ...decoded, image: { ...decoded.image, data: new Uint8Array(decoded.image.data) } }).toEqual(task);
  });

  it('is the answer that was given, bit by bit', () => {
    const faces = [faceOf('a', true), faceOf('ab', false), faceOf('abc', true)];
    expect(decodeAnswer('analyze', encodeAnswer(faces))).toEqual(faces);
    expect(decodeAnswer('analyze', encodeAnswer([]))).toEqual([]);
    const template = faces[0]!.secondTemplate!;
    expect(decodeAnswer('describeAgain', encodeAnswer(template))).toEqual(template);
  });

  it('is not read from an answer that was cut off, or was given to something else', () => {
    const answer = encodeAnswer([faceOf('a', true)]);
    expect(() => decodeAnswer('analyze', answer.subarray(0, -1))).toThrow('cut off');
    expect(() => decodeAnswer('analyze', answer.subarray(0, 100))).toThrow('cut off');
    expect(() => decodeAnswer('describeAgain', answer)).toThrow('something else');
  });

  const task = encodeTask({ kind: 'analyze', image, options: {} });
  const framed = (json: object, pixels = 6) => {
    const text = JSON.stringify(json);
    const length = Buffer.alloc(4);
    length.writeUInt32LE(text.length);
    return Buffer.concat([length, Buffer.from(text), Buffer.alloc(pixels)]);
  };
  it.each<[string, Buffer]>([
    ['nothing', Buffer.alloc(0)],
    ['too few pixels', task.subarray(0, -1)],
    ['too many pixels', Buffer.concat([task, Buffer.alloc(1)])],
    ['a length past the end', Buffer.from([0xff, 0xff, 0xff, 0xff, 0x7b])],
    ['no JSON', Buffer.from([1, 0, 0, 0, 0x7b])],
    ['another kind', framed({ kind: 'forget', width: 2, height: 1 })],
    ['no side', framed({ kind: 'analyze', width: 0, height: 0, options: {} }, 0)],
    ['half a pixel', framed({ kind: 'analyze', width: 0.5, height: 4, options: {} })],
    ['a side that is too long', framed({ kind: 'analyze', width: 1281, height: 1, options: {} }, 1281 * 3)],
    ['landmarks without numbers', framed({ kind: 'describeAgain', width: 2, height: 1, landmarks: [{ x: 'a' }] })],
  ])('is no task of %s', (_what, bytes) => {
    expect(() => decodeTask(bytes)).toThrow();
  });
});

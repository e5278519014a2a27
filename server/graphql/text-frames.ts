/** Of RFC 6455, section 5.2: the only frame of its message, which is text. A server does not mask what it sends. */
const FINAL_TEXT = 0x81;
/** Lengths from here on are written in 16 bits, after this number; from MAX_16 + 1 on in 64, after the next. */
const LENGTH_16 = 126;
const LENGTH_64 = 127;
const MAX_16 = 0xffff;

/** The WebSocket frames of messages that begin with `head`, go on with one of `middles` each and end with `tail`. */
export function textFrames(head: Buffer, middles: readonly Buffer[], tail: Buffer): Buffer {
  const around = head.length + tail.length;
  let bytes = 0;
  for (const { length } of middles) bytes += headerLength(around + length) + around + length;
  const frames = Buffer.allocUnsafe(bytes);
  let at = 0;
  for (const middle of middles) {
    at = writeHeader(frames, at, around + middle.length);
    for (const part of [head, middle, tail]) at += part.copy(frames, at);
  }
  return frames;
}

const headerLength = (length: number): number => (length < LENGTH_16 ? 2 : length <= MAX_16 ? 4 : 10);

/** Returns where the payload begins. */
function writeHeader(frames: Buffer, at: number, length: number): number {
  frames[at] = FINAL_TEXT;
  if (length < LENGTH_16) return frames.writeUInt8(length, at + 1);
  if (length <= MAX_16) {
    frames[at + 1] = LENGTH_16;
    return frames.writeUInt16BE(length, at + 2);
  }
  frames[at + 1] = LENGTH_64;
  return frames.writeBigUInt64BE(BigInt(length), at + 2);
}

/** Of RFC 6455, section 5.2: what a server sends us. */
export const Opcode = { Text: 0x1, Close: 0x8, Ping: 0x9, Pong: 0xa } as const;

const FINAL = 0x80;
const MASKED = 0x80;
/** A length of 7 bits; of 16 bits after it; of 64 bits after it. */
const [SHORT, LENGTH_16, LENGTH_64] = [125, 126, 127];
const LONGEST_HEADER = 10;

/**
 * Counts the frames of a WebSocket's server, which are not masked and here not in fragments, by their headers alone: reading
 * what comes costs next to nothing, so that a benchmark does not measure its own client. A frame may come in any pieces.
 */
export class FrameCounter {
  /** While set, `onFrame` gets a copy of the payload. */
  isKeeping = false;

  private readonly header = Buffer.alloc(LONGEST_HEADER);
  private headerBytes = 0;
  private left = 0;
  private pieces: Buffer[] = [];

  constructor(private readonly onFrame: (opcode: number, payload: Buffer) => void) {}

  /** Takes what came in. The bytes may be overwritten afterwards. */
  read(chunk: Buffer): void {
    for (let at = 0; at < chunk.length;) {
      if (this.left > 0) {
        const taken = Math.min(this.left, chunk.length - at);
        if (this.isKeeping) this.pieces.push(Buffer.from(chunk.subarray(at, at + taken)));
        at += taken;
        this.left -= taken;
      } else {
        this.header[this.headerBytes++] = chunk[at++]!;
        if (this.headerBytes < headerLength(this.header[1]!, this.headerBytes)) continue;
        this.left = payloadLength(this.header);
        this.headerBytes = 0;
      }
      if (this.left > 0) continue;
      const payload = this.pieces.length > 0 ? Buffer.concat(this.pieces) : EMPTY;
      if (this.pieces.length > 0) this.pieces = [];
      this.onFrame(this.header[0]! & 0xf, payload);
    }
  }
}

const EMPTY = Buffer.alloc(0);

/** Of a header of which so many bytes are there. */
function headerLength(second: number, bytes: number): number {
  if (bytes < 2 || second <= SHORT) return 2;
  return second === LENGTH_16 ? 4 : LONGEST_HEADER;
}

function payloadLength(header: Buffer): number {
  const short = header[1]!;
  if (short <= SHORT) return short;
  return short === LENGTH_64 ? Number(header.readBigUInt64BE(2)) : header.readUInt16BE(2);
}

/** A frame as a client sends it, with a mask of zeros, which changes nothing. Up to 64 KB. */
export function clientFrame(opcode: number, payload: string | Buffer): Buffer {
  const bytes = Buffer.from(payload);
  const length =
    bytes.length <= SHORT ? [MASKED | bytes.length] : [MASKED | LENGTH_16, bytes.length >> 8, bytes.length & 0xff];
  return Buffer.concat([Buffer.from([FINAL | opcode, ...length, 0, 0, 0, 0]), bytes]);
}

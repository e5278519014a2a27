import { TEMPLATE_LENGTH } from './face-engine.js';
import { HIT_BYTES } from './search-kernel.js';

/** Rows are kept in blocks: their codes, which a search reads through, then their vectors, then their owners. */
export const BLOCK_ROWS = 1024;

const VECTORS_AT = BLOCK_ROWS * TEMPLATE_LENGTH;
const OWNERS_AT = VECTORS_AT + BLOCK_ROWS * TEMPLATE_LENGTH * Float32Array.BYTES_PER_ELEMENT;
const BLOCK_BYTES = OWNERS_AT + BLOCK_ROWS * Int32Array.BYTES_PER_ELEMENT;
const PAGE_BYTES = 65_536;
const MAXIMUM_PAGES = 65_536;
/** Before the first block each thread that searches has a desk: its probe, then its hits. */
const BLOCKS_AT = PAGE_BYTES;
const DESK_BYTES = TEMPLATE_LENGTH * Int16Array.BYTES_PER_ELEMENT + BLOCK_ROWS * HIT_BYTES;

/**
 * A code is a template's number in steps of 1/200, at most 127 of them from zero. Of the templates of 618 photographs,
 * each also darkened, blurred and shrunk, no number was further from zero than 0.531; one beyond 0.635 would make searches
 * slower, never wrong.
 */
export const CODE_STEP = 1 / 200;
const MAXIMUM_CODE = 127;

/** Where a searching thread leaves its probe and finds its hits. */
export interface Desk {
  probeAddress: number;
  hitsAddress: number;
  probe: Int16Array;
  /** Row of the block and squared code distance, in turn. */
  hits: Int32Array;
}

/**
 * The templates of a gallery in memory that threads share and that grows in place: row by row the codes, the vector and
 * the number of its owner. Holds up to 6.6 million rows (4 GiB); which of them are in use is the gallery's to know.
 */
export class SearchMemory {
  private codes!: Int8Array;
  private vectors!: Float32Array;
  private owners!: Int32Array;

  constructor(readonly memory = new WebAssembly.Memory({ initial: 1, maximum: MAXIMUM_PAGES, shared: true })) {
    this.refresh();
  }

  /** Sees what another thread has added. */
  refresh(): void {
    const { buffer } = this.memory;
    if (this.codes?.buffer === buffer) return;
    this.codes = new Int8Array(buffer);
    this.vectors = new Float32Array(buffer, 0, Math.floor(buffer.byteLength / 4));
    this.owners = new Int32Array(buffer, 0, Math.floor(buffer.byteLength / 4));
  }

  /** The desk of thread 0 (the gallery's own) or 1 (the search thread). */
  desk(thread: 0 | 1): Desk {
    const probeAddress = thread * DESK_BYTES;
    const hitsAddress = probeAddress + TEMPLATE_LENGTH * Int16Array.BYTES_PER_ELEMENT;
    const { buffer } = this.memory;
    return {
      probeAddress,
      hitsAddress,
      probe: new Int16Array(buffer, probeAddress, TEMPLATE_LENGTH),
      hits: new Int32Array(buffer, hitsAddress, (BLOCK_ROWS * HIT_BYTES) / Int32Array.BYTES_PER_ELEMENT),
    };
  }

  /** Makes room for this many rows. Throws RangeError when there is none. */
  reserve(rows: number): void {
    const bytes = BLOCKS_AT + Math.ceil(rows / BLOCK_ROWS) * BLOCK_BYTES;
    const missing = Math.ceil((bytes - this.memory.buffer.byteLength) / PAGE_BYTES);
    if (missing <= 0) return;
    this.memory.grow(missing);
    this.refresh();
  }

  /** Returns how far the codes are from the vector. */
  write(row: number, vector: Float32Array, owner: number): number {
    this.vectors.set(vector, this.vectorIndex(row));
    this.owners[this.ownerIndex(row)] = owner;
    return encode(vector, this.codes, this.codesAddress(row));
  }

  move(from: number, to: number): void {
    const [codes, vector] = [this.codesAddress(from), this.vectorIndex(from)];
    this.codes.copyWithin(this.codesAddress(to), codes, codes + TEMPLATE_LENGTH);
    this.vectors.copyWithin(this.vectorIndex(to), vector, vector + TEMPLATE_LENGTH);
    this.owners[this.ownerIndex(to)] = this.ownerOf(from);
  }

  /** Overwrites a row with zeros. */
  erase(row: number): void {
    const [codes, vector] = [this.codesAddress(row), this.vectorIndex(row)];
    this.codes.fill(0, codes, codes + TEMPLATE_LENGTH);
    this.vectors.fill(0, vector, vector + TEMPLATE_LENGTH);
    this.owners[this.ownerIndex(row)] = 0;
  }

  ownerOf(row: number): number {
    return this.owners[this.ownerIndex(row)] as number;
  }

  /** A copy. */
  vectorOf(row: number): Float32Array {
    const first = this.vectorIndex(row);
    return new Float32Array(this.vectors.subarray(first, first + TEMPLATE_LENGTH));
  }

  /** Squared euclidean distance of a row's vector to the probe, in double precision. */
  squaredDistance(row: number, probe: Float32Array): number {
    const first = this.vectorIndex(row);
    let sum = 0;
    for (let index = 0; index < TEMPLATE_LENGTH; index++) {
      const difference = (this.vectors[first + index] as number) - (probe[index] as number);
      sum += difference * difference;
    }
    return sum;
  }

  codesAddress(row: number): number {
    return blockOf(row) + (row % BLOCK_ROWS) * TEMPLATE_LENGTH;
  }

  private vectorIndex(row: number): number {
    return (blockOf(row) + VECTORS_AT) / 4 + (row % BLOCK_ROWS) * TEMPLATE_LENGTH;
  }

  private ownerIndex(row: number): number {
    return (blockOf(row) + OWNERS_AT) / 4 + (row % BLOCK_ROWS);
  }
}

const blockOf = (row: number): number => BLOCKS_AT + Math.floor(row / BLOCK_ROWS) * BLOCK_BYTES;

/** Writes the codes of a vector; returns their euclidean distance to it. */
export function encode(vector: Float32Array, codes: Int8Array | Int16Array, offset: number): number {
  let squared = 0;
  for (let index = 0; index < TEMPLATE_LENGTH; index++) {
    const value = vector[index] as number;
    // Rounds as Math.round does, in a quarter of its time.
    const rounded = Math.floor(value / CODE_STEP + 0.5);
    const code = Math.max(-MAXIMUM_CODE, Math.min(MAXIMUM_CODE, rounded));
    codes[offset + index] = code;
    const difference = value - code * CODE_STEP;
    squared += difference * difference;
  }
  return Math.sqrt(squared);
}

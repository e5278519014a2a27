import { compileScan, type Scan } from './search-kernel.js';
import { Nearest } from './search-nearest.js';
import { BLOCK_ROWS, CODE_STEP, encode, type Desk, type SearchMemory } from './search-memory.js';

/** An owner by their template nearest to the probe. */
export interface Found {
  owner: number;
  /** Squared euclidean distance. */
  squared: number;
}

export interface Query {
  probe: Float32Array;
  /** The rows to search: 0..rows-1. */
  rows: number;
  /** How far the codes of any of these rows are from its vector, at most. */
  largestResidual: number;
  /** At most this many owners, the nearest ones. */
  count: number;
  /** Only those nearer than this. */
  within: number;
}

/** Above every sum of squared code differences. */
const NO_LIMIT = 0x7fffffff;
/** Covers the rounding of double-precision sums and roots, which is a million times smaller. */
const ROUNDING = 1 + 1e-9;

/**
 * Exact search. It reads through the codes, a quarter of the vectors' bytes, and measures by the vectors only what the
 * codes cannot rule out: by the triangle inequality the distance between two templates' codes is off by no more than
 * both residuals (the distances of codes to their vectors) together.
 */
export class Search {
  private readonly scan: Scan;
  private readonly desk: Desk;

  /** `thread`: 0 beside the gallery, 1 in the search thread. */
  constructor(
    private readonly memory: SearchMemory,
    thread: 0 | 1,
  ) {
    this.scan = compileScan(memory.memory);
    this.desk = memory.desk(thread);
  }

  /** The nearest different owners, nearest first; equal distances in the order of owners. */
  find({ probe, rows, largestResidual, count, within }: Query): Found[] {
    this.memory.refresh();
    const { probeAddress, hitsAddress, hits } = this.desk;
    const uncertainty = largestResidual + encode(probe, this.desk.probe, 0);
    const nearest = new Nearest(count, within ** 2);
    let limit = limitOf(within, uncertainty);
    for (let first = 0; first < rows; first += BLOCK_ROWS) {
      const codes = this.memory.codesAddress(first);
      const found = this.scan(codes, Math.min(BLOCK_ROWS, rows - first), probeAddress, limit, hitsAddress);
      for (let hit = 0; hit < found; hit++) {
        if ((hits[2 * hit + 1] as number) > limit) continue;
        const row = first + (hits[2 * hit] as number);
        const nearer = nearest.offer(this.memory.ownerOf(row), this.memory.squaredDistance(row, probe));
        if (nearer) limit = limitOf(Math.sqrt(nearest.bound), uncertainty);
      }
    }
    this.desk.probe.fill(0);
    return nearest.list();
  }
}

/** The largest sum of squared code differences that a row at this distance can have. */
function limitOf(distance: number, uncertainty: number): number {
  return Math.min(NO_LIMIT, Math.floor(((distance + uncertainty) / CODE_STEP) ** 2 * ROUNDING));
}

import { describe, expect, it } from 'vitest';
import { compileScan } from './search-kernel.js';

const [CODES_AT, PROBE_AT, HITS_AT] = [0, 32_768, 40_960] as const;

/** 200 rows that reach from -127 to 127, a probe, and the sums that the kernel should find. */
function setUp() {
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 65_536, shared: true });
  const codes = new Int8Array(memory.buffer, CODES_AT, 200 * 128);
  const probe = new Int16Array(memory.buffer, PROBE_AT, 128);
  const hits = new Int32Array(memory.buffer, HITS_AT, 400);
  codes.forEach((_, index) => (codes[index] = ((index * 7919 + Math.floor(index / 128)) % 255) - 127));
  probe.forEach((_, index) => (probe[index] = ((index * 31) % 255) - 127));
  // The furthest that two can be apart.
  codes.fill(127, 0, 128);
  const sums = Array.from({ length: 200 }, (_, row) =>
    probe.reduce((sum, value, index) => sum + (value - codes[row * 128 + index]!) ** 2, 0),
  );
  const scan = compileScan(memory);
  const run = (rows: number, limit: number) => {
    const count = scan(CODES_AT, rows, PROBE_AT, limit, HITS_AT);
    return Array.from({ length: count }, (_, hit) => [hits[2 * hit], hits[2 * hit + 1]]);
  };
  return { sums, run, probe };
}

describe('the scan', () => {
  it('gives every row with its sum of squared differences', () => {
    const { sums, run } = setUp();
    expect(new Set(sums).size).toBeGreaterThan(100);
    expect(run(200, 0x7fffffff)).toEqual(sums.map((sum, row) => [row, sum]));
  });

  it('does not overflow where numbers are as far apart as they can be', () => {
    const { run, probe } = setUp();
    probe.fill(-127);
    expect(run(1, 0x7fffffff)).toEqual([[0, 128 * 254 ** 2]]);
  });

  it('leaves out sums above the limit, and keeps the limit itself', () => {
    const { sums, run } = setUp();
    const limit = sums.toSorted((a, b) => a - b)[50]!;
    const expected = sums.flatMap((sum, row) => (sum <= limit ? [[row, sum]] : []));
    expect(run(200, limit)).toEqual(expected);
    expect(run(200, -1)).toEqual([]);
  });

  it('reads as many rows as it is told', () => {
    const { sums, run } = setUp();
    expect(run(3, 0x7fffffff)).toEqual(sums.slice(0, 3).map((sum, row) => [row, sum]));
    expect(run(0, 0x7fffffff)).toEqual([]);
  });
});

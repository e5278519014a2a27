import { TEMPLATE_LENGTH } from './face-engine.js';
import {
  assemble,
  block,
  br,
  br_if,
  I32,
  i16x8_load8x8_s,
  i16x8_sub,
  i32_add,
  i32_const,
  i32_ge_u,
  i32_le_s,
  i32_shr_u,
  i32_store,
  i32_sub,
  i32x4_add,
  i32x4_dot_i16x8_s,
  i32x4_extract_lane,
  i8x16_shuffle,
  if_,
  local_get,
  local_set,
  local_tee,
  loop,
  V128,
  v128_load,
  v128_zero,
  type Code,
} from './search-assembler.js';

/**
 * Compares `rows` rows of TEMPLATE_LENGTH signed bytes at `codes` with a probe of as many 16-bit integers at `probe`.
 * For each row whose sum of squared differences is at most `limit`, two 32-bit integers are written from `hits` on: the
 * row, counted from 0, and the sum. Returns how many rows were written. All but `rows` and `limit` are addresses.
 */
export type Scan = (codes: number, rows: number, probe: number, limit: number, hits: number) => number;

/** Bytes of one hit. */
export const HIT_BYTES = 8;

const [CODES, ROWS, PROBE, LIMIT, HITS, ROW, SUM, NEXT_HIT, DIFFERENCE, SUMS] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
const LANES = 8;
const UPPER_HALF_FIRST = [8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7];

/** sums += the squared differences of eight numbers, in pairs. Codes lie in -127..127, so nothing overflows. */
const addEight = (first: number): Code =>
  [
    local_get(SUMS),
    local_get(CODES),
    i16x8_load8x8_s(first),
    local_get(PROBE),
    v128_load(first * Int16Array.BYTES_PER_ELEMENT),
    i16x8_sub,
    local_tee(DIFFERENCE),
    local_get(DIFFERENCE),
    i32x4_dot_i16x8_s,
    i32x4_add,
    local_set(SUMS),
  ].flat();

/** sum = the four lanes of sums together. */
const ADD_LANES: Code = [
  local_get(SUMS),
  local_get(SUMS),
  local_get(SUMS),
  i8x16_shuffle(UPPER_HALF_FIRST),
  i32x4_add,
  local_tee(SUMS),
  i32x4_extract_lane(0),
  local_get(SUMS),
  i32x4_extract_lane(1),
  i32_add,
  local_set(SUM),
].flat();

const WRITE_HIT: Code = [
  ...[local_get(NEXT_HIT), local_get(ROW), i32_store(0)],
  ...[local_get(NEXT_HIT), local_get(SUM), i32_store(4)],
  ...[local_get(NEXT_HIT), i32_const(HIT_BYTES), i32_add, local_set(NEXT_HIT)],
].flat();

const MODULE = assemble({
  name: 'scan',
  parameters: 5,
  locals: [I32, I32, I32, V128, V128],
  body: [
    ...[local_get(HITS), local_set(NEXT_HIT)],
    block(
      loop(
        ...[local_get(ROW), local_get(ROWS), i32_ge_u, br_if(1)],
        ...[v128_zero, local_set(SUMS)],
        ...Array.from({ length: TEMPLATE_LENGTH / LANES }, (_, index) => addEight(index * LANES)),
        ADD_LANES,
        ...[local_get(SUM), local_get(LIMIT), i32_le_s, if_(WRITE_HIT)],
        ...[local_get(CODES), i32_const(TEMPLATE_LENGTH), i32_add, local_set(CODES)],
        ...[local_get(ROW), i32_const(1), i32_add, local_set(ROW)],
        br(0),
      ),
    ),
    ...[local_get(NEXT_HIT), local_get(HITS), i32_sub, i32_const(Math.log2(HIT_BYTES)), i32_shr_u],
  ],
});

/** The scan over a shared memory, in the calling thread. */
export function compileScan(memory: WebAssembly.Memory): Scan {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(MODULE), { env: { memory } });
  return exports['scan'] as Scan;
}

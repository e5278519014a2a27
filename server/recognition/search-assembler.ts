/**
 * As much of the WebAssembly binary format (W3C WebAssembly Core Specification 2.0, chapter 5) as one function with SIMD
 * needs. Instructions have the names of the text format, with underscores for dots.
 */
export type Code = readonly number[];

export const I32 = 0x7f;
export const V128 = 0x7b;

const NO_RESULT = 0x40;
const END = 0x0b;
const MAXIMUM_PAGES = 65_536;

const memoryAt = (alignmentLog2: number, offset: number): Code => [alignmentLog2, ...unsigned(offset)];
const simd = (opcode: number, ...immediate: number[]): Code => [0xfd, ...unsigned(opcode), ...immediate];

export const local_get = (local: number): Code => [0x20, ...unsigned(local)];
export const local_set = (local: number): Code => [0x21, ...unsigned(local)];
export const local_tee = (local: number): Code => [0x22, ...unsigned(local)];
export const i32_const = (value: number): Code => [0x41, ...signed(value)];
export const i32_store = (offset: number): Code => [0x36, ...memoryAt(2, offset)];
export const i32_le_s: Code = [0x4c];
export const i32_ge_u: Code = [0x4f];
export const i32_add: Code = [0x6a];
export const i32_sub: Code = [0x6b];
export const i32_shr_u: Code = [0x76];
export const block = (...body: Code[]): Code => [0x02, NO_RESULT, ...body.flat(), END];
export const loop = (...body: Code[]): Code => [0x03, NO_RESULT, ...body.flat(), END];
export const if_ = (...body: Code[]): Code => [0x04, NO_RESULT, ...body.flat(), END];
export const br = (depth: number): Code => [0x0c, ...unsigned(depth)];
export const br_if = (depth: number): Code => [0x0d, ...unsigned(depth)];
export const v128_load = (offset: number): Code => simd(0x00, ...memoryAt(4, offset));
export const i16x8_load8x8_s = (offset: number): Code => simd(0x01, ...memoryAt(3, offset));
export const v128_zero: Code = simd(0x0c, ...new Array<number>(16).fill(0));
export const i8x16_shuffle = (lanes: readonly number[]): Code => simd(0x0d, ...lanes);
export const i32x4_extract_lane = (lane: number): Code => simd(0x1b, lane);
export const i16x8_sub: Code = simd(0x91);
export const i32x4_add: Code = simd(0xae);
export const i32x4_dot_i16x8_s: Code = simd(0xba);

/**
 * A module that imports a shared memory as `env.memory` and exports one function: `parameters` 32-bit integers in, one
 * out. `locals` are the types of its further locals, numbered after the parameters.
 */
export function assemble(definition: {
  name: string;
  parameters: number;
  locals: readonly number[];
  body: readonly Code[];
}): Uint8Array<ArrayBuffer> {
  const { name, parameters, locals, body } = definition;
  const type = [0x60, ...vector(new Array<Code>(parameters).fill([I32])), ...vector([[I32]])];
  const sharedMemory = [0x02, 0x03, ...unsigned(1), ...unsigned(MAXIMUM_PAGES)];
  const code = [...vector(locals.map((local) => [1, local])), ...body.flat(), END];
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [type]),
    ...section(2, [[...text('env'), ...text('memory'), ...sharedMemory]]),
    ...section(3, [[0]]),
    ...section(7, [[...text(name), 0x00, 0]]),
    ...section(10, [[...unsigned(code.length), ...code]]),
  ]);
}

const vector = (items: readonly Code[]): Code => [...unsigned(items.length), ...items.flat()];
const text = (value: string): Code => vector([...Buffer.from(value)].map((byte) => [byte]));

function section(id: number, items: readonly Code[]): Code {
  const content = vector(items);
  return [id, ...unsigned(content.length), ...content];
}

/** LEB128 of a whole number in 0..2^32-1. */
function unsigned(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)];
}

/** Signed LEB128 of a 32-bit whole number. */
function signed(value: number): number[] {
  return value >= -0x40 && value < 0x40 ? [value & 0x7f] : [(value & 0x7f) | 0x80, ...signed(value >> 7)];
}

/** Byte strings in one block, which goes from thread to thread without being copied. One without bytes is null. */
export interface PackedBytes {
  bytes: Uint8Array<ArrayBuffer>;
  /** Where each of them ends in `bytes`, which is where the next begins. */
  ends: Uint32Array<ArrayBuffer>;
}

export function packBytes(parts: readonly (Uint8Array | null)[]): PackedBytes {
  const ends = new Uint32Array(parts.length);
  let length = 0;
  parts.forEach((part, index) => (ends[index] = length += part?.length ?? 0));
  const bytes = new Uint8Array(length);
  parts.forEach((part, index) => part && bytes.set(part, ends[index]! - part.length));
  return { bytes, ends };
}

/** A view of the block, not a copy. */
export function unpackBytes({ bytes, ends }: PackedBytes, index: number): Uint8Array<ArrayBuffer> | null {
  const start = index === 0 ? 0 : ends[index - 1]!;
  const end = ends[index]!;
  return end === start ? null : bytes.subarray(start, end);
}

import { readFile, rename, writeFile } from 'node:fs/promises';

/** Numbers of a shape, as they are kept in a file. */
export interface KeptTensor {
  name: string;
  shape: number[];
  values: Float32Array;
}

/**
 * Writes tensors with a few facts into one file: the length of the JSON (uint32, little-endian), the JSON, 32-bit floats.
 * What was there before stays until all of it is written.
 */
export async function writeTensors(file: string, facts: unknown, tensors: readonly KeptTensor[]): Promise<void> {
  const header = Buffer.from(JSON.stringify({ facts, tensors: tensors.map(({ name, shape }) => ({ name, shape })) }));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(header.length);
  const bytes = tensors.map(({ values }) => Buffer.from(values.buffer, values.byteOffset, values.byteLength));
  await writeFile(`${file}.new`, Buffer.concat([length, header, ...bytes]), { mode: 0o600, flush: true });
  await rename(`${file}.new`, file);
}

/** Null where there is no such file. Throws for one that is damaged. */
export async function readTensors<Facts>(file: string): Promise<{ facts: Facts; tensors: KeptTensor[] } | null> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (!bytes) return null;
  const length = bytes.readUInt32LE(0);
  const header = JSON.parse(bytes.toString('utf8', 4, 4 + length)) as {
    facts: Facts;
    tensors: { name: string; shape: number[] }[];
  };
  let at = 4 + length;
  const tensors = header.tensors.map(({ name, shape }) => {
    const size = shape.reduce((product, side) => product * side, 1) * 4;
    if (at + size > bytes.length) throw new Error(`${file} is damaged: it is too short`);
    const copy = new Uint8Array(bytes.subarray(at, at + size));
    at += size;
    return { name, shape, values: new Float32Array(copy.buffer) };
  });
  return { facts: header.facts, tensors };
}

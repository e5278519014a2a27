import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { listFiles, temporaryFolder } from '../testing/temporary-folder.js';
import { readTensors, writeTensors } from './tensor-file.js';

const tensors = [
  { name: 'a', shape: [2, 2], values: Float32Array.of(1, -2.5, 3e-8, 4) },
  { name: 'scalar', shape: [], values: Float32Array.of(7) },
];

it('gives back what was written, and leaves no other file', async () => {
  const folder = temporaryFolder();
  const file = join(folder, 'x.bin');
  await writeTensors(file, { epoch: 1 }, []);
  await writeTensors(file, { epoch: 2, ä: 'ö' }, tensors);
  expect(await readTensors(file)).toEqual({ facts: { epoch: 2, ä: 'ö' }, tensors });
  expect(listFiles(folder)).toEqual(['x.bin']);
});

it('says that there is none, or that it is damaged', async () => {
  const file = join(temporaryFolder(), 'x.bin');
  expect(await readTensors(file)).toBeNull();
  await writeTensors(file, {}, tensors);
  writeFileSync(file, readFileSync(file).subarray(0, -3));
  await expect(readTensors(file)).rejects.toThrow('damaged');
});

import { mkdtemp, copyFile, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readModelFiles, shippedModelFolder } from './model-files.js';

describe('readModelFiles', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'models-'));
    for (const name of ['face_landmark_68_model.bin', 'face_landmark_68_model-weights_manifest.json']) {
      await copyFile(path.join(shippedModelFolder('face_landmark_68_model'), name), path.join(folder, name));
    }
  });
  afterAll(() => rm(folder, { recursive: true }));

  it.each([
    'ssd_mobilenetv1_model',
    'face_landmark_68_model',
    'face_recognition_model',
    'blazeface',
    'facemesh',
    'faceres',
    'antispoof',
    'liveness',
  ] as const)('finds %s in the installed package, byte for byte', async (model) => {
    const { manifest, weights } = await readModelFiles(model);
    expect(manifest).toBeInstanceOf(Object);
    expect(weights.byteLength).toBe((await readFile(path.join(shippedModelFolder(model), `${model}.bin`))).length);
  });

  it('names a file that is missing and says what to do', async () => {
    await expect(readModelFiles('face_recognition_model', folder)).rejects.toThrow(
      /face_recognition_model-weights_manifest\.json cannot be read.*npm ci/,
    );
  });

  it('names a graph model that is missing', async () => {
    await expect(readModelFiles('blazeface', folder)).rejects.toThrow(/blazeface\.json cannot be read.*npm ci/);
  });

  it('refuses weights of which one byte is different', async () => {
    const file = path.join(folder, 'face_landmark_68_model.bin');
    const bytes = await readFile(file);
    bytes[1000] = (bytes[1000] ?? 0) ^ 1;
    await writeFile(file, bytes);
    await expect(readModelFiles('face_landmark_68_model', folder)).rejects.toThrow(
      /face_landmark_68_model\.bin is not the one/,
    );
  });
});

import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../testing/temporary-folder.js';
import type { DetectedFace, FaceEngine, PixelImage } from '../face-engine.js';
import { acquire, acquireAll } from './acquire.js';

const face = (x: number): DetectedFace => ({
  box: { x, y: 0, width: 80, height: 80 },
  detectionScore: 0.9,
  landmarks: [{ x, y: 1 }],
  quality: { score: 1, eyeDistance: 40, brightness: 128, contrast: 40, sharpness: 1, yaw: 0, pitch: 0, roll: 0 },
  template: new Float32Array(128).fill(x),
});

/** Sees `faces` on every photo, and remembers the photos. */
function engineSeeing(...faces: DetectedFace[]) {
  const seen: PixelImage[] = [];
  const engine: FaceEngine = {
    modelId: 'one',
    secondModelId: 'two',
    backend: 'wasm',
    analyze: async (image) => {
      seen.push(image);
      return faces;
    },
    describeAgain: async (_, [landmark]) => new Float32Array(1024).fill(landmark!.x),
    stop: async () => undefined,
  };
  return { engine, seen };
}

async function photo(name: string, bytes: Buffer | string) {
  const file = path.join(temporaryFolder(), name);
  await writeFile(file, bytes);
  return { person: 'anna', part: null, file };
}
const grey = (side: number): Promise<Buffer> =>
  sharp({ create: { width: side, height: side, channels: 3, background: 'grey' } })
    .png()
    .toBuffer();

describe('acquire', () => {
  it('takes the first face by both encoders, and counts the others', async () => {
    const { engine } = engineSeeing(face(3), face(4));
    const shot = await acquire(await photo('a.png', await grey(100)), 0, { engine, harder: null });
    expect(shot).toMatchObject({ person: 'anna', faces: 2, failure: null });
    expect([shot.templates!.first[0], shot.templates!.second[0]]).toEqual([3, 3]);
  });

  it('reads a portable greymap with a comment in its header', async () => {
    const { engine, seen } = engineSeeing(face(1));
    const header = Buffer.from('P5\n# of an older face set\n92 112\n255\n', 'latin1');
    const file = await photo('a.pgm', Buffer.concat([header, Buffer.alloc(92 * 112, 77)]));
    expect((await acquire(file, 0, { engine, harder: null })).failure).toBeNull();
    expect(seen[0]).toMatchObject({ width: 92, height: 112 });
    expect(new Set(seen[0]!.data)).toEqual(new Set([77]));
  });

  it.each([
    ['holds no photo', 'a.jpg', 'no photo at all', 'not a photo that can be read'],
    ['is damaged', 'a.png', Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(40)]), 'damaged'],
    ['is a greymap of 16 bits', 'a.pgm', 'P5 2 2 65535 ........', 'no 8-bit PGM'],
  ])('notes a file that %s', async (_, name, bytes, reason) => {
    const { engine } = engineSeeing(face(1));
    const shot = await acquire(await photo(name, bytes), 0, { engine, harder: null });
    expect(shot.templates).toBeNull();
    expect(shot.failure).toContain(reason);
  });

  it('notes a photo without a face, and a file that is gone', async () => {
    const { engine } = engineSeeing();
    const empty = await acquire(await photo('a.png', await grey(100)), 0, { engine, harder: null });
    expect(empty.failure).toBe('No face was found.');
    const gone = await acquire({ person: 'anna', part: null, file: '/no/such.png' }, 0, { engine, harder: null });
    expect(gone.failure).toContain('The file cannot be read');
  });

  it('makes photos worse where it is asked to, in turn when mixed', async () => {
    const { engine, seen } = engineSeeing(face(1));
    const file = await photo('a.png', await grey(300));
    await acquire(file, 0, { engine, harder: 'small-grey' });
    for (const number of [0, 1, 6]) await acquire(file, number, { engine, harder: 'mixed' });
    expect(seen.map(({ width, height }) => `${width}x${height}`)).toEqual(['92x112', '92x112', '64x64', '300x300']);
  });
});

describe('acquireAll', () => {
  it('keeps the order of the photos and counts them', async () => {
    const { engine } = engineSeeing(face(1));
    const photos = await Promise.all(['a', 'b', 'c'].map(async (name) => photo(`${name}.png`, await grey(100))));
    const counts: number[] = [];
    const signal = new AbortController().signal;
    const tools = { engine, harder: null, concurrency: 2, signal, onProgress: (done: number) => counts.push(done) };
    const shots = await acquireAll(photos, tools);
    expect(shots.map(({ file }) => path.basename(file))).toEqual(['a.png', 'b.png', 'c.png']);
    expect(counts).toEqual([1, 2, 3]);
  });

  it('stops when it is told to', async () => {
    const { engine, seen } = engineSeeing(face(1));
    const stopping = new AbortController();
    const file = await photo('a.png', await grey(100));
    const tools = { engine, harder: null, concurrency: 1, signal: stopping.signal };
    const onProgress = (): void => stopping.abort(new Error('Stopped.'));
    await expect(acquireAll([file, file, file], { ...tools, onProgress })).rejects.toThrow('Stopped.');
    expect(seen).toHaveLength(1);
  });
});

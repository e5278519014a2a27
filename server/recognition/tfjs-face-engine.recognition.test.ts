import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PixelImage } from './face-engine.js';
import { decodePhoto } from './photo.js';
import { TfjsFaceEngine } from './tfjs-face-engine.js';

const DEMO = path.join(
  path.dirname(createRequire(import.meta.url).resolve('@vladmandic/face-api/package.json')),
  'demo',
);

async function sample(number: number): Promise<PixelImage> {
  const photo = await decodePhoto(await readFile(path.join(DEMO, `sample${number}.jpg`)));
  if (photo.outcome === 'refused') throw new Error(photo.message);
  return photo.pixels;
}

describe('TfjsFaceEngine', { timeout: 60_000 }, () => {
  let engine: TfjsFaceEngine;
  beforeAll(async () => {
    engine = await TfjsFaceEngine.load();
  });
  afterAll(() => engine.stop());

  it.each([
    [1, 3],
    [2, 3],
    [3, 3],
    [4, 4],
    [5, 5],
    [6, 4],
  ])('finds in sample photo %d every one of %d people, each with a template', async (number, people) => {
    const faces = await engine.analyze(await sample(number));
    expect(faces).toHaveLength(people);
    const lengths = faces.map(({ template }) => Math.hypot(...template));
    expect(lengths.every((length) => length > 1 && length < 2)).toBe(true);
  });

  it('gives the largest face first', async () => {
    const faces = await engine.analyze(await sample(5));
    const areas = faces.map(({ box }) => box.width * box.height);
    expect(areas).toEqual([...areas].sort((a, b) => b - a));
  });

  it('finds no face where there is none', async () => {
    const grey = { data: new Uint8Array(320 * 240 * 3).fill(120), width: 320, height: 240 };
    expect(await engine.analyze(grey)).toEqual([]);
  });

  it('gives the same template for the same pixels', async () => {
    const image = await sample(1);
    const [first, second] = [await engine.analyze(image), await engine.analyze(image)];
    expect(second).toEqual(first);
  });

  it('holds no more tensors after photos than before, whether they succeed or fail', async () => {
    const before = engine.tensorCount;
    await engine.analyze(await sample(2));
    await engine.analyze({ data: new Uint8Array(320 * 240 * 3), width: 320, height: 240 });
    await expect(engine.analyze({ data: new Uint8Array(5), width: 320, height: 240 })).rejects.toThrow();
    expect(engine.tensorCount).toBe(before);
    expect(before).toBeGreaterThan(100);
  });
});

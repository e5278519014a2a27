import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PixelImage } from './face-engine.js';
import { decodePhoto } from './photo.js';
import { whatIsWrong } from './quality.js';
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

/** The face of one person, `sides` of its box across, out of a sample photograph. */
async function face(sides = 1.8): Promise<Buffer> {
  const photo = sharp(path.join(DEMO, 'sample6.jpg'));
  const { width, height } = await photo.metadata();
  const side = Math.round(0.1598 * width * sides);
  const [left, top] = [0.3958 * width - side / 2, 0.3091 * height - side / 2].map(Math.round) as [number, number];
  return photo.extract({ left, top, width: side, height: side }).resize(400, 400).png().toBuffer();
}

async function pixelsOf(bytes: Buffer): Promise<PixelImage> {
  const { data, info } = await sharp(bytes)
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** A frame of 1280x720 with a face `pixels` wide in it. */
async function farAway(pixels: number): Promise<Buffer> {
  const person = await sharp(await face())
    .resize(Math.round(pixels * 1.8))
    .toBuffer();
  return sharp({ create: { width: 1280, height: 720, channels: 3, background: '#5a6068' } })
    .composite([{ input: person, left: 700, top: 300 }])
    .png()
    .toBuffer();
}

const distance = (one: Float32Array, other: Float32Array): number =>
  Math.hypot(...one.map((value, index) => value - other[index]!));
const dotProduct = (one: Float32Array, other: Float32Array): number =>
  one.reduce((sum, value, index) => sum + value * other[index]!, 0);

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

  it.each<[string, () => Promise<Buffer>, number]>([
    ['40 pixels wide in a frame of 1280x720', () => farAway(40), 0.6],
    [
      'tilted by 30 degrees',
      async () =>
        sharp(await face())
          .rotate(30, { background: 'grey' })
          .png()
          .toBuffer(),
      0.4,
    ],
    [
      'tilted by -30 degrees',
      async () =>
        sharp(await face())
          .rotate(-30, { background: 'grey' })
          .png()
          .toBuffer(),
      0.4,
    ],
    [
      'in the dark',
      async () =>
        sharp(await face())
          .linear(0.15, 0)
          .png()
          .toBuffer(),
      0.4,
    ],
    [
      'over-exposed',
      async () =>
        sharp(await face())
          .linear(1.4, 20)
          .png()
          .toBuffer(),
      0.4,
    ],
    ['that fills the picture', () => face(1), 0.4],
    [
      'of 64 pixels in grey',
      async () =>
        sharp(await face(1.1))
          .resize(64, 64)
          .greyscale()
          .png()
          .toBuffer(),
      0.5,
    ],
  ])('finds a face %s, and describes it as the same', async (_, photo, maxDistance) => {
    const [original] = await engine.analyze(await pixelsOf(await face()));
    const found = await engine.analyze(await pixelsOf(await photo()));
    expect(found).toHaveLength(1);
    expect(distance(found[0]!.template, original!.template)).toBeLessThan(maxDistance);
  });

  it('takes no shirt, lawn or hand for a face', async () => {
    const { data, width, height } = await sample(2);
    const below = { left: 313, top: 475, width: 266, height: 265 };
    const shirt = await sharp(data, { raw: { width, height, channels: 3 } })
      .extract(below)
      .png()
      .toBuffer();
    expect(await engine.analyze(await pixelsOf(shirt))).toEqual([]);
  });

  it('gives a second opinion and passive scores where they are asked for, and only there', async () => {
    const image = await pixelsOf(await face());
    const [plain] = await engine.analyze(image);
    expect(plain).not.toHaveProperty('secondTemplate');
    expect(plain).not.toHaveProperty('passive');
    const [asked] = await engine.analyze(image, { second: true, passive: true });
    expect(asked!.secondTemplate).toHaveLength(1024);
    expect(Math.hypot(...asked!.secondTemplate!)).toBeCloseTo(1, 5);
    expect(asked!.passive).toEqual({ antispoof: expect.closeTo(0.5, 0), liveness: expect.closeTo(0.5, 0) });
    expect(await engine.describeAgain(image, plain!.landmarks)).toEqual(asked!.secondTemplate);
  });

  it('has a second opinion that is near for one person and far for another', async () => {
    const [one] = await engine.analyze(await pixelsOf(await face()), { second: true });
    const [again] = await engine.analyze(
      await pixelsOf(
        await sharp(await face())
          .flop()
          .png()
          .toBuffer(),
      ),
      { second: true },
    );
    const [, other] = await engine.analyze(await sample(5), { second: true });
    expect(dotProduct(one!.secondTemplate!, again!.secondTemplate!)).toBeGreaterThan(
      dotProduct(one!.secondTemplate!, other!.secondTemplate!) + 0.2,
    );
  });

  it('finds nothing wrong with the face of a good photo', async () => {
    const [found] = await engine.analyze(await pixelsOf(await face()));
    expect([whatIsWrong(found!.quality, 'enrolment'), whatIsWrong(found!.quality, 'kiosk')]).toEqual([null, null]);
  });

  it('gives the same template for the same pixels', async () => {
    const image = await sample(1);
    const [first, second] = [await engine.analyze(image), await engine.analyze(image)];
    expect(second).toEqual(first);
  });

  it('holds no more tensors after photos than before, whether they succeed or fail', async () => {
    const before = engine.tensorCount;
    await engine.analyze(await sample(2), { second: true, passive: true });
    await engine.analyze({ data: new Uint8Array(320 * 240 * 3), width: 320, height: 240 });
    await expect(engine.analyze({ data: new Uint8Array(5), width: 320, height: 240 })).rejects.toThrow();
    expect(engine.tensorCount).toBe(before);
    expect(before).toBeGreaterThan(100);
  });
});

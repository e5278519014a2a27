import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enrolAll } from '../testing/real-gallery.js';
import { remembering } from '../testing/remembering-engine.js';
import { createDescribe } from './describe.js';
import type { FaceEngine } from './face-engine.js';
import { WorkerFaceEngine } from './worker-face-engine.js';

const DEMO = path.join(
  path.dirname(createRequire(import.meta.url).resolve('@vladmandic/face-api/package.json')),
  'demo',
);
const sampleFile = (sample: number): string => path.join(DEMO, `sample${sample}.jpg`);

/** Sample photo, centre of the face and side of its box: parts of the photo's width, the centre's y of its height. */
const FACES = {
  painted: [1, 0.2617, 0.3706, 0.125],
  lookingDown: [2, 0.804, 0.2013, 0.1273],
  blonde: [3, 0.3566, 0.3439, 0.1418],
  dark: [5, 0.2411, 0.7224, 0.1562],
  smiling: [6, 0.3958, 0.3091, 0.1598],
  outermost: [6, 0.8297, 0.2673, 0.1541],
} as const;
type Name = keyof typeof FACES;
const names = Object.keys(FACES) as Name[];

/** The face with so much around it that a kiosk could have taken it; `sides` of its box across. */
async function crop(name: Name, sides = 1.8): Promise<Buffer> {
  const [sample, x, y, face] = FACES[name];
  const photo = sharp(sampleFile(sample));
  const { width, height } = await photo.metadata();
  const side = face * width * sides;
  const left = Math.max(0, Math.round(x * width - side / 2));
  const top = Math.max(0, Math.round(y * height - side / 2));
  const region = {
    left,
    top,
    width: Math.round(Math.min(side, width - left)),
    height: Math.round(Math.min(side, height - top)),
  };
  return photo.extract(region).jpeg({ quality: 92 }).toBuffer();
}

/** Another day: the camera askew, the light different, fewer pixels, a coarse JPEG. */
const altered = async (photo: Buffer): Promise<Buffer> =>
  sharp(await sharp(photo).resize(300).toBuffer())
    .rotate(6, { background: 'grey' })
    .modulate({ brightness: 1.15 })
    .jpeg({ quality: 60 })
    .toBuffer();

/** A webcam's frame of 1280x720 with the crop somewhere in it, `pixels` across. */
const onFrame = async (photo: Buffer, pixels: number): Promise<Buffer> =>
  sharp({ create: { width: 1280, height: 720, channels: 3, background: '#5a6068' } })
    .composite([{ input: await sharp(photo).resize(pixels, pixels, { fit: 'cover' }).toBuffer(), left: 420, top: 10 }])
    .jpeg({ quality: 85 })
    .toBuffer();

describe('recognition on the sample photographs of the face-api package', { timeout: 120_000 }, () => {
  let engine: FaceEngine;

  beforeAll(async () => {
    engine = remembering(await WorkerFaceEngine.start({ timeoutMs: 60_000 }));
  });
  afterAll(() => engine.stop());

  const enrol = async (...people: Name[]) =>
    enrolAll(engine, await Promise.all(people.map(async (id) => ({ id, photos: [await crop(id)] }))));

  it.each([1, 2, 3, 4, 5, 6])('refuses sample photo %d, on which there are several people', async (sample) => {
    const describePhoto = createDescribe({ engine });
    expect(await describePhoto(await readFile(sampleFile(sample)))).toMatchObject({ reason: 'SEVERAL_FACES' });
  });

  it('knows everybody enrolled on an altered copy of their photo, and certainly', async () => {
    const { ask } = await enrol(...names);
    for (const name of names) {
      const verdict = await ask(await altered(await crop(name)));
      expect(verdict).toMatchObject({ outcome: 'identified', employeeId: name });
      expect(verdict.outcome === 'identified' && verdict.confidence).toBeGreaterThan(0.9);
    }
  });

  it('refuses everybody who is not enrolled', async () => {
    const [first, ...others] = names;
    const { ask } = await enrol(first as Name);
    for (const name of others) expect(await ask(await crop(name))).toMatchObject({ reason: 'UNKNOWN_FACE' });
  });

  it('knows a face that fills the picture, and faces of 150 to 400 pixels in a frame of 1280x720', async () => {
    const { ask } = await enrol('blonde', 'smiling');
    expect(await ask(await crop('smiling', 1.3))).toMatchObject({ employeeId: 'smiling' });
    for (const facePixels of [150, 250, 390]) {
      const frame = await onFrame(await crop('blonde'), Math.round(facePixels * 1.8));
      expect(await ask(frame)).toMatchObject({ employeeId: 'blonde' });
    }
  });
});

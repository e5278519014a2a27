import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import sharp from 'sharp';

/** Both as a kiosk's camera sends them: JPEG, 1280x720. */
export interface BenchPhotos {
  /** One person before the camera, the face some 260 pixels wide. */
  portraits: Buffer[];
  /** Three to five people. */
  groups: Buffer[];
}

const FRAME = { width: 1280, height: 720 };
const JPEG = { quality: 88 };
/** Sample photograph, centre of a face and its width: parts of the photograph's width, the centre's y of its height. */
const FACES = [
  [1, 0.2617, 0.3706, 0.125],
  [2, 0.804, 0.2013, 0.1273],
  [3, 0.3566, 0.3439, 0.1418],
  [5, 0.2411, 0.7224, 0.1562],
  [6, 0.3958, 0.3091, 0.1598],
  [6, 0.8297, 0.2673, 0.1541],
] as const;

/** Made from the six sample photographs in the face-api package. */
export async function benchPhotos(): Promise<BenchPhotos> {
  const groups = [1, 2, 3, 4, 5, 6].map(async (number) =>
    sharp(await sample(number))
      .resize({ ...FRAME, fit: 'cover' })
      .jpeg(JPEG)
      .toBuffer(),
  );
  return { portraits: await Promise.all(FACES.map(portrait)), groups: await Promise.all(groups) };
}

async function portrait([number, x, y, face]: (typeof FACES)[number]): Promise<Buffer> {
  const photo = sharp(await sample(number));
  const { width, height } = await photo.metadata();
  const side = face * width * 1.8;
  const left = Math.max(0, Math.round(x * width - side / 2));
  const top = Math.max(0, Math.round(y * height - side / 2));
  const region = {
    left,
    top,
    width: Math.min(Math.round(side), width - left),
    height: Math.min(Math.round(side), height - top),
  };
  const person = await photo.extract(region).resize(480, 480, { fit: 'cover' }).toBuffer();
  return sharp({ create: { ...FRAME, channels: 3, background: '#5a6068' } })
    .composite([{ input: person, left: 400, top: 120 }])
    .jpeg(JPEG)
    .toBuffer();
}

function sample(number: number): Promise<Buffer> {
  const folder = path.dirname(createRequire(import.meta.url).resolve('@vladmandic/face-api/package.json'));
  return readFile(path.join(folder, 'demo', `sample${number}.jpg`));
}

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import type { Box, FaceEngine, PixelImage } from '../recognition/face-engine.js';
import { decodePhoto } from '../recognition/photo.js';

const SAMPLES = ['sample1.jpg', 'sample2.jpg', 'sample3.jpg', 'sample4.jpg', 'sample5.jpg', 'sample6.jpg'];

/** Of the face's size, on every side: what a kiosk sees of head and shoulders. */
const MARGIN = 0.5;

/** Three photos of one person, as if taken one after the other. */
export interface Portraits {
  enrolment: Buffer[];
  tryOut: Buffer;
}

/**
 * The faces in the sample photographs that come with the face-api package, cropped, with slightly altered copies in
 * place of further photos. They stay in memory; whoever writes them decides where.
 */
export async function* demoPortraits(engine: FaceEngine): AsyncGenerator<Portraits> {
  for (const sample of SAMPLES) {
    const photo = await decodePhoto(await readFile(join(samplesDir(), sample)));
    if (photo.outcome === 'refused')
      throw new Error(`the sample photograph ${sample} cannot be read: ${photo.message}`);
    for (const { box } of await engine.analyze(photo.pixels)) {
      const portrait = await crop(photo.pixels, box);
      yield {
        enrolment: [portrait, await alter(portrait, { rotate: 2, brightness: 1.06 })],
        tryOut: await alter(portrait, { rotate: -3, brightness: 0.94 }),
      };
    }
  }
}

function crop({ data, width, height }: PixelImage, box: Box): Promise<Buffer> {
  const left = Math.max(0, Math.round(box.x - box.width * MARGIN));
  const top = Math.max(0, Math.round(box.y - box.height * MARGIN));
  const right = Math.min(width, Math.round(box.x + box.width * (1 + MARGIN)));
  const bottom = Math.min(height, Math.round(box.y + box.height * (1 + MARGIN)));
  return sharp(data, { raw: { width, height, channels: 3 } })
    .extract({ left, top, width: right - left, height: bottom - top })
    .resize({ width: 480 })
    .jpeg({ quality: 92 })
    .toBuffer();
}

function alter(portrait: Buffer, { rotate, brightness }: { rotate: number; brightness: number }): Promise<Buffer> {
  return sharp(portrait)
    .rotate(rotate, { background: '#808080' })
    .modulate({ brightness })
    .jpeg({ quality: 85 })
    .toBuffer();
}

function samplesDir(): string {
  return join(dirname(createRequire(import.meta.url).resolve('@vladmandic/face-api/package.json')), 'demo');
}

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { listPhotos } from '../recognition/evaluation/dataset.js';
import { seededRandom } from '../recognition/evaluation/random.js';

const SEED = 1;
/** Either way: each photograph is as if taken anew, and stays one of the same person. */
const DEGREES = 4;
const BRIGHTNESS = 0.15;
/** Pixels, the deviation of the blur. */
const MOST_BLUR = 0.7;
/** Of each side, cut off. */
const MOST_CROP = 0.03;
const JPEG = { quality: 90 };
const BACKGROUND = '#808080';

/**
 * Writes so many photographs below `target`, a folder for each person of the dataset: its photographs in turn, each time
 * tilted, cut, lit, blurred and mirrored in another way. The same ones every time. Gives how many people they are of.
 */
export async function makeImportPhotos(dataset: string, target: string, count: number): Promise<number> {
  const sources = await listPhotos(dataset);
  const random = seededRandom(SEED);
  for (let index = 0; index < count; index++) {
    const { person, file } = sources[index % sources.length]!;
    const folder = join(target, person);
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, `${String(index).padStart(6, '0')}.jpg`), await takenAnew(file, random));
  }
  return new Set(sources.slice(0, count).map(({ person }) => person)).size;
}

async function takenAnew(file: string, random: () => number): Promise<Buffer> {
  const around = (middle: number, range: number): number => middle + (random() * 2 - 1) * range;
  const { data, info } = await sharp(await readFile(file))
    .autoOrient()
    .rotate(around(0, DEGREES), { background: BACKGROUND })
    .toBuffer({ resolveWithObject: true });
  const [left, right] = [info.width, info.width].map((side) => Math.round(side * random() * MOST_CROP));
  const [top, bottom] = [info.height, info.height].map((side) => Math.round(side * random() * MOST_CROP));
  const cut = { left: left!, top: top!, width: info.width - left! - right!, height: info.height - top! - bottom! };
  return sharp(data)
    .extract(cut)
    .flop(random() < 0.5)
    .modulate({ brightness: around(1, BRIGHTNESS) })
    .blur(0.3 + random() * (MOST_BLUR - 0.3))
    .jpeg(JPEG)
    .toBuffer();
}

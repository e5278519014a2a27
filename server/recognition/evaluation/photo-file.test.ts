import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../testing/temporary-folder.js';
import { readPhotoFile } from './photo-file.js';

async function read(bytes: Buffer): Promise<Buffer> {
  const file = path.join(temporaryFolder(), 'photo');
  await writeFile(file, bytes);
  return readPhotoFile(file);
}
const greys = (photo: Buffer): Promise<number[]> =>
  sharp(photo)
    .greyscale()
    .raw()
    .toBuffer()
    .then((raw) => [...raw]);
/** 3 wide, 2 high. */
const PIXELS = Buffer.of(0, 50, 100, 150, 200, 250);

describe('a photo of a face set', () => {
  it.each([
    ['plain', 'P5\n3 2\n255\n'],
    ['commented', 'P5\n# from a scanner\n3 2 # size\n255\n'],
    ['on one line', 'P5 3 2 255 '],
  ])('is read from a portable greymap with a header that is %s', async (_, header) => {
    const photo = await read(Buffer.concat([Buffer.from(header), PIXELS]));
    expect(await sharp(photo).metadata()).toMatchObject({ format: 'png', width: 3, height: 2 });
    expect(await greys(photo)).toEqual([...PIXELS]);
  });

  it.each([
    ['too short', Buffer.concat([Buffer.from('P5\n3 2\n255\n'), PIXELS.subarray(1)])],
    ['of 16 bits', Buffer.concat([Buffer.from('P5\n3 2\n65535\n'), PIXELS, PIXELS])],
    ['without a size', Buffer.from('P5\n')],
  ])('is refused when a greymap is %s', async (_, bytes) => {
    await expect(read(bytes)).rejects.toThrow();
  });

  it.each(['gif', 'tiff'] as const)('is read from %s', async (format) => {
    const original = sharp(PIXELS, { raw: { width: 3, height: 2, channels: 1 } });
    const photo = await read(await original.toFormat(format).toBuffer());
    expect((await sharp(photo).metadata()).format).toBe('png');
    // TIFF is compressed as JPEG.
    const shown = await greys(photo);
    expect(shown.map((grey, index) => Math.abs(grey - PIXELS[index]!) <= 4)).toEqual(Array(6).fill(true));
  });

  it('is left as it is where the server takes it', async () => {
    const jpeg = await sharp(PIXELS, { raw: { width: 3, height: 2, channels: 1 } })
      .jpeg()
      .toBuffer();
    expect(await read(jpeg)).toEqual(jpeg);
  });
});

import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { decodePhoto, MAX_PHOTO_BYTES, toStoredJpeg } from './photo.js';

const ORANGE = { r: 240, g: 120, b: 30 };
const image = (
  width: number,
  height: number,
  background: { r: number; g: number; b: number; alpha?: number } = ORANGE,
) => sharp({ create: { width, height, channels: background.alpha === undefined ? 3 : 4, background } });

async function decoded(bytes: Buffer) {
  const photo = await decodePhoto(bytes);
  if (photo.outcome === 'refused') throw new Error(`refused: ${photo.message}`);
  expect(photo.pixels.data).toHaveLength(photo.pixels.width * photo.pixels.height * 3);
  return photo.pixels;
}
const expectColour = (actual: ArrayLike<number>, { r, g, b }: { r: number; g: number; b: number }, within = 6) => {
  [r, g, b].forEach((value, channel) => expect(Math.abs((actual[channel] ?? -99) - value)).toBeLessThanOrEqual(within));
};

describe('decodePhoto', () => {
  it.each([
    ['a JPEG', () => image(100, 80).jpeg().toBuffer()],
    ['a progressive JPEG', () => image(100, 80).jpeg({ progressive: true }).toBuffer()],
    ['a PNG', () => image(100, 80).png().toBuffer()],
    ['a 16-bit PNG', () => image(100, 80).toColourspace('rgb16').png().toBuffer()],
    ['a PNG with a palette', () => image(100, 80).png({ palette: true }).toBuffer()],
    ['a WebP', () => image(100, 80).webp().toBuffer()],
    ['an AVIF', () => image(100, 80).avif({ effort: 0 }).toBuffer()],
  ])('reads %s', async (_, make) => {
    const pixels = await decoded(await make());
    expect([pixels.width, pixels.height]).toEqual([100, 80]);
    expectColour(pixels.data, ORANGE);
  });

  it('makes grey RGB of a greyscale photo', async () => {
    const pixels = await decoded(await image(100, 80, { r: 99, g: 99, b: 99 }).greyscale().jpeg().toBuffer());
    expectColour(pixels.data, { r: 99, g: 99, b: 99 });
  });

  it('makes RGB of a CMYK photo', async () => {
    const pixels = await decoded(await image(100, 80).toColourspace('cmyk').jpeg().toBuffer());
    expectColour(pixels.data, ORANGE, 40);
  });

  it('shows what is transparent as white', async () => {
    const pixels = await decoded(await image(100, 80, { r: 0, g: 0, b: 0, alpha: 0 }).png().toBuffer());
    expectColour(pixels.data, { r: 255, g: 255, b: 255 });
  });

  it('turns a photo upright as its EXIF orientation says', async () => {
    const blue = await image(50, 100, { r: 0, g: 0, b: 255 }).png().toBuffer();
    const lying = await image(100, 100)
      .composite([{ input: blue, left: 0, top: 0 }])
      .jpeg()
      .withMetadata({ orientation: 6 })
      .toBuffer();
    const pixels = await decoded(lying);
    expectColour(pixels.data.subarray((10 * 100 + 90) * 3), { r: 0, g: 0, b: 255 }, 12);
    expectColour(pixels.data.subarray((90 * 100 + 90) * 3), ORANGE, 12);
  });

  it('swaps the sides of a photo that lies on its side', async () => {
    const pixels = await decoded(await image(100, 80).jpeg().withMetadata({ orientation: 8 }).toBuffer());
    expect([pixels.width, pixels.height]).toEqual([80, 100]);
  });

  it('takes the first frame of one that moves', async () => {
    const frames = [ORANGE, { r: 0, g: 0, b: 255 }].map((colour) => image(80, 80, colour).png().toBuffer());
    const moving = await sharp(await Promise.all(frames), { join: { animated: true } })
      .webp({ loop: 0 })
      .toBuffer();
    expect((await sharp(moving).metadata()).pages).toBe(2);
    const pixels = await decoded(moving);
    expect([pixels.width, pixels.height]).toEqual([80, 80]);
    expectColour(pixels.data, ORANGE, 10);
  });

  it('scales a large photo down to 1280 on its long side, and a small one not up', async () => {
    const large = await decoded(await image(1500, 3000).jpeg().toBuffer());
    expect([large.width, large.height]).toEqual([640, 1280]);
    const small = await decoded(await image(64, 64).jpeg().toBuffer());
    expect([small.width, small.height]).toEqual([64, 64]);
  });

  it.each([
    ['an empty file', () => Buffer.alloc(0), 'not a photo'],
    ['a text', () => Buffer.from('this is certainly not an image at all'), 'not a photo'],
    ['an SVG', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="200" height="200"/>'), 'not a photo'],
    ['a GIF', () => image(100, 100).gif().toBuffer(), 'not a photo'],
    ['a HEIC', () => Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), 'JPEG'],
    ['a file over 8 MB', () => Buffer.alloc(MAX_PHOTO_BYTES + 1), '8 MB'],
    ['a photo with over 25 megapixels', () => image(5001, 5001).png().toBuffer(), '25 megapixels'],
    ['a photo with a side under 64 pixels', () => image(200, 63).jpeg().toBuffer(), 'too small'],
    ['the header of a JPEG alone', async () => (await image(100, 100).jpeg().toBuffer()).subarray(0, 200), 'damaged'],
    [
      'the first bytes of a PNG followed by rubbish',
      () => Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(500, 7)]),
      'damaged',
    ],
  ])('refuses %s in plain words', async (_, make, words) => {
    const photo = await decodePhoto(await make());
    expect(photo).toMatchObject({ outcome: 'refused', reason: 'POOR_PHOTO', message: expect.stringContaining(words) });
  });

  it.each(['jpeg', 'png', 'webp'] as const)('refuses a %s of which the last third is missing', async (format) => {
    const noise = sharp({
      create: {
        width: 300,
        height: 300,
        channels: 3,
        background: 'grey',
        noise: { type: 'gaussian', mean: 128, sigma: 40 },
      },
    });
    const whole = await noise.toFormat(format).toBuffer();
    expect(await decodePhoto(whole)).toMatchObject({ outcome: 'decoded' });
    const cut = whole.subarray(0, Math.floor((whole.length * 2) / 3));
    expect(await decodePhoto(cut)).toMatchObject({ outcome: 'refused', message: expect.stringContaining('damaged') });
  });
});

describe('toStoredJpeg', () => {
  it('keeps the picture and drops what the camera wrote of place and time', async () => {
    const tagged = await image(200, 100)
      .jpeg()
      .withExif({ IFD0: { Copyright: 'somebody' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 31/1 0/1' } })
      .toBuffer();
    expect((await sharp(tagged).metadata()).exif).toBeDefined();
    const stored = await toStoredJpeg(await decoded(tagged));
    const { format, width, height, exif, icc, xmp, iptc, orientation } = await sharp(stored).metadata();
    expect({ format, width, height }).toEqual({ format: 'jpeg', width: 200, height: 100 });
    expect([exif, icc, xmp, iptc, orientation]).toEqual([undefined, undefined, undefined, undefined, undefined]);
    expect(stored.includes('GPS') || stored.includes('somebody')).toBe(false);
  });
});

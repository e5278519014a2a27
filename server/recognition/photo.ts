import sharp from 'sharp';
import type { PixelImage } from './face-engine.js';
import { photoFormatOf } from './photo-format.js';
import { refuse, type Refusal } from '../refusal.js';

export const MAX_PHOTO_BYTES = 8 * 1024 * 1024;
export const MAX_PHOTO_PIXELS = 25_000_000;
export const MIN_PHOTO_SIDE = 64;
/** What is analysed and kept is scaled down to this many pixels on the long side. */
export const MAX_KEPT_SIDE = 1280;
const STORED_JPEG_QUALITY = 88;
const DECODE_TIMEOUT_SECONDS = 5;

// Photos come one by one and never twice: one thread a photo leaves the other cores to the engine, a cache saves nothing.
sharp.concurrency(1);
sharp.cache(false);

export interface DecodedPhoto {
  outcome: 'decoded';
  /** Upright, sRGB, opaque, at most MAX_KEPT_SIDE on the long side. */
  pixels: PixelImage;
}
export type PhotoRefused = Refusal<'POOR_PHOTO'>;

/**
 * The pixels of a JPEG, PNG, WebP or AVIF file (the first frame when it moves), told by content and not by name. The
 * size is checked by the header, before anything is decoded.
 */
export async function decodePhoto(bytes: Buffer): Promise<DecodedPhoto | PhotoRefused> {
  if (bytes.length > MAX_PHOTO_BYTES) return poor('The photo file is larger than 8 MB. Send a smaller one.');
  const format = photoFormatOf(bytes);
  if (format === 'heic') return poor('HEIC photos cannot be read here. Save the photo as JPEG and send that.');
  if (format === 'unknown') return poor('The file is not a photo that can be read. Send a JPEG, PNG or WebP image.');

  try {
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (width * height > MAX_PHOTO_PIXELS) return poor('The photo has more than 25 megapixels. Send a smaller one.');
    if (Math.min(width, height) < MIN_PHOTO_SIDE)
      return poor('The photo is too small. Take it again with more pixels.');
    return { outcome: 'decoded', pixels: await pixelsOf(bytes) };
  } catch {
    return poor('The photo is damaged or incomplete. Take it again, or save it anew as JPEG.');
  }
}

/** The photo as it may be kept on disk: JPEG, upright, and without metadata, which often says where it was taken. */
export async function toStoredJpeg({ data, width, height }: PixelImage): Promise<Buffer> {
  return sharp(data, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: STORED_JPEG_QUALITY })
    .toBuffer();
}

/** One colour space for all: greyscale, CMYK, 16-bit and profiled images become 8-bit sRGB. */
async function pixelsOf(bytes: Buffer): Promise<PixelImage> {
  const { data, info } = await sharp(bytes, { failOn: 'error', limitInputPixels: MAX_PHOTO_PIXELS, pages: 1 })
    .timeout({ seconds: DECODE_TIMEOUT_SECONDS })
    .autoOrient()
    .resize({ width: MAX_KEPT_SIDE, height: MAX_KEPT_SIDE, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: 'white' })
    .toColourspace('srgb')
    .removeAlpha()
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

const poor = (message: string): PhotoRefused => refuse('POOR_PHOTO', message);

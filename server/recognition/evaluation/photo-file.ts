import { readFile } from 'node:fs/promises';
import sharp from 'sharp';

/** The bytes of a photo as the server takes them; a portable greymap (PGM, as older face sets use) becomes a PNG. */
export async function readPhotoFile(file: string): Promise<Buffer> {
  const bytes = await readFile(file);
  return bytes.toString('latin1', 0, 2) === 'P5' ? pngOfGreymap(bytes) : bytes;
}

/** The binary, 8-bit kind. Throws for any other. */
function pngOfGreymap(bytes: Buffer): Promise<Buffer> {
  const header = /^P5(?:\s|#[^\n]*\n)+(\d+)(?:\s|#[^\n]*\n)+(\d+)(?:\s|#[^\n]*\n)+(\d+)\s/.exec(
    bytes.toString('latin1', 0, 1024),
  );
  if (!header || Number(header[3]) > 255) throw new Error('it is no 8-bit PGM');
  const [width, height] = [Number(header[1]), Number(header[2])];
  const pixels = bytes.subarray(header[0].length, header[0].length + width * height);
  return sharp(pixels, { raw: { width, height, channels: 1 } })
    .png()
    .toBuffer();
}

import { readFile } from 'node:fs/promises';
import sharp from 'sharp';

/** What a server takes from nobody, but face sets are made of. */
const OLDER_FORMATS = /^(GIF8|II\*\0|MM\0\*)/;

/** The bytes of a photo as the server takes them; portable greymaps (PGM), TIFF and GIF become PNG. */
export async function readPhotoFile(file: string): Promise<Buffer> {
  const bytes = await readFile(file);
  const start = bytes.toString('latin1', 0, 4);
  if (start.startsWith('P5')) return pngOfGreymap(bytes);
  return OLDER_FORMATS.test(start) ? sharp(bytes).png().toBuffer() : bytes;
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

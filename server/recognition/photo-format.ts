export type PhotoFormat = 'jpeg' | 'png' | 'webp' | 'avif' | 'heic' | 'unknown';

const AVIF_BRANDS = ['avif', 'avis'];
const HEIC_BRANDS = ['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'mif1', 'msf1'];

/** What an image file is by its first bytes; its name and declared type are whatever the sender liked. */
export function photoFormatOf(bytes: Buffer): PhotoFormat {
  const ascii = (from: number, to: number): string => bytes.toString('latin1', from, to);
  if (bytes.length < 12) return 'unknown';
  if (ascii(0, 3) === '\xff\xd8\xff') return 'jpeg';
  if (ascii(0, 8) === '\x89PNG\r\n\x1a\n') return 'png';
  if (ascii(0, 4) === 'RIFF' && ascii(8, 12) === 'WEBP') return 'webp';
  if (ascii(4, 8) === 'ftyp') return isobmffFormatOf(brandsOf(bytes));
  return 'unknown';
}

/** mif1 says "an image of some codec", so the compatible brands must be heard before it is taken for HEIC. */
function isobmffFormatOf(brands: readonly string[]): PhotoFormat {
  if (brands.some((brand) => AVIF_BRANDS.includes(brand))) return 'avif';
  if (brands.some((brand) => HEIC_BRANDS.includes(brand))) return 'heic';
  return 'unknown';
}

/** The major and compatible brands of the ftyp box (ISO/IEC 14496-12): size, 'ftyp', major, version, compatible … */
function brandsOf(bytes: Buffer): string[] {
  const end = Math.min(bytes.readUInt32BE(0), bytes.length, 256);
  const brands = [bytes.toString('latin1', 8, 12)];
  for (let at = 16; at + 4 <= end; at += 4) brands.push(bytes.toString('latin1', at, at + 4));
  return brands;
}

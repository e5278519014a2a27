import { describe, expect, it } from 'vitest';
import { photoFormatOf } from './photo-format.js';

/** A file that begins with an ftyp box of these brands, the major one first. */
function isobmff(...brands: [string, ...string[]]): Buffer {
  const [major, ...compatible] = brands;
  const box = Buffer.from(`....ftyp${major}\0\0\0\0${compatible.join('')}`, 'latin1');
  box.writeUInt32BE(box.length);
  return Buffer.concat([box, Buffer.alloc(32)]);
}
const startingWith = (text: string): Buffer => Buffer.concat([Buffer.from(text, 'latin1'), Buffer.alloc(32)]);

describe('photoFormatOf', () => {
  it.each([
    ['jpeg', 'a JPEG', startingWith('\xff\xd8\xff\xe0')],
    ['png', 'a PNG', startingWith('\x89PNG\r\n\x1a\n')],
    ['webp', 'a WebP', startingWith('RIFF\x10\0\0\0WEBPVP8 ')],
    ['avif', 'an AVIF', isobmff('avif', 'mif1')],
    ['avif', 'an AVIF whose major brand is the general one', isobmff('mif1', 'miaf', 'avif')],
    ['heic', "a telephone's HEIC", isobmff('heic', 'mif1', 'heic')],
    ['heic', 'a HEIC whose major brand is the general one', isobmff('mif1', 'heic')],
    ['unknown', 'a video', isobmff('isom', 'mp42')],
    ['unknown', 'a WAV, which begins as WebP does', startingWith('RIFF\x10\0\0\0WAVEfmt ')],
    ['unknown', 'a GIF', startingWith('GIF89a')],
    ['unknown', 'an SVG', startingWith('<svg xmlns="http://www.w3.org/2000/svg">')],
    ['unknown', 'nothing', Buffer.alloc(0)],
    ['unknown', 'three bytes', Buffer.from('\xff\xd8\xff', 'latin1')],
  ])('says %s of %s', (format, _, bytes) => {
    expect(photoFormatOf(bytes)).toBe(format);
  });
});

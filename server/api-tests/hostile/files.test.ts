import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { crc32, deflateSync, gzipSync } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { file } from '../../testing/api-client.js';
import { createTestApp, REGISTER, type TestApp } from '../../testing/create-test-app.js';
import { photoOf } from '../../testing/fake-face-engine.js';
import { itWithstands, type HostileCase, type Outcome } from '../../testing/hostile.js';

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp();
});
afterAll(() => test.stop());

const RECOGNIZE =
  'mutation ($photo: Upload!) { recognize(photo: $photo) { __typename ... on Refusal { reason message } } }';

async function recognize({ admin }: TestApp, bytes: Buffer, name = 'photo.jpg'): Promise<Outcome> {
  const { status, ...answer } = await admin.send(RECOGNIZE, { photo: file(bytes, name) });
  return { status, text: JSON.stringify(answer), sent: name };
}

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
};

/** A PNG of any size, whose pixels may be missing. */
function png(
  width: number,
  height: number,
  extra: Buffer[] = [],
  pixels: Buffer = deflateSync(Buffer.alloc(1000)),
): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    ...extra,
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A JPEG whose header says how large it is, and no more. */
const jpeg = (width: number, height: number): Buffer =>
  Buffer.from([
    0xff,
    0xd8,
    0xff,
    0xc0,
    0,
    17,
    8,
    height >> 8,
    height & 255,
    width >> 8,
    width & 255,
    3,
    1,
    0x11,
    0,
    2,
    0x11,
    1,
    3,
    0x11,
    1,
    0xff,
    0xda,
    0,
    12,
    3,
    1,
    0,
    2,
    0x11,
    3,
    0x11,
    0,
    63,
    0,
  ]);

/** A lossy WebP whose header says how large it is, and no more. */
function webp(width: number, height: number): Buffer {
  const frame = Buffer.concat([Buffer.from([0x30, 0x01, 0x00, 0x9d, 0x01, 0x2a, 0, 0, 0, 0]), Buffer.alloc(100)]);
  frame.writeUInt16LE(width, 6);
  frame.writeUInt16LE(height, 8);
  const size = Buffer.alloc(4);
  size.writeUInt32LE(frame.length);
  const riff = Buffer.alloc(4);
  riff.writeUInt32LE(frame.length + 12);
  return Buffer.concat([Buffer.from('RIFF'), riff, Buffer.from('WEBPVP8 '), size, frame]);
}

const HTML = '<html><script>alert(document.domain)</script></html>';
const ENTITIES = `<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 9 }, (_, n) => `<!ENTITY ${String.fromCharCode(98 + n)} "${`&${String.fromCharCode(97 + n)};`.repeat(10)}">`).join('')}]><svg xmlns="http://www.w3.org/2000/svg" width="100" height="100"><text>&j;</text></svg>`;
const INCLUDE =
  '<?xml version="1.0"?><!DOCTYPE s [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg" width="200" height="200"><text>&x;</text></svg>';

type Row = readonly [
  name: string,
  bytes: () => Buffer | Promise<Buffer>,
  expected?: string | readonly string[],
  fileName?: string,
];
const BAD = 'POOR_PHOTO';
const rows: readonly Row[] = [
  ['a PNG that says 100,000 x 100,000', () => png(100_000, 100_000)],
  ['a PNG that says two thousand million a side', () => png(2_147_483_647, 2_147_483_647)],
  ['a PNG that says 0 x 0', () => png(0, 0)],
  ['a PNG of 20,000 x 20,000 in 400 kB', () => png(20_000, 20_000, [], deflateSync(Buffer.alloc(20_000 * 3 * 1000)))],
  ['a PNG of 4,900 x 4,900 whose pixels never come', () => png(4_900, 4_900)],
  [
    'a PNG with 50 MB of text in 50 kB',
    () =>
      png(200, 200, [chunk('zTXt', Buffer.concat([Buffer.from('c\0\0'), deflateSync(Buffer.alloc(50 * 2 ** 20))]))]),
  ],
  [
    'a PNG with 50 MB of colour profile in 50 kB',
    () =>
      png(200, 200, [chunk('iCCP', Buffer.concat([Buffer.from('c\0\0'), deflateSync(Buffer.alloc(50 * 2 ** 20))]))]),
  ],
  [
    'a PNG with 20,000 chunks',
    () =>
      png(
        200,
        200,
        Array.from({ length: 20_000 }, () => chunk('tEXt', Buffer.from('a\0b'))),
      ),
  ],
  [
    'a PNG with a wrong checksum',
    () => Buffer.concat([png(200, 200).subarray(0, 40), Buffer.from('garbage'), png(200, 200).subarray(47)]),
  ],
  ['a JPEG that says 65,535 x 65,535', () => jpeg(65_535, 65_535)],
  ['a JPEG that says 5,000 x 4,999', () => jpeg(5_000, 4_999)],
  ['a JPEG that says 0 x 0', () => jpeg(0, 0)],
  ['a WebP that says 16,383 x 16,383', () => webp(16_383, 16_383)],
  ['a WebP without pixels', () => webp(300, 300)],
  [
    'a GIF',
    () =>
      sharp({ create: { width: 200, height: 200, channels: 3, background: '#080000' } })
        .gif()
        .toBuffer(),
  ],
  [
    'a TIFF',
    () =>
      sharp({ create: { width: 200, height: 200, channels: 3, background: '#080000' } })
        .tiff()
        .toBuffer(),
  ],
  [
    'a GIF that is HTML as well',
    () => Buffer.concat([Buffer.from('GIF89a/*'), Buffer.alloc(100), Buffer.from(`*/=1;${HTML}`)]),
  ],
  ['an SVG', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="300" height="300"/>'), BAD, 'a.svg'],
  ['an SVG with a billion laughs', () => Buffer.from(ENTITIES), BAD, 'a.svg'],
  ['an SVG that includes a file of the server', () => Buffer.from(INCLUDE), BAD, 'a.svg'],
  [
    'an SVG that fetches an address',
    () =>
      Buffer.from(
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink" width="300" height="300"><image x:href="http://127.0.0.1:1/"/></svg>',
      ),
  ],
  [
    'a script of ImageMagick',
    () =>
      Buffer.from(
        'push graphic-context\nviewbox 0 0 640 480\nfill "url(https://example.org/|ls)"\npop graphic-context',
      ),
  ],
  ['a PDF', () => Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>')],
  ['a ZIP', () => Buffer.from('504b0304140000000000', 'hex')],
  ['gzip of a photo', async () => gzipSync(await photoOf(1))],
  ['a program', () => Buffer.concat([Buffer.from('\x7fELF', 'latin1'), Buffer.alloc(500)])],
  ['PHP', () => Buffer.from('<?php system($_GET["c"]); ?>'), BAD, 'shell.php'],
  ['HTML that begins as a JPEG does', () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from(HTML)])],
  [
    'an AVIF without anything in it',
    () => Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypavif\0\0\0\0avifmif1'), Buffer.alloc(200)]),
  ],
  [
    'a HEIC without anything in it',
    () => Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0heicmif1'), Buffer.alloc(200)]),
  ],
  [
    'an ftyp box of four thousand million bytes',
    () => Buffer.concat([Buffer.from([0xff, 0xff, 0xff, 0xff]), Buffer.from('ftypavif'), Buffer.alloc(300)]),
  ],
  ['one byte', () => Buffer.from([0])],
  [
    '8 MB of noise that begins as a PNG does',
    () => Buffer.concat([png(500, 500).subarray(0, 33), Buffer.alloc(7 * 2 ** 20, 0xa5)]),
  ],
  ['17 MB', () => Buffer.alloc(17 * 2 ** 20, 1), 'BAD_USER_INPUT'],
  ['a photo named as a path', () => photoOf(7), 'UNKNOWN_FACE', '../../../../etc/cron.d/evil'],
  ['a photo named as a program', () => photoOf(7), 'UNKNOWN_FACE', 'evil.php%00.jpg'],
  [
    'a photo with HTML after its end',
    async () => Buffer.concat([await photoOf(7), Buffer.from(HTML)]),
    ['UNKNOWN_FACE', BAD],
  ],
];

itWithstands(
  'files',
  () => test,
  () => test.anonymous,
  rows.map(([name, bytes, expected = BAD, fileName]): HostileCase<TestApp> => ({
    name,
    send: async (world) => recognize(world, await bytes(), fileName),
    expected,
  })),
);

it('keeps of a photo with HTML in it the picture alone, under a name of its own', async () => {
  const poisoned = await sharp(await photoOf(5))
    .withExif({ IFD0: { ImageDescription: HTML } })
    .jpeg()
    .toBuffer();
  const photos = [file(Buffer.concat([poisoned, Buffer.from(HTML)]), '../../evil.html')];
  const input = { name: 'Eve Evil', position: 'x', department: 'y', consentGiven: true };
  const { register } = await test.admin.ask<{ register: { __typename: string; employee: { imageId: string } } }>(
    REGISTER,
    {
      input,
      photos,
    },
  );
  expect(register.__typename).toBe('Registered');
  expect(register.employee.imageId).toMatch(/^\d+_[\w-]+$/);
  const kept = readdirSync(test.config.faceImagesDir, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  expect(kept.map(({ name }) => name).filter((name) => !/^[\w.-]+\.jpg$/.test(name))).toEqual([]);

  for (const { parentPath, name } of kept) {
    const bytes = readFileSync(`${parentPath}/${name}`);
    expect(bytes.includes('<script>'), createHash('sha256').update(bytes).digest('hex')).toBe(false);
  }
});

it('decodes the largest photo that is let in while it goes on answering', async () => {
  const large = await sharp({ create: { width: 5_000, height: 4_990, channels: 3, background: '#000' } })
    .png()
    .toBuffer();
  const waiting = Promise.all(Array.from({ length: 4 }, () => recognize(test, large)));
  const start = performance.now();
  expect(await test.anonymous.ask('{ setUpNeeded }')).toEqual({ setUpNeeded: false });
  const ms = performance.now() - start;
  expect((await waiting).map(({ text }) => text.includes('NO_FACE'))).toEqual([true, true, true, true]);
  expect(ms).toBeLessThan(2_000);
});

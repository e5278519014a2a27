import { spawn } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../testing/temporary-folder.js';

const DEMO = path.join(
  path.dirname(createRequire(import.meta.url).resolve('@vladmandic/face-api/package.json')),
  'demo',
);
/** Sample photo, centre of the face and side of its box: parts of the photo's width, the centre's y of its height. */
const FACES: Readonly<Record<string, readonly [sample: number, x: number, y: number, side: number]>> = {
  painted: [1, 0.2617, 0.3706, 0.125],
  blonde: [3, 0.3566, 0.3439, 0.1418],
  dark: [5, 0.2411, 0.7224, 0.1562],
  smiling: [6, 0.3958, 0.3091, 0.1598],
};

async function portrait([sample, x, y, face]: readonly [number, number, number, number]): Promise<Buffer> {
  const photo = sharp(path.join(DEMO, `sample${sample}.jpg`));
  const { width, height } = await photo.metadata();
  const side = Math.round(face * width * 1.6);
  const left = Math.max(0, Math.round(x * width - side / 2));
  const top = Math.max(0, Math.round(y * height - side / 2));
  const region = { left, top, width: Math.min(side, width - left), height: Math.min(side, height - top) };
  return photo.extract(region).resize(240).jpeg({ quality: 92 }).toBuffer();
}

/** Four people with three photos each: one portrait, mirrored, and in another light. */
async function smallFolder(): Promise<string> {
  const folder = temporaryFolder();
  for (const [person, place] of Object.entries(FACES)) {
    const photo = await portrait(place);
    const photos = [
      photo,
      await sharp(photo).flop().toBuffer(),
      await sharp(photo).modulate({ brightness: 1.2 }).toBuffer(),
    ];
    await mkdir(path.join(folder, person));
    for (const [index, bytes] of photos.entries()) await writeFile(path.join(folder, person, `${index}.jpg`), bytes);
  }
  return folder;
}

interface Run {
  code: number | null;
  out: string;
  errors: string;
}

function evaluate(words: readonly string[], onError?: (text: string, stop: () => void) => void): Promise<Run> {
  return new Promise((resolve) => {
    const program = spawn(process.execPath, ['dist/server/cli/evaluate.js', ...words]);
    let [out, errors] = ['', ''];
    program.stdout.on('data', (text: Buffer) => (out += text.toString()));
    program.stderr.on('data', (text: Buffer) => {
      errors += text.toString();
      onError?.(text.toString(), () => program.kill('SIGINT'));
    });
    program.on('close', (code) => resolve({ code, out, errors }));
  });
}

describe('npm run evaluate', () => {
  it('judges a folder of people by the product’s own steps, and names what it could not read', async () => {
    const folder = await smallFolder();
    await writeFile(path.join(folder, 'painted', '3.jpg'), 'this is no photo');
    const html = path.join(temporaryFolder(), 'report.html');
    const { code, out, errors } = await evaluate(['--dataset', folder, '--splits', '6', '--html', html, '--json']);
    expect(errors).toContain('13 of 13 photos');
    expect(code).toBe(0);
    expect(out).toContain(`not acquired: ${path.join(folder, 'painted', '3.jpg')}`);
    expect(JSON.parse(out.trimEnd().split('\n').at(-1)!)).toMatchObject({
      score: 'product',
      images: 13,
      people: 4,
      failureToAcquire: 1,
      enrol: 2,
      // Of the five probes the file that cannot be read is a miss.
      rank1: expect.closeTo(4 / 5, 12),
      tarAtFar: { '0.01': expect.any(Number), '0.001': expect.any(Number) },
      fnirAtFpir: { '0.001': expect.any(Number), '0.003': expect.any(Number), '0.01': expect.any(Number) },
      threshold: expect.any(Number),
      verification: { pairs: expect.any(Number), accuracy: expect.any(Number) },
      asShipped: { fpir: 0, misidentified: 0 },
    });
    expect(await readFile(html, 'utf8')).toContain('Different people who are most alike');
  });

  it('stops cleanly on Ctrl-C', async () => {
    let stopped = false;
    const { code, out, errors } = await evaluate(['--dataset', await smallFolder()], (text, stop) => {
      if (!stopped && text.includes('photos')) stop();
      stopped = true;
    });
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(errors).toMatch(/Stopped\.\n$/);
  });

  it.each([
    ['an empty folder', [], 'There are no photos in'],
    ['one person', ['anna/1.jpg'], 'of one person'],
    [
      'photos that none can be read of',
      ['anna/1.jpg', 'anna/2.jpg', 'ben/1.jpg', 'ben/2.jpg'],
      'Faces were acquired on 0 of 4 photos',
    ],
  ])('refuses %s in plain words', async (_, files, message) => {
    const folder = temporaryFolder();
    for (const file of files) {
      await mkdir(path.join(folder, path.dirname(file)), { recursive: true });
      await writeFile(path.join(folder, file), 'nothing');
    }
    const { code, errors } = await evaluate(['--dataset', folder]);
    expect(code).toBe(1);
    expect(errors).toContain(message);
    expect(errors).not.toContain('    at ');
  });
});

import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enrolAll } from '../testing/real-gallery.js';
import { remembering } from '../testing/remembering-engine.js';
import type { FaceEngine } from './face-engine.js';
import { look } from './look.js';
import { WorkerFaceEngine } from './worker-face-engine.js';

const FACES = fileURLToPath(new URL('../../../shared/faces', import.meta.url));
const present = existsSync(FACES);
if (!present) console.warn('The photographs in ../shared/faces are not there: recognition of them is not tested.');

interface Person {
  id: string;
  photos: Buffer[];
  test: Buffer[];
}

async function readPeople(): Promise<Person[]> {
  const photosIn = async (folder: string): Promise<Buffer[]> =>
    Promise.all((await readdir(folder)).sort().map((file) => readFile(path.join(folder, file))));
  return Promise.all(
    (await readdir(path.join(FACES, 'Train'))).sort().map(async (id) => ({
      id,
      photos: (await photosIn(path.join(FACES, 'Train', id))).slice(0, 2),
      test: await photosIn(path.join(FACES, 'Test', id)),
    })),
  );
}

/** Another order at each split, the same at every run. */
const shuffleKey = (split: number, { id }: Person): string =>
  createHash('sha256').update(`${split} ${id}`).digest('hex');

describe.skipIf(!present)('recognition of 15 people, two photos of each enrolled', { timeout: 180_000 }, () => {
  let engine: FaceEngine;
  let people: Person[];

  beforeAll(async () => {
    engine = remembering(await WorkerFaceEngine.start({ timeoutMs: 60_000 }));
    people = await readPeople();
  });
  afterAll(() => engine.stop());

  it('acquires a template from every photo', async () => {
    const photos = people.flatMap(({ photos: train, test }) => [...train, ...test]);
    const outcomes: string[] = [];
    for (const photo of photos) outcomes.push((await look(engine, photo, { second: true })).outcome);
    expect(outcomes).toEqual(photos.map(() => 'seen'));
    expect(photos).toHaveLength(90);
  });

  it('takes none of 60 test photos for somebody else and knows at least 58', async () => {
    const { ask } = await enrolAll(engine, people);
    const tests = people.flatMap(({ id, test }) => test.map((photo) => ({ id, photo })));
    expect(tests).toHaveLength(60);
    let right = 0;
    for (const { id, photo } of tests) {
      const verdict = await ask(photo);
      if (verdict.outcome !== 'identified') continue;
      expect(verdict.employeeId).toBe(id);
      right++;
    }
    expect(right).toBeGreaterThanOrEqual(58);
  });

  it('refuses every stranger, whichever half of the people is enrolled', async () => {
    for (let split = 0; split < 20; split++) {
      const shuffled = [...people].sort((a, b) => shuffleKey(split, a).localeCompare(shuffleKey(split, b)));
      const { ask } = await enrolAll(engine, shuffled.slice(0, 7));
      for (const photo of shuffled.slice(7).flatMap(({ photos, test }) => [...photos, ...test])) {
        expect(await ask(photo)).toMatchObject({ outcome: 'refused', reason: 'UNKNOWN_FACE' });
      }
    }
  });
});

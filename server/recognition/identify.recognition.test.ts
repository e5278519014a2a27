import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Gallery } from './gallery.js';
import { createDescribe, createIdentify, type Describe, type Described } from './identify.js';
import { SHIPPED_POLICY } from './shipped-policy.js';
import { WorkerFaceEngine } from './worker-face-engine.js';

const FACES = fileURLToPath(new URL('../../../shared/faces', import.meta.url));
const present = existsSync(FACES);
if (!present) console.warn('The photographs in ../shared/faces are not there: recognition of them is not tested.');

interface Person {
  id: string;
  train: Buffer[];
  test: Buffer[];
}

async function readPeople(): Promise<Person[]> {
  const photosIn = async (folder: string): Promise<Buffer[]> =>
    Promise.all((await readdir(folder)).sort().map((file) => readFile(path.join(folder, file))));
  return Promise.all(
    (await readdir(path.join(FACES, 'Train'))).sort().map(async (id) => ({
      id,
      train: (await photosIn(path.join(FACES, 'Train', id))).slice(0, 2),
      test: await photosIn(path.join(FACES, 'Test', id)),
    })),
  );
}

/** Another order at each split, the same at every run. */
const shuffleKey = (split: number, { id }: Person): string =>
  createHash('sha256').update(`${split} ${id}`).digest('hex');

/** Every photo is analysed once, however many galleries it is held against. */
function remember(describePhoto: Describe): Describe {
  const answers = new Map<Buffer, ReturnType<Describe>>();
  return (photo) => {
    const answer = answers.get(photo) ?? describePhoto(photo);
    answers.set(photo, answer);
    return answer;
  };
}

describe.skipIf(!present)('recognition of 15 people, two photos of each enrolled', { timeout: 180_000 }, () => {
  let engine: WorkerFaceEngine;
  let people: Person[];
  let describePhoto: Describe;

  beforeAll(async () => {
    engine = await WorkerFaceEngine.start({ timeoutMs: 60_000 });
    describePhoto = remember(createDescribe({ engine }));
    people = await readPeople();
  });
  afterAll(() => engine.stop());

  async function enrol(enrolled: Person[]) {
    const gallery = new Gallery();
    for (const { id, train } of enrolled) {
      const described = await Promise.all(train.map(describePhoto));
      gallery.add(
        id,
        described.filter((one): one is Described => one.outcome === 'described').map(({ template }) => template),
      );
    }
    return createIdentify({ describe: describePhoto, gallery, policy: SHIPPED_POLICY });
  }

  it('acquires a template from every photo', async () => {
    const photos = people.flatMap(({ train, test }) => [...train, ...test]);
    const outcomes: string[] = [];
    for (const photo of photos) outcomes.push((await describePhoto(photo)).outcome);
    expect(outcomes).toEqual(photos.map(() => 'described'));
    expect(photos).toHaveLength(90);
  });

  it('takes none of 60 test photos for somebody else and knows at least 58', async () => {
    const identify = await enrol(people);
    const answers = await Promise.all(
      people.flatMap(({ id, test }) => test.map(async (photo) => ({ id, answer: await identify(photo) }))),
    );
    const named = answers.filter(({ answer }) => answer.outcome === 'identified');
    expect(named.filter(({ id, answer }) => answer.outcome === 'identified' && answer.employeeId !== id)).toEqual([]);
    expect(answers).toHaveLength(60);
    expect(named.length).toBeGreaterThanOrEqual(58);
  });

  it('refuses every stranger, whichever half of the people is enrolled', async () => {
    for (let split = 0; split < 20; split++) {
      const shuffled = [...people].sort((a, b) => shuffleKey(split, a).localeCompare(shuffleKey(split, b)));
      const [enrolled, strangers] = [shuffled.slice(0, 7), shuffled.slice(7)];
      const identify = await enrol(enrolled);
      for (const photo of strangers.flatMap(({ train, test }) => [...train, ...test])) {
        expect(await identify(photo)).toMatchObject({ outcome: 'refused', reason: 'UNKNOWN_FACE' });
      }
    }
  });
});

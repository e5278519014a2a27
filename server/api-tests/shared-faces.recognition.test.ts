import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { WorkerFaceEngine } from '../recognition/worker-face-engine.js';
import { file } from '../testing/api-client.js';
import { createTestApp, punch, register, type TestApp } from '../testing/create-test-app.js';

const FACES = fileURLToPath(new URL('../../../shared/faces', import.meta.url));
const isHere = existsSync(join(FACES, 'Train'));
if (!isHere)
  console.warn('Skipped: ../shared/faces is not here, so recognition over the API is not tested on its people.');

const RECOGNIZE = `mutation ($photo: Upload!) {
  recognize(photo: $photo) { ... on Match { employee { name } } ... on Refusal { reason } }
}`;

interface Person {
  name: string;
  train: Buffer[];
  test: Buffer[];
}

const people = (): Person[] =>
  readdirSync(join(FACES, 'Train')).map((folder) => ({
    name: folder.replace(/^\d+_/, ''),
    train: photosIn(join(FACES, 'Train', folder)).slice(0, 2),
    test: photosIn(join(FACES, 'Test', folder)),
  }));

const photosIn = (folder: string): Buffer[] =>
  readdirSync(folder)
    .sort()
    .map((name) => readFileSync(join(folder, name)));

let test: TestApp;
afterEach(() => test.stop());

/** Recognises each photo through the API: the name, or the reason for refusing. */
async function recognizeAll(photos: Buffer[]): Promise<string[]> {
  const answers: string[] = [];
  for (const photo of photos) {
    const { recognize } = await test.admin.ask<{ recognize: { employee?: { name: string }; reason?: string } }>(
      RECOGNIZE,
      {
        photo: file(photo),
      },
    );
    answers.push(recognize.employee?.name ?? recognize.reason!);
  }
  return answers;
}

async function enrol(persons: Person[]): Promise<void> {
  for (const [index, { name, train }] of persons.entries()) {
    expect(await register(test.admin, index, { input: { name }, photos: train })).toMatchObject({
      __typename: 'Registered',
    });
  }
}

describe.skipIf(!isHere)('fifteen people, enrolled over the API with two Train photos each', () => {
  it('are recognised by their Test photos, and never taken for one another', async () => {
    test = await createTestApp({ engine: () => WorkerFaceEngine.start() });
    const everybody = people();
    await enrol(everybody);
    const outcomes = { right: 0, wrong: 0, refused: 0 };
    for (const { name, test: photos } of everybody) {
      for (const answer of await recognizeAll(photos)) {
        if (answer === name) outcomes.right++;
        else if (/^[A-Z_]+$/.test(answer)) outcomes.refused++;
        else outcomes.wrong++;
      }
    }
    console.log('60 Test photos over the API:', outcomes);
    expect(outcomes.wrong).toBe(0);
    expect(outcomes.right).toBeGreaterThanOrEqual(58);

    const arrived = await punch(test.admin, 'checkIn', everybody[0]!.test[0]!);
    expect(arrived.event.employee.name).toBe(everybody[0]!.name);
    expect(
      await register(test.admin, 99, { input: { name: 'Somebody Else' }, photos: everybody[3]!.test.slice(0, 2) }),
    ).toMatchObject({
      reason: 'ALREADY_ENROLLED',
    });
  });

  it('that were left out of the gallery are refused as unknown, all of them', async () => {
    test = await createTestApp({ engine: () => WorkerFaceEngine.start() });
    const everybody = people();
    await enrol(everybody.slice(0, 8));
    const answers = await recognizeAll(everybody.slice(8).flatMap((person) => person.test));
    console.log(
      'Test photos of 7 people who are not enrolled:',
      answers.length,
      'refused:',
      answers.filter((answer) => answer === 'UNKNOWN_FACE').length,
    );
    expect(new Set(answers)).toEqual(new Set(['UNKNOWN_FACE']));
  });
});

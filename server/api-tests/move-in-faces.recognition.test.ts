import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { MOVE_IN } from '../importing/move-in.js';
import type { PersonOutcome } from '../importing/person-outcome.js';
import { WorkerFaceEngine } from '../recognition/worker-face-engine.js';
import { createTestApp } from '../testing/create-test-app.js';
import { runImport } from '../testing/run-import.js';
import { OLD_TABLES, writeOldApplication } from '../testing/write-old-application.js';

const FACES = fileURLToPath(new URL('../../../shared/faces', import.meta.url));
const isHere = existsSync(join(FACES, 'Train'));
if (!isHere) console.warn('Skipped: ../shared/faces is not here, so moving in is not tested on its people.');

const PEOPLE = ['1_EzekielChristian', '2_VergilCortney', '3_SharynXiang'];
const photo = (part: string, person: string, index: number): Buffer => {
  const folder = join(FACES, part, person);
  return readFileSync(join(folder, readdirSync(folder).sort()[index]!));
};

it.skipIf(!isHere)('moves real faces in: they are recognised, and the photo in a wrong folder is found', async () => {
  const test = await createTestApp({ engine: () => WorkerFaceEngine.start({ timeoutMs: 60_000 }) });
  onTestFinished(() => test.stop());
  const files: Record<string, Buffer> = {};
  for (const person of PEOPLE) {
    for (const index of [0, 1, 2]) files[`Face Images/Train/${person}/${index}.jpg`] = photo('Train', person, index);
  }
  files[`Face Images/Train/${PEOPLE[0]}/wrong.jpg`] = photo('Train', PEOPLE[1]!, 3);
  const path = writeOldApplication(join(test.folder, 'old'), {
    sql: `${OLD_TABLES} INSERT INTO Employees VALUES (1, 'Ezekiel Christian', 'Fitter', 'Production', '1_EzekielChristian');`,
    files,
  });

  const result = await runImport<{ reports: { json: string } }>(test, MOVE_IN, path, { timeZone: 'Europe/Berlin' });
  expect(result).toMatchObject({ people: { added: 3 }, photos: { kept: 9, refused: 1 } });
  const report = JSON.parse(readFileSync(result.reports.json, 'utf8')) as { people: PersonOutcome[] };
  expect(report.people.flatMap(({ refused }) => refused)).toMatchObject([
    { path: `Face Images/Train/${PEOPLE[0]}/wrong.jpg`, reason: 'OTHER_PERSON' },
  ]);

  for (const person of PEOPLE) {
    const { recognize } = await test.admin.ask<{ recognize: { employee?: { imageId: string } } }>(
      'mutation ($photo: Upload!) { recognize(photo: $photo) { ... on Match { employee { imageId } } } }',
      { photo: new File([photo('Test', person, 0)], 'p.jpg') },
    );
    expect(recognize.employee?.imageId).toBe(person);
  }
});

import { createWriteStream } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { IMPORT_PEOPLE } from '../importing/import-people.js';
import type { PersonOutcome } from '../importing/person-outcome.js';
import { createTestApp, type TestApp } from '../testing/create-test-app.js';
import { photoOf } from '../testing/fake-face-engine.js';
import { endOfJob, enqueueImport, runImport } from '../testing/run-import.js';
import { listFiles } from '../testing/temporary-folder.js';

let test: TestApp;
beforeEach(async () => {
  test = await createTestApp();
});
afterEach(() => test.stop());

type Files = Record<string, Buffer | string>;

async function writeFolder(name: string, files: Files): Promise<string> {
  for (const [path, bytes] of Object.entries(files)) {
    const file = join(test.folder, name, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, bytes);
  }
  return join(test.folder, name);
}

async function writeZip(name: string, files: Files, renameInPlace?: [from: string, to: string]): Promise<string> {
  const zip = new ZipFile();
  for (const [path, bytes] of Object.entries(files)) zip.addBuffer(Buffer.from(bytes), path);
  zip.end();
  const file = join(test.folder, name);
  await pipeline(zip.outputStream, createWriteStream(file));
  if (renameInPlace) {
    const bytes = (await readFile(file)).toString('latin1').replaceAll(...renameInPlace);
    await writeFile(file, bytes, 'latin1');
  }
  return file;
}

interface Result {
  people: { found: number; added: number; changed: number; unchanged: number; refused: number };
  photos: { found: number; kept: number; known: number; refused: number; notOpened: number };
  reports: { json: string; csv: string };
}

const importAndWait = (path: string, overrides: object = {}): Promise<Result> =>
  runImport(test, IMPORT_PEOPLE, path, overrides);

const everybody = async () =>
  (
    await test.admin.ask<{
      employees: { edges: { node: { number: number; imageId: string; name: string; position: string } }[] };
    }>('{ employees { edges { node { number imageId name position department } } } }')
  ).employees.edges.map(({ node }) => node);

const facesOf = (files: string[]) =>
  files.map((file) => file.replace(/[^/]+$/, '')).filter((file) => file !== '.incoming/');
const kept = () => facesOf(listFiles(test.config.faceImagesDir));

const whoIsOn = async (person: number): Promise<string> => {
  const { recognize } = await test.admin.ask<{ recognize: { employee?: { name: string }; reason?: string } }>(
    'mutation ($photo: Upload!) { recognize(photo: $photo) { ... on Match { employee { name } } ... on Refusal { reason } } }',
    { photo: new File([await photoOf(person, 40)], 'p.png') },
  );
  return recognize.employee?.name ?? recognize.reason!;
};

describe('importing a folder', () => {
  it('takes everybody with their photographs, and they are recognised at once', async () => {
    const folder = await writeFolder('faces', {
      'Train/1_AnnaBerg/a.png': await photoOf(1),
      'Train/1_AnnaBerg/b.png': await photoOf(1, 60),
      'Test/1_AnnaBerg/a.png': await photoOf(1, 120),
      'Train/Bob/a.png': await photoOf(2),
    });
    expect(await importAndWait(folder)).toMatchObject({
      people: { found: 2, added: 2, refused: 0 },
      photos: { found: 4, kept: 4, refused: 0 },
    });
    expect(await everybody()).toEqual([
      { number: 1, imageId: '1_AnnaBerg', name: 'Anna Berg', position: 'Employee', department: 'Unassigned' },
      { number: 2, imageId: '2_Bob', name: 'Bob', position: 'Employee', department: 'Unassigned' },
    ]);
    expect(kept()).toEqual(['Test/1_AnnaBerg/', 'Train/1_AnnaBerg/', 'Train/1_AnnaBerg/', 'Train/2_Bob/']);
    expect([await whoIsOn(1), await whoIsOn(2), await whoIsOn(3)]).toEqual(['Anna Berg', 'Bob', 'UNKNOWN_FACE']);
  });

  it('says of each photograph that it refuses why, and takes the others', async () => {
    const folder = await writeFolder('faces', {
      '1_Anna/a.png': await photoOf(1),
      '1_Anna/b.png': await photoOf(1, 60),
      '1_Anna/again.png': await photoOf(1),
      '1_Anna/bob.png': await photoOf(2),
      '1_Anna/nobody.png': await photoOf(0),
      '1_Anna/two.png': await photoOf([1, 2]),
      '1_Anna/broken.jpg': 'no photo',
      '3_AnnaAgain/a.png': await photoOf(1, 90),
      '4_@/a.png': await photoOf(4),
    });
    const { people, photos, reports } = await importAndWait(folder);
    expect([people, photos]).toMatchObject([
      { found: 3, added: 1, refused: 2 },
      { kept: 2, known: 1, refused: 6 },
    ]);
    const report = JSON.parse(await readFile(reports.json, 'utf8')) as { people: PersonOutcome[] };
    const reasons = report.people.flatMap(({ refused }) => refused.map(({ path, reason }) => [path, reason]));
    expect(Object.fromEntries(reasons)).toEqual({
      '1_Anna/bob.png': 'OTHER_PERSON',
      '1_Anna/nobody.png': 'NO_FACE',
      '1_Anna/two.png': 'SEVERAL_FACES',
      '1_Anna/broken.jpg': 'POOR_PHOTO',
      '3_AnnaAgain/a.png': 'ALREADY_ENROLLED',
      '4_@/a.png': 'PERSON_REFUSED',
    });
    expect(await readFile(reports.csv, 'utf8')).toContain('This face is registered already, as Anna (number 1).');
    expect(report.people.find(({ key }) => key.startsWith('4'))?.notes[0]).toContain('name');
  });

  it('a second time changes nothing, and a third with new photographs adds those', async () => {
    const folder = await writeFolder('faces', { '1_Anna/a.png': await photoOf(1), '2_Bob/a.png': await photoOf(2) });
    await importAndWait(folder);
    const before = [await everybody(), kept()];
    expect(await importAndWait(folder)).toMatchObject({ people: { unchanged: 2 }, photos: { kept: 0, known: 2 } });
    expect([await everybody(), kept()]).toEqual(before);
    await writeFolder('faces', { '1_Anna/b.png': await photoOf(1, 60), '2_Bob/anna.png': await photoOf(1, 90) });
    expect(await importAndWait(folder)).toMatchObject({
      people: { changed: 1, unchanged: 1 },
      photos: { kept: 1, known: 2, refused: 1 },
    });
    expect(kept()).toEqual(['Train/1_Anna/', 'Train/1_Anna/', 'Train/2_Bob/']);
  });

  it('leaves alone who took their agreement back or was erased, until they agree again', async () => {
    const people = { '1_Anna/a.png': await photoOf(1), '2_Bob/a.png': await photoOf(2) };
    const folder = await writeFolder('faces', people);
    await importAndWait(folder);
    const { employees } = await test.admin.ask<{ employees: { edges: { node: { id: string } }[] } }>(
      '{ employees { edges { node { id } } } }',
    );
    const [anna, bob] = employees.edges.map(({ node }) => node.id);
    await test.admin.ask(`mutation { withdrawConsent(employeeId: "${anna}", eraseNow: false) { templates } }`);
    await test.admin.ask(`mutation { eraseFace(employeeId: "${bob}") { id } }`);

    await writeFolder('faces', { '1_Anna/b.png': await photoOf(1, 60), '2_Bob/b.png': await photoOf(2, 60) });
    const { reports, ...again } = await importAndWait(folder);
    expect(again).toMatchObject({ people: { unchanged: 2 }, photos: { kept: 0, known: 0, refused: 4 } });
    const report = JSON.parse(await readFile(reports.json, 'utf8')) as { people: PersonOutcome[] };
    const reasons = report.people.flatMap(({ refused }) => refused.map(({ reason }) => reason));
    expect(new Set(reasons)).toEqual(new Set(['CONSENT_REQUIRED']));
    expect(kept()).toEqual(['Train/1_Anna/']);
    expect([await whoIsOn(1), await whoIsOn(2)]).toEqual(['UNKNOWN_FACE', 'UNKNOWN_FACE']);

    await test.admin.ask(
      `mutation ($employeeId: ID!, $photos: [Upload!]!) {
        enrolFace(employeeId: $employeeId, photos: $photos, consentGiven: true) { __typename }
      }`,
      { employeeId: bob, photos: [new File([await photoOf(2, 90)], 'p.png')] },
    );
    expect(await importAndWait(folder)).toMatchObject({ people: { changed: 1 }, photos: { kept: 2, refused: 2 } });
    expect([await whoIsOn(1), await whoIsOn(2)]).toEqual(['UNKNOWN_FACE', 'Bob']);
  });

  it('notes each agreement as imported, and what was done in the audit', async () => {
    await importAndWait(await writeFolder('faces', { '1_Anna/a.png': await photoOf(1) }));
    const { employees, auditEntries } = await test.admin.ask<{
      employees: { edges: { node: { id: string } }[] };
      auditEntries: { edges: { node: { actor: string; action: string; details: string } }[] };
    }>(
      '{ employees { edges { node { id } } } auditEntries(filter: { action: "import-people" }) { edges { node { actor action details } } } }',
    );
    const { employeePrivacy } = await test.admin.ask<{ employeePrivacy: { consents: object[] } }>(
      `{ employeePrivacy(employeeId: "${employees.edges[0]!.node.id}") { consents { method recordedBy withdrawnAt } } }`,
    );
    expect(employeePrivacy.consents).toEqual([{ method: 'IMPORT', recordedBy: 'cli', withdrawnAt: null }]);
    const told = auditEntries.edges.map(({ node }) => node);
    expect(told.map(({ actor }) => actor)).toContain('command');
    expect(told.some(({ details }) => details.includes('"name":"Anna"'))).toBe(true);
  });

  it('without recorded consent opens no photograph; with it the faces follow', async () => {
    const folder = await writeFolder('faces', { '1_Anna/a.png': await photoOf(1) });
    expect(await importAndWait(folder, { consentRecorded: false })).toMatchObject({
      people: { added: 1 },
      photos: { kept: 0, notOpened: 1 },
    });
    expect(kept()).toEqual([]);
    expect(await whoIsOn(1)).toBe('UNKNOWN_FACE');
    expect(await importAndWait(folder)).toMatchObject({ people: { changed: 1 }, photos: { kept: 1 } });
    expect(await whoIsOn(1)).toBe('Anna');
  });

  it('goes on after a stop in the midst of it, and ends as it would have without', async () => {
    const files: Files = {};
    for (let person = 1; person <= 20; person++) {
      files[`${person}_Person${'ABCDEFGHIJKLMNOPQRST'[person - 1]}/a.png`] = await photoOf(person);
    }
    const { id } = await enqueueImport(test, IMPORT_PEOPLE, await writeFolder('faces', files));
    for await (const { done } of test.app.services.jobs.watch(id)) if (done > 0) break;
    await test.restart();
    const { state, result } = await endOfJob(test, id);
    expect([state, result]).toMatchObject(['SUCCEEDED', { people: { found: 20, added: 20 }, photos: { kept: 20 } }]);
    expect((await everybody()).length).toBe(20);
    expect(kept().length).toBe(20);
  });

  it('gives another number where theirs is taken, and says so', async () => {
    await importAndWait(await writeFolder('one', { '1_Anna/a.png': await photoOf(1) }));
    const { reports } = await importAndWait(await writeFolder('two', { '1_Bob/a.png': await photoOf(2) }));
    expect((await everybody()).map(({ imageId }) => imageId)).toEqual(['1_Anna', '2_Bob']);
    expect(await readFile(reports.csv, 'utf8')).toContain("Number 1 is somebody else's; they got 2.");
  });
});

describe('importing an archive', () => {
  it('takes what a folder with these files would give', async () => {
    const zip = await writeZip('faces.zip', {
      'faces/Train/1_Anna/a.png': await photoOf(1),
      '__MACOSX/faces/Train/1_Anna/._a.png': 'resource fork',
      'faces/notes.txt': 'hello',
    });
    expect(await importAndWait(zip)).toMatchObject({ people: { found: 1, added: 1 }, photos: { found: 1, kept: 1 } });
  });

  it('refuses an entry that unpacks to more than a photograph may have, and takes the others', async () => {
    const zip = await writeZip('faces.zip', {
      '1_Anna/a.png': await photoOf(1),
      '1_Anna/bomb.png': Buffer.alloc(100 * 1024 * 1024),
    });
    const { photos, reports } = await importAndWait(zip);
    expect(photos).toMatchObject({ kept: 1, refused: 1 });
    expect(await readFile(reports.csv, 'utf8')).toContain('larger than 8 MB');
  });

  it('refuses one with a path that leads out of it, whole', async () => {
    const zip = await writeZip('faces.zip', { 'xx/1_Anna/a.png': await photoOf(1) }, ['xx/1_Anna', '../1_Anna']);
    await expect(importAndWait(zip)).rejects.toThrow('invalid relative path');
    expect(await everybody()).toEqual([]);
  });

  it('refuses one that is damaged', async () => {
    const zip = await writeFolder('x', { 'faces.zip': 'PK\x03\x04 and then nothing' });
    await expect(importAndWait(join(zip, 'faces.zip'))).rejects.toThrow('cannot be read as a ZIP archive');
  });
});

describe('importing a list', () => {
  it('takes people with what it says of them, and photographs beside it', async () => {
    const folder = await writeFolder('list', {
      'people.csv':
        'name,position,department,number,photo\nAnna Berg,Fitter,Production,7,anna.png\nBob,,,,\nCem,,,,gone.png',
      'anna.png': await photoOf(1),
    });
    const { people, reports } = await importAndWait(join(folder, 'people.csv'));
    expect(people).toMatchObject({ found: 3, added: 2, refused: 1 });
    expect(await everybody()).toEqual([
      { number: 7, imageId: '7_AnnaBerg', name: 'Anna Berg', position: 'Fitter', department: 'Production' },
      { number: 8, imageId: '8_Bob', name: 'Bob', position: 'Employee', department: 'Unassigned' },
    ]);
    expect(await readFile(reports.csv, 'utf8')).toContain('gone.png,UNREADABLE,The file cannot be read (ENOENT).');
  });
});

it('says in plain words what cannot be imported', async () => {
  await expect(importAndWait(join(test.folder, 'nowhere'))).rejects.toThrow('There is nothing at');
  await expect(importAndWait(await writeFolder('empty', { 'notes.txt': '' }))).rejects.toThrow(
    'It should hold a folder for each person',
  );
});

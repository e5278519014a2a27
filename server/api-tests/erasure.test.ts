import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { findBytes } from '../testing/bytes-below.js';
import { createKiosk, createTestApp, punch, register, type TestApp } from '../testing/create-test-app.js';
import { FakeFaceEngine, photoOf } from '../testing/fake-face-engine.js';
import { listFiles } from '../testing/temporary-folder.js';
import { loadSigningKey, type Signed } from '../storage/signing-key.js';
import { bytesOfDatabase, inDatabase } from '../testing/test-location.js';

let test: TestApp;
afterEach(() => test.stop());

const ERASE = 'mutation ($employeeId: ID!) { eraseFace(employeeId: $employeeId) { id finishedAt receipt } }';
const erase = async (employeeId: string) =>
  (await test.admin.ask<{ eraseFace: { finishedAt: string; receipt: string } }>(ERASE, { employeeId })).eraseFace;

/** Every byte sequence that is somebody's face: what is sealed, the numbers in it, each photograph and its file. */
async function facesOf(person: number, employeeId: string): Promise<Record<string, Uint8Array>> {
  const needles: Record<string, Uint8Array> = {};
  const where = { employeeId };
  const [templates, keys] = await inDatabase(test.config, ({ read }) =>
    Promise.all([read.faceTemplate.findMany({ where }), read.personKey.findMany({ where })]),
  );
  const kept = [...templates.map(({ sealed }) => sealed), ...keys.map(({ wrapped }) => wrapped)];
  kept.forEach((bytes, index) => (needles[`sealed ${index}`] = bytes));
  const engine = new FakeFaceEngine();
  for (const shade of [0, 80]) {
    const data = Buffer.alloc(128 * 128 * 3);
    for (let at = 0; at < data.length; at += 3) data.set([person * 8, 0, shade], at);
    const [face] = await engine.analyze({ data, width: 128, height: 128 }, { second: true });
    needles[`template ${shade}`] = Buffer.from(face!.template.buffer);
    needles[`second ${shade}`] = Buffer.from(face!.secondTemplate!.buffer);
    needles[`upload ${shade}`] = await photoOf(person, shade);
  }
  const root = test.config.faceImagesDir;
  for (const file of listFiles(root).filter((name) => name.includes(`/${person}_`))) {
    needles[file] = readFileSync(join(root, file));
  }
  return needles;
}

async function facesInDatabase(needles: Record<string, Uint8Array>): Promise<string[]> {
  const bytes = await bytesOfDatabase(test.config);
  return Object.keys(needles).filter((name) => bytes.includes(Buffer.from(needles[name]!)));
}

describe.each(['false', 'true'])('erasing a face, with photographs encrypted: %s,', (ENCRYPT_PHOTOS) => {
  it('leaves none of its bytes anywhere, refuses it at once, and keeps attendance that adds up', async () => {
    test = await createTestApp({ env: { ENCRYPT_PHOTOS } });
    const kiosk = await createKiosk(test.admin);
    const { employee } = await register(test.admin, 1, { checkIn: true });
    await register(test.admin, 2);
    test.clock.forward(480);
    expect(await punch(kiosk, 'checkOut', await photoOf(1))).toMatchObject({ attendance: { workedMinutes: 480 } });
    const attendance = '{ attendance { edges { node { id date checkInTime checkOutTime workedMinutes } } } }';
    const before = await test.admin.ask(attendance);

    const needles = await facesOf(1, employee.id);
    expect(Object.keys(needles).length).toBeGreaterThanOrEqual(4 + 1 + 6 + 4);
    // The search finds what is there: were it blind, the one below would prove nothing.
    expect(await facesInDatabase(needles)).not.toEqual([]);
    const places = findBytes(test.folder, needles).map((hit) => hit.replace(/:.*/, ''));
    expect(new Set(places.filter((place) => place.startsWith('Face Images/')))).toHaveProperty('size', 4);

    const { receipt } = await erase(employee.id);
    const startedAt = performance.now();
    expect(await punch(kiosk, 'checkIn', await photoOf(1))).toMatchObject({ reason: 'UNKNOWN_FACE' });
    expect(performance.now() - startedAt).toBeLessThan(1000);

    expect([...findBytes(test.folder, needles), ...(await facesInDatabase(needles))]).toEqual([]);
    expect(await test.admin.ask(attendance)).toEqual(before);
    expect(await punch(kiosk, 'checkIn', await photoOf(2))).toMatchObject({ __typename: 'AttendanceRecorded' });
    const signed = JSON.parse(receipt) as Signed;
    expect(loadSigningKey(test.config.dataDir).isMine(signed)).toBe(true);
    expect(signed.statement).toMatchObject({
      employee: employee.id,
      removed: { templates: 4, photographs: 2, keys: 1, files: 4 },
    });

    await test.restart();
    expect([...findBytes(test.folder, needles), ...(await facesInDatabase(needles))]).toEqual([]);
    const after = test.anonymous.as(kiosk.token);
    expect(await punch(after, 'checkIn', await photoOf(1))).toMatchObject({ reason: 'UNKNOWN_FACE' });
  });
});

it('says nothing biometric in any answer of the API, before or after', async () => {
  test = await createTestApp();
  const { employee } = await register(test.admin, 1, { checkIn: true });
  const answers: string[] = [];
  const look = async () => {
    const queries = [
      '{ employees { edges { node { id number imageId name position department active hasPin } } } }',
      '{ recognitionDecisions { edges { node { id at outcome explanation confidence } } } }',
      `{ employeePrivacy(employeeId: "${employee.id}") { templates enrolmentPhotos consents { id } erasures { receipt } } }`,
      '{ auditEntries { edges { node { action subject details hash } } } }',
    ];
    for (const query of queries) answers.push(JSON.stringify(await test.admin.ask(query)));
  };
  const needles = await facesOf(1, employee.id);
  await look();
  await erase(employee.id);
  await look();
  for (const bytes of Object.values(needles)) {
    for (const encoding of ['base64', 'hex', 'latin1'] as const) {
      const text = Buffer.from(bytes).toString(encoding).slice(0, 60);
      expect(answers.filter((answer) => answer.includes(text))).toEqual([]);
    }
  }
});

it('leaves nothing to name them in decisions that were not about them in the end', async () => {
  test = await createTestApp();
  const { employee } = await register(test.admin, 1);
  await punch(await createKiosk(test.admin), 'checkIn', await photoOf(1));
  await punch(await createKiosk(test.admin), 'checkIn', await photoOf(7));
  await erase(employee.id);
  const { recognitionDecisions } = await test.admin.ask<{
    recognitionDecisions: { edges: { node: { outcome: string; explanation: string; confidence: number | null } }[] };
  }>('{ recognitionDecisions { edges { node { outcome explanation confidence } } } }');
  const shown = recognitionDecisions.edges.map(({ node }) => node);
  expect(shown.map(({ outcome }) => outcome)).toEqual(['UNKNOWN_FACE', 'MATCHED']);
  for (const { explanation, confidence } of shown) {
    expect(explanation).toContain('Its figures are no longer kept.');
    expect(confidence).toBeNull();
  }
});

it.each(['wrongId', 'rightId'] as const)('takes with it that they were mistaken, as %s', async (column) => {
  test = await createTestApp();
  const ids = [];
  for (const person of [1, 2]) ids.push((await register(test.admin, person)).employee.id);
  const [wrongId, rightId] = (column === 'wrongId' ? ids : ids.toReversed()) as [string, string];
  await inDatabase(test.config, async ({ read, write }) => {
    const sample = await read.faceSample.findFirstOrThrow({ where: { employeeId: wrongId }, orderBy: { id: 'asc' } });
    const measured = { modelId: 'model', distance: 0.5, notedAt: new Date('2026-03-02'), source: 'user:x' };
    const data = { id: 'm', eventId: 'e', wrongId, wrongSampleId: sample.id, rightId, ...measured };
    await write((transaction) => transaction.mistakenMatch.create({ data }));
  });
  const { receipt } = await erase(ids[0]!);
  expect((JSON.parse(receipt) as Signed).statement).toMatchObject({ removed: { mistakes: 1 } });
  expect(await inDatabase(test.config, ({ read }) => read.mistakenMatch.count())).toBe(0);
});

it('tells kiosks that were away who it was, from where they left off', async () => {
  test = await createTestApp();
  const kiosk = await createKiosk(test.admin);
  const people = [];
  for (const person of [1, 2]) people.push((await register(test.admin, person)).employee.id);
  for (const id of people) await erase(id);
  const ask = (after: number) =>
    kiosk.ask<{ erasedFaces: { sequence: number; employeeId: string }[] }>(
      `{ erasedFaces(after: ${after}) { sequence employeeId } }`,
    );
  const { erasedFaces } = await ask(0);
  expect(erasedFaces.map(({ employeeId }) => employeeId)).toEqual(people);
  expect((await ask(erasedFaces[0]!.sequence)).erasedFaces).toEqual([erasedFaces[1]]);
});

it('is gone on with at the next start where a stop came between the rows and the files', async () => {
  test = await createTestApp();
  const { employee } = await register(test.admin, 1, { checkIn: true });
  const needles = await facesOf(1, employee.id);
  await erase(employee.id);
  await test.app.stop();
  // As a stop would have left it: the files there, the erasure without an end.
  const folder = join(test.config.faceImagesDir, 'Train', employee.imageId);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'left.jpg'), needles['upload 0']!);
  await inDatabase(test.config, ({ write }) =>
    write((transaction) => transaction.erasure.updateMany({ data: { finishedAt: null, receipt: null } })),
  );
  await test.restart();
  expect(existsSync(folder)).toBe(false);
  const { employeePrivacy } = await test.admin.ask<{ employeePrivacy: { erasures: { receipt: string }[] } }>(
    `{ employeePrivacy(employeeId: "${employee.id}") { erasures { receipt } } }`,
  );
  expect(loadSigningKey(test.config.dataDir).isMine(JSON.parse(employeePrivacy.erasures[0]!.receipt) as Signed)).toBe(
    true,
  );
});

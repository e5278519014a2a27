import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Secret, TOTP } from 'otpauth';
import { afterEach, describe, expect, it } from 'vitest';
import { StartupError } from '../errors.js';
import { deriveKey } from '../storage/derive-key.js';
import { seal, unseal } from '../storage/seal.js';
import { createKiosk, createTestApp, punch, register, type TestApp } from '../testing/create-test-app.js';
import type { ApiClient } from '../testing/api-client.js';
import { createAccount } from '../testing/create-account.js';
import { photoOf } from '../testing/fake-face-engine.js';
import { listFiles } from '../testing/temporary-folder.js';
import { inDatabase } from '../testing/test-location.js';

let test: TestApp;
afterEach(() => test.stop());

const PEOPLE = [1, 2, 3, 4, 5];

async function enrolAll(env: NodeJS.ProcessEnv = {}): Promise<ApiClient> {
  test = await createTestApp({ env });
  const kiosk = await createKiosk(test.admin);
  for (const person of PEOPLE) await register(test.admin, person, { checkIn: true });
  return kiosk;
}

/** Whether everybody is recognised, by a server that has just started. */
async function knowsEverybody(kiosk: ApiClient): Promise<void> {
  await test.restart();
  test.clock.forward(10);
  const field = ++punches % 2 === 1 ? 'checkOut' : 'checkIn';
  for (const person of PEOPLE) {
    const answer = await punch(test.anonymous.as(kiosk.token), field, await photoOf(person));
    expect(answer).toMatchObject({
      __typename: 'AttendanceRecorded',
      event: { employee: { name: `Person ${person}` } },
    });
  }
}
let punches = 0;

/** The values of one column. */
const query = <T>(sql: string): Promise<T[]> =>
  inDatabase(test.config, async ({ read }) => {
    const rows = await read.$queryRawUnsafe<Record<string, T>[]>(sql);
    return rows.map((row) => Object.values(row)[0]!);
  });
const keyFile = (name = 'template.key') => join(test.config.dataDir, name);

describe('rotating the master key', () => {
  it('puts every key under a new one, and the old one is gone', async () => {
    punches = 0;
    const kiosk = await enrolAll();
    const [before, masters] = [
      readFileSync(keyFile(), 'utf8'),
      await query('SELECT DISTINCT "masterKeyId" FROM "PersonKey"'),
    ];
    const sealed = await query<Buffer>('SELECT sealed FROM "FaceTemplate" ORDER BY id');
    expect(await test.app.services.keyRotation.rotate({ withData: false })).toEqual({
      keys: PEOPLE.length,
      people: 0,
      promoted: true,
    });
    expect(readFileSync(keyFile(), 'utf8')).not.toBe(before);
    expect(existsSync(keyFile('template.key.next'))).toBe(false);
    expect(await query('SELECT DISTINCT "masterKeyId" FROM "PersonKey"')).not.toEqual(masters);
    expect(await query('SELECT sealed FROM "FaceTemplate" ORDER BY id')).toEqual(sealed);
    await knowsEverybody(kiosk);
    writeFileSync(keyFile(), before);
    await test.app.stop();
    await expect(test.restart()).rejects.toThrow(StartupError);
  });

  it.each(['false', 'true'])(
    'and the data: new keys of people, and whatever they seal (photographs: %s)',
    async (ENCRYPT_PHOTOS) => {
      punches = 0;
      const kiosk = await enrolAll({ ENCRYPT_PHOTOS });
      const photos = () =>
        listFiles(test.config.faceImagesDir).map((file) => readFileSync(join(test.config.faceImagesDir, file)));
      const [keys, sealed, files] = [
        await query('SELECT id FROM "PersonKey"'),
        await query('SELECT sealed FROM "FaceTemplate" ORDER BY id'),
        photos(),
      ];
      expect(await test.app.services.keyRotation.rotate({ withData: true })).toMatchObject({ people: PEOPLE.length });
      const after = await query('SELECT id FROM "PersonKey"');
      expect(after).toHaveLength(PEOPLE.length);
      expect(after.filter((id) => keys.includes(id))).toEqual([]);
      expect(await query('SELECT sealed FROM "FaceTemplate" ORDER BY id')).not.toEqual(sealed);
      const isSame = photos().map((bytes, index) => bytes.equals(files[index]!));
      expect(new Set(isSame)).toEqual(new Set([ENCRYPT_PHOTOS === 'false']));
      await knowsEverybody(kiosk);
    },
  );

  it.each([1, 2, 4, 5, 6, 9])('interrupted after step %i loses nobody, and is gone on with', async (steps) => {
    punches = 0;
    const kiosk = await enrolAll({ ENCRYPT_PHOTOS: 'true' });
    const stopping = new AbortController();
    let taken = 0;
    const interrupted = test.app.services.keyRotation.rotate({
      withData: true,
      signal: stopping.signal,
      onProgress: () => ++taken === steps && stopping.abort(new Error('interrupted')),
    });
    await interrupted.catch((error: unknown) => expect(error).toEqual(new Error('interrupted')));
    const isUnfinished = (await query('SELECT 1 FROM "KeyRotation" WHERE "finishedAt" IS NULL')).length === 1;
    expect(existsSync(keyFile('template.key.next'))).toBe(isUnfinished);
    await knowsEverybody(kiosk);
    if (isUnfinished) await test.app.services.keyRotation.rotate({ withData: false });
    expect(await query('SELECT 1 FROM "KeyRotation" WHERE "finishedAt" IS NULL')).toEqual([]);
    expect(await query('SELECT id FROM "PersonKey"')).toHaveLength(PEOPLE.length);
    expect(existsSync(keyFile('template.key.next'))).toBe(false);
    await knowsEverybody(kiosk);
  });
});

it('one-time codes of accounts go on working after a rotation, and are under the new master key', async () => {
  test = await createTestApp();
  const account = await createAccount(test, { role: 'AUDITOR' });
  const { beginTotp } = await account.ask<{ beginTotp: { token: string; secret: string } }>(
    'mutation ($password: String!) { beginTotp(password: $password) { token secret } }',
    { password: account.password },
  );
  const code = () =>
    new TOTP({ secret: Secret.fromBase32(beginTotp.secret) }).generate({ timestamp: test.clock.now().getTime() });
  await account.ask(
    'mutation ($token: String!, $code: String!) { confirmTotp(token: $token, code: $code) { recoveryCodes } }',
    { token: beginTotp.token, code: code() },
  );
  const [sealed] = await query<Buffer>('SELECT "totpSealed" FROM "User" WHERE "totpSealed" IS NOT NULL');
  await test.app.services.keyRotation.rotate({ withData: false });
  expect(await query<Buffer>('SELECT "totpSealed" FROM "User" WHERE "totpSealed" IS NOT NULL')).not.toEqual([sealed]);
  const master = Buffer.from(readFileSync(keyFile(), 'utf8'), 'base64');
  const [renewed] = await query<Buffer>('SELECT "totpSealed" FROM "User" WHERE "totpSealed" IS NOT NULL');
  expect(() => unseal(deriveKey(master, 'totp'), sealed!, `totp:${account.userId}`)).toThrow();
  expect(unseal(deriveKey(master, 'totp'), renewed!, `totp:${account.userId}`).toString()).toBe(beginTotp.secret);

  await test.restart();
  test.clock.forward(1);
  const { errors } = await test.anonymous.send(
    'mutation ($email: String!, $password: String!) { login(email: $email, password: $password) { token } }',
    { email: account.email, password: account.password },
  );
  const { challenge } = errors![0]!.extensions as unknown as { challenge: string };
  const { completeLogin } = await test.anonymous.ask<{ completeLogin: { token: string } }>(
    'mutation ($challenge: String!, $code: String!) { completeLogin(challenge: $challenge, code: $code) { token } }',
    { challenge, code: code() },
  );
  expect(completeLogin.token).toMatch(/^rs_/);
});

it('a master key that is gone stops the start where it sealed one-time codes and nothing else', async () => {
  test = await createTestApp();
  await test.app.stop();
  await inDatabase(test.config, ({ write }) =>
    write((transaction) => transaction.user.updateMany({ data: { totpSealed: Buffer.from([1]) } })),
  );
  rmSync(keyFile());
  await expect(test.restart()).rejects.toThrow('template.key is missing');
});

it('templates that the installation’s own key sealed come under keys of people at the next start', async () => {
  punches = 0;
  const kiosk = await enrolAll();
  await test.app.stop();
  // As an older program left them: sealed by template.key, without keys of people.
  const master = Buffer.from(readFileSync(keyFile(), 'utf8'), 'base64');
  await inDatabase(test.config, async ({ read, write }) => {
    const keys = new Map(
      (await read.personKey.findMany()).map((row) => [
        row.id,
        unseal(master, row.wrapped, `person-key/${row.employeeId}/${row.id}`),
      ]),
    );
    for (const row of await read.faceTemplate.findMany()) {
      const context = `template/${row.modelId}/${row.employeeId}/${row.sampleId}`;
      const sealed = Buffer.from(seal(master, unseal(keys.get(row.keyId!)!, row.sealed, context), context));
      const data = { sealed, keyId: null };
      await write((transaction) => transaction.faceTemplate.update({ where: { id: row.id }, data }));
    }
    await write((transaction) => transaction.personKey.deleteMany());
  });
  await knowsEverybody(kiosk);
  expect(await query('SELECT 1 FROM "FaceTemplate" WHERE "keyId" IS NULL')).toEqual([]);
  expect(await query('SELECT id FROM "PersonKey"')).toHaveLength(PEOPLE.length);
});

it('photographs are unreadable on disk where that is set, and come back in an export', async () => {
  await enrolAll({ ENCRYPT_PHOTOS: 'true' });
  const root = test.config.faceImagesDir;
  for (const file of listFiles(root)) {
    const bytes = readFileSync(join(root, file));
    expect(bytes.subarray(0, 8).toString()).toBe('RCPHOTO1');
    expect(bytes.includes(Buffer.from([0xff, 0xd8, 0xff]))).toBe(false);
  }
});

it('a master key from a command is used, and one that fails stops the start without repeating its output', async () => {
  const key = Buffer.alloc(32, 5).toString('base64');
  test = await createTestApp({ env: { MASTER_KEY_COMMAND: `echo ${key}` } });
  expect(existsSync(keyFile())).toBe(false);
  expect(await register(test.admin, 1)).toMatchObject({ __typename: 'Registered' });
  await expect(test.app.services.keyRotation.rotate({ withData: false })).rejects.toThrow('MASTER_KEY_NEXT_COMMAND');
  for (const [command, words] of [
    ['echo not-a-key', 'must print 32 bytes in base64'],
    ['echo secret-output; exit 3', 'the command failed (3)'],
  ] as const) {
    const failing = createTestApp({ env: { MASTER_KEY_COMMAND: command } });
    await expect(failing).rejects.toThrow(words);
    await expect(failing).rejects.not.toThrow(/not-a-key|secret-output/);
  }
});

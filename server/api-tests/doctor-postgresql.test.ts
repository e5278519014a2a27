import { mkdirSync, readdirSync, chmodSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import type { Finding } from '../doctor/finding.js';
import { administrator } from '../testing/administrator.js';
import { createTestApp, register, signIn, type TestApp } from '../testing/create-test-app.js';
import { runCommand } from '../testing/run-command.js';
import { inDatabase } from '../testing/test-location.js';

let test: TestApp;
afterEach(() => test.stop());

async function checkUp(url?: string): Promise<{ code: number | null; findings: Finding[] }> {
  const { dataDir, faceImagesDir, modelsDir, database } = test.config;
  if (database.engine !== 'postgresql') throw new Error('these tests are of PostgreSQL');
  for (const folder of [dataDir, faceImagesDir]) chmodSync(folder, 0o700);
  for (const name of readdirSync(dataDir)) chmodSync(join(dataDir, name), name.includes('.') ? 0o600 : 0o700);
  const env = { DATA_DIR: dataDir, FACE_IMAGES_DIR: faceImagesDir, MODELS_DIR: modelsDir };
  const { code, stdout } = await runCommand('doctor', ['--json'], { ...env, DATABASE_URL: url ?? database.url });
  return { code, ...(JSON.parse(stdout) as { findings: Finding[] }) };
}

it('looks at an installation on PostgreSQL while the server runs, and names what is wrong', async () => {
  test = await createTestApp();
  test.clock.set(new Date().toISOString());
  await register(await signIn(test.anonymous, administrator), 1, { checkIn: true });

  const { code, findings } = await checkUp();

  expect({ code, bad: findings.filter(({ status }) => status === 'problem') }).toEqual({ code: 0, bad: [] });
  const inOrder = findings.filter(({ status }) => status === 'ok').map(({ check }) => check);
  expect(inOrder).toEqual(expect.arrayContaining(['postgresql', 'migrations', 'clock', 'photographs']));

  const { sample, event } = await inDatabase(test.config, async ({ read }) => ({
    sample: await read.faceSample.findFirstOrThrow(),
    event: await read.attendanceEvent.findFirstOrThrow(),
  }));
  rmSync(join(test.config.faceImagesDir, sample.path));
  rmSync(join(test.config.faceImagesDir, event.photoPath!));
  mkdirSync(join(test.config.faceImagesDir, 'Train', 'nobody'));
  writeFileSync(join(test.config.faceImagesDir, 'Train', 'nobody', 'x_nothing.jpg'), '');

  const ill = await checkUp();

  expect(ill.code).toBe(1);
  expect(ill.findings.filter(({ check }) => check === 'photographs').map(({ says }) => says)).toEqual([
    `Enrolment photographs that are gone: 1 (${sample.path}). The people are still recognised.`,
    `Photographs of check-ins that are gone before their time: 1 (${event.photoPath!}).`,
    'Photographs that no row names: 1 (Train/nobody/x_nothing.jpg).',
  ]);
});

it('says that a database cannot be reached, and never its password', async () => {
  test = await createTestApp();

  const { code, findings } = await checkUp('postgresql://someone:s3cret@127.0.0.1:1/none');

  expect(code).toBe(1);
  const [unreadable] = findings.filter(({ check }) => check === 'database');
  expect(unreadable!.says).toMatch(/^The database cannot be read: /);
  expect(JSON.stringify(findings)).not.toContain('s3cret');
});

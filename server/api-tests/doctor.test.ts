import { sqliteFileOf } from '../database-location.js';
import { chmodSync, mkdirSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Finding } from '../doctor/finding.js';
import { createTestApp, register, type TestApp } from '../testing/create-test-app.js';
import { runCommand } from '../testing/run-command.js';

const DAY_MS = 86_400_000;

let test: TestApp;
let settings: NodeJS.ProcessEnv;
beforeEach(async () => {
  test = await createTestApp();
  await register(test.admin, 1, { checkIn: true });
  const backups = join(test.folder, 'backups');
  mkdirSync(backups);
  writeFileSync(join(backups, 'rollcall.backup'), '');
  const { dataDir, faceImagesDir, modelsDir } = test.config;
  settings = { DATA_DIR: dataDir, FACE_IMAGES_DIR: faceImagesDir, MODELS_DIR: modelsDir, BACKUP_DIR: backups };
  for (const folder of [dataDir, faceImagesDir]) chmodSync(folder, 0o700);
  for (const name of readdirSync(dataDir)) chmodSync(join(dataDir, name), name.includes('.') ? 0o600 : 0o700);
});
afterEach(() => test.stop());

async function checkUp(): Promise<{ code: number | null; findings: Finding[] }> {
  const { code, stdout } = await runCommand('doctor', ['--json'], settings);
  return { code, ...(JSON.parse(stdout) as { findings: Finding[] }) };
}
const bad = (findings: Finding[]) => findings.filter(({ status }) => status === 'problem');

it('finds no problem in an installation that has none, while the server runs', async () => {
  const { code, findings } = await checkUp();
  expect({ code, bad: bad(findings) }).toEqual({ code: 0, bad: [] });
  const checks = ['permissions', 'disk', 'models', 'database', 'sqlite', 'migrations', 'clock', 'photographs'];
  expect(findings.filter(({ status }) => status === 'ok').map(({ check }) => check)).toEqual(
    expect.arrayContaining(checks),
  );
});

it('names what is wrong, and says what to do', async () => {
  const database = new Sqlite(sqliteFileOf(test.config.database, ''));
  const [sample] = database.prepare('SELECT path FROM FaceSample').pluck().all() as string[];
  const kept = database.prepare('SELECT photoPath FROM AttendanceEvent').pluck().get() as string;
  database.exec(`DELETE FROM _prisma_migrations WHERE migration_name LIKE '%privacy_and_audit'`);
  database
    .prepare(
      `INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name) VALUES ('x', 'x', 1, 'of_tomorrow')`,
    )
    .run();
  database.close();
  rmSync(join(test.config.faceImagesDir, sample!));
  writeFileSync(join(test.config.faceImagesDir, 'Train', '..', kept.replace(/_[^_]+$/, '_nobody.jpg')), '');
  chmodSync(sqliteFileOf(test.config.database, ''), 0o644);
  const old = new Date(Date.now() - 30 * DAY_MS);
  utimesSync(join(settings['BACKUP_DIR']!, 'rollcall.backup'), old, old);
  settings = { ...settings, HOST: '0.0.0.0', GRAPHQL_INTROSPECTION: 'true', TRUST_PROXY: '0.0.0.0/0' };

  const { code, findings } = await checkUp();
  expect(code).toBe(1);
  const says = (check: string) => findings.filter((finding) => finding.check === check && finding.status !== 'ok');
  expect(says('permissions')).toMatchObject([
    { status: 'problem', remedy: `chmod 600 "${sqliteFileOf(test.config.database, '')}"` },
  ]);
  expect(says('photographs')).toMatchObject([
    { status: 'problem', says: expect.stringContaining(sample!) as string },
    { status: 'warning', says: expect.stringContaining('_nobody.jpg') as string },
  ]);
  expect(says('migrations')).toMatchObject([{ says: expect.stringContaining('of_tomorrow') as string }]);
  expect(says('backups')[0]).toMatchObject({ status: 'problem', says: expect.stringContaining('30 days') as string });
  expect(says('settings').map((finding) => finding.says)).toEqual(
    expect.arrayContaining([expect.stringContaining('TRUST_PROXY'), expect.stringContaining('GRAPHQL_INTROSPECTION')]),
  );
  expect(findings.every(({ status, remedy }) => status === 'ok' || remedy !== null)).toBe(true);
});

it('sees damage and a clock that is behind', async () => {
  await test.app.stop();
  const database = new Sqlite(sqliteFileOf(test.config.database, ''));
  const triggers = database.prepare(
    `SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'AttendanceEvent'`,
  );
  for (const name of triggers.pluck().all() as string[]) database.exec(`DROP TRIGGER "${name}"`);
  database.exec(`UPDATE AttendanceEvent SET recordedAt = '2999-01-01T00:00:00.000+00:00'`);
  database.pragma('foreign_keys = OFF');
  database.exec('DELETE FROM Employee');
  database.close();
  const { code, findings } = await checkUp();
  expect(code).toBe(1);
  expect(bad(findings).map(({ check }) => check)).toEqual(expect.arrayContaining(['database', 'clock']));
});

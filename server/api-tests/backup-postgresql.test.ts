import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { migrateSqlite } from '../database/migrate.js';
import { installation } from '../installation.js';
import { createBackupSetting, urlOf, type BackupSetting } from '../testing/backup-setting.js';
import { register, type TestApp } from '../testing/create-test-app.js';
import { runCommand } from '../testing/run-command.js';
import { listFiles } from '../testing/temporary-folder.js';
import { inDatabase } from '../testing/test-location.js';

// What is of PostgreSQL alone; backup.test.ts runs on both databases.

let test: TestApp;
let settings: NodeJS.ProcessEnv;
let file: string;
let { backup, restore, wipe, query } = {} as BackupSetting;
beforeEach(async () => {
  ({ test, settings, file, backup, restore, wipe, query } = await createBackupSetting());
});
afterEach(() => test.stop());

/** A program of that name that does this, found before PostgreSQL's own. */
const inPlaceOf = (program: string, script: string): string => {
  const folder = join(test.folder, 'programs');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, program), `#!/bin/sh\n${script}\n`);
  chmodSync(join(folder, program), 0o755);
  return `${folder}:${process.env.PATH}`;
};

it('a database that holds anything is not restored to', async () => {
  await backup();
  await wipe();
  await inDatabase(test.config, ({ write }) => write((one) => one.$executeRawUnsafe('CREATE TABLE "Mine" (id INT)')));
  expect(await restore()).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('is not empty (Mine)') as string,
  });
  expect(await query(`SELECT tablename::text FROM pg_tables WHERE schemaname = 'public'`)).toEqual(['Mine']);
  expect(listFiles(test.config.faceImagesDir)).toEqual([]);
});

it('everything that the database had is there again: triggers, keys, indexes, counters', async () => {
  await register(test.admin, 1, { checkIn: true });
  const what = `
    SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
    UNION SELECT conname || pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace
    UNION SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
    UNION SELECT prosrc FROM pg_proc WHERE pronamespace = 'public'::regnamespace
    UNION SELECT sequencename || coalesce(last_value, 0) FROM pg_sequences`;
  const before = await query(what);
  await backup();
  await wipe();
  expect(await restore()).toMatchObject({ code: 0 });
  expect((await query(what)).sort()).toEqual(before.sort());
});

it('a restore that pg_restore does not finish leaves nothing', async () => {
  await register(test.admin, 1);
  await backup();
  await wipe();
  settings.PATH = inPlaceOf(
    'pg_restore',
    'case $1 in --version) exec /usr/bin/env -i PATH=/usr/bin pg_restore "$@";; esac; echo "pg_restore: error: no" >&2; exit 1',
  );
  expect(await restore()).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('pg_restore stopped: pg_restore: error: no') as string,
  });
  expect(listFiles(test.config.dataDir).filter((name) => name !== 'instance.lock')).toEqual([]);
  expect(listFiles(test.config.faceImagesDir)).toEqual([]);
});

it('rows that did not come over are found by their counts', async () => {
  await register(test.admin, 1, { checkIn: true });
  await backup();
  await wipe();
  // Everything but the rows.
  settings.PATH = inPlaceOf('pg_restore', 'exec /usr/bin/env PATH="${PATH#*:}" pg_restore "$@" --schema-only');
  const { code, stderr } = await restore();
  expect({ code, stderr }).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('is not as it was backed up') as string,
  });
});

it.each([
  ['missing', 'exit 127', "pg_dump is not installed. Install PostgreSQL's client programs of version"],
  ['older than the server', 'echo "pg_dump (PostgreSQL) 9.6.24"', 'pg_dump 9 is older than the server. Install'],
])('a pg_dump that is %s is said, with what to install', async (_what, script, words) => {
  settings.PATH = inPlaceOf('pg_dump', script);
  expect(await backup()).toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringContaining(words) as string,
  });
  expect(listFiles(test.folder).filter((name) => /rollcall\.backup|backup-work/.test(name))).toEqual([]);
});

it('without any pg_dump says the same', async () => {
  settings.PATH = join(test.folder, 'nothing');
  expect(await backup()).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('pg_dump is not installed') as string,
  });
});

it('the password is in no argument and no message', async () => {
  const seen = join(test.folder, 'seen');
  settings.PATH = inPlaceOf(
    'pg_dump',
    `case $1 in --version) echo "pg_dump (PostgreSQL) 99.1"; exit;; esac; echo "$@|$PGPASSWORD|$BACKUP_PASSPHRASE" > ${seen}; exit 3`,
  );
  settings.DATABASE_URL = urlOf(test.config).replace('postgres@', 'postgres:s3cret%40@');
  const { code, stdout, stderr } = await backup();
  expect(code).toBe(1);
  expect(stdout + stderr).not.toContain('s3cret');
  const [args, password, passphrase] = readFileSync(seen, 'utf8').trim().split('|');
  expect({ password, passphrase }).toEqual({ password: 's3cret@', passphrase: '' });
  expect(args).not.toContain('s3cret');
});

it('a backup of SQLite is not restored, and says how to get there', async () => {
  const other = join(test.folder, 'on-sqlite');
  mkdirSync(other);
  migrateSqlite({
    file: join(other, 'rollcall.db'),
    migrationsDir: installation.migrationsDir,
    now: () => test.clock.now(),
  });
  const ofSqlite = { ...settings, DATABASE_URL: '', DATA_DIR: other };
  expect(await runCommand('backup', ['--to', file], ofSqlite)).toMatchObject({ code: 0 });
  await wipe();
  expect(await restore()).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('of another database. Leave DATABASE_URL out') as string,
  });
});

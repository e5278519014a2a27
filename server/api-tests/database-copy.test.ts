import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createApp } from '../app.js';
import { loadConfig } from '../config.js';
import { withConnection } from '../database/postgresql-connection.js';
import { createAccount } from '../testing/create-account.js';
import { createKiosk, createTestApp, punch, register, type TestApp } from '../testing/create-test-app.js';
import { photoOf } from '../testing/fake-face-engine.js';
import { makePostgresql, type TestLocation } from '../testing/test-location.js';

const ANSWERS = 8_000;

let test: TestApp;
let copy: TestLocation;
beforeEach(async () => {
  test = await createTestApp();
  copy = await makePostgresql();
});
afterEach(async () => {
  await test.stop();
  await copy.drop();
});

interface Outcome {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** npm run db:copy -- --json; killed as soon as it says what is waited for. */
async function copyDatabase(from: string, to: string, killAt?: RegExp): Promise<Outcome> {
  const program = new URL('../../dist/server/cli/db-copy.js', import.meta.url).pathname;
  const child = spawn(process.execPath, [program, '--from', from, '--to', to, '--json'], {
    env: { ...process.env, DATABASE_URL: '', DATA_DIR: join(test.folder, 'data') },
  });
  const outcome: Outcome = { code: null, stdout: '', stderr: '' };
  child.stdout.on('data', (text: Buffer) => (outcome.stdout += text.toString()));
  child.stderr.on('data', (text: Buffer) => {
    outcome.stderr += text.toString();
    if (killAt?.test(outcome.stderr)) child.kill('SIGKILL');
  });
  await once(child, 'close');
  return { ...outcome, code: child.exitCode };
}

it('is whole after a kill in the middle, on either database, and a server starts on it', async () => {
  const source = test.config.database.engine === 'postgresql' ? test.config.database.url : '';
  const kiosk = await createKiosk(test.admin);
  const { employee } = await register(test.admin, 1, { checkIn: true });
  await createAccount(test, { role: 'AUDITOR' });
  await punch(kiosk, 'checkOut', await photoOf(1), 'a key');
  const attendance = '{ attendance { edges { node { id date checkInTime checkOutTime workedMinutes } } } }';
  const before = await test.admin.ask(attendance);
  await test.app.stop();
  await withConnection(source, (client) =>
    client.query(
      `INSERT INTO "AttendanceAnswer" (source, "idempotencyKey", request, "createdAt")
       SELECT 'kiosk:' || n % 7, 'key ' || n, 'AUTOMATIC', to_timestamp(n / 1000.0) FROM generate_series(1, $1::int) AS n`,
      [ANSWERS],
    ),
  );
  const file = `file:${join(test.folder, 'copy.db')}`;

  for (const [from, to] of [
    [source, file],
    [file, copy.url],
  ] as const) {
    const killed = await copyDatabase(from, to, /copied \d+ of \d+ AttendanceAnswer/);
    expect(killed).toMatchObject({ code: null, stdout: '' });
    const early = createApp(loadConfig({ ...process.env, DATABASE_URL: to, DATA_DIR: join(test.folder, 'other') }));
    await expect(early).rejects.toThrow('This database is an unfinished copy.');

    const { code, stdout, stderr } = await copyDatabase(from, to);
    expect(stderr).toContain('verified ');
    expect(code).toBe(0);
    const { rows, tables } = JSON.parse(stdout) as { rows: number; tables: { table: string; rows: number }[] };
    const counts = new Map(tables.map((each) => [each.table, each.rows]));
    expect(counts.get('AttendanceAnswer')).toBeGreaterThan(ANSWERS);
    expect(counts.get('FaceTemplate')).toBe(4);
    expect(rows).toBe([...counts.values()].reduce((sum, each) => sum + each));
  }
  expect(await copyDatabase(file, copy.url)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('The target has rows already') as string,
  });

  await test.restart({ database: { engine: 'postgresql', url: copy.url, poolSize: 4 } });
  expect(await test.admin.ask(attendance)).toEqual(before);
  test.clock.forward(60);
  expect(await punch(test.anonymous.as(kiosk.token), 'checkIn', await photoOf(1))).toMatchObject({
    __typename: 'AttendanceRecorded',
    event: { employee: { id: employee.id } },
  });
}, 240_000);

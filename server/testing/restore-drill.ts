import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fillPostgresql } from '../cli/bench-attendance-postgresql.js';
import { systemClock } from '../clock.js';
import { migratePostgresql } from '../database/migrate-postgresql.js';
import { withConnection } from '../database/postgresql-connection.js';
import { installation } from '../installation.js';
import { administrator } from './administrator.js';
import { ApiClient } from './api-client.js';
import { freePort } from './free-port.js';
import { createKiosk, punch, register, signIn } from './create-test-app.js';
import { photoOf } from './fake-face-engine.js';
import { startNode, type NodeProcess } from './node-process.js';
import { runCommand } from './run-command.js';
import { hashesBelow } from './temporary-folder.js';
import { emptyDatabase, makePostgresql } from './test-location.js';

/**
 * node dist/server/testing/restore-drill.js: a restore drill on PostgreSQL, in a database of its own (TEST_POSTGRESQL_URL) and a
 * folder of its own. 100,000 events and 1,000 photographs, a backup while four kiosks punch, everything gone, a restore, and a
 * server on it. Prints times; fails where anything is not as it was.
 */
const EVENTS = 100_000;
const PHOTOGRAPHS = 1_000;
const PEOPLE = 20;
const KIOSKS = 4;
const BEFORE_MS = 10_000;

const folder = mkdtempSync(join(tmpdir(), 'rollcall-drill-'));
const location = await makePostgresql();
const settings = {
  DATABASE_URL: location.url,
  DATA_DIR: join(folder, 'data'),
  FACE_IMAGES_DIR: join(folder, 'Face Images'),
  MODELS_DIR: join(folder, 'models'),
  BACKUP_PASSPHRASE: randomBytes(16).toString('hex'),
};
const backupFile = join(folder, 'rollcall.backup');
let node: NodeProcess | undefined;
try {
  await drill();
} finally {
  node?.kill();
  await location.drop();
  rmSync(folder, { recursive: true });
}

async function drill(): Promise<void> {
  const { url } = location;
  await migratePostgresql({
    url,
    migrationsDir: installation.postgresqlMigrationsDir,
    now: () => systemClock.now(),
  });
  const yesterday = new Date(systemClock.now().getTime() - 86_400_000).toISOString().slice(0, 10);
  await fillPostgresql({ engine: 'postgresql', url, poolSize: 10 }, EVENTS, yesterday);
  await withConnection(url, (client) => client.query('UPDATE "Site" SET "minimumPunchIntervalSeconds" = 0'));

  const admin = await serve();
  const photos = await Promise.all(Array.from({ length: PEOPLE }, (_, index) => photoOf(index + 1)));
  for (let person = 1; person <= PEOPLE; person++) await register(admin, person, { checkIn: false });
  const kiosks = await Promise.all(
    Array.from({ length: KIOSKS }, (_, index) => createKiosk(admin, { name: `Kiosk ${index}` })),
  );
  const acknowledged: string[] = [];
  let isOver = false;
  const pressing = kiosks.map(async (kiosk, index) => {
    const own = photos.filter((_, person) => person % KIOSKS === index);
    for (let turn = 0; !isOver; turn++) {
      const field = Math.floor(turn / own.length) % 2 === 0 ? 'checkIn' : 'checkOut';
      const answer = await punch(kiosk, field, own[turn % own.length]!);
      if (answer.__typename !== 'AttendanceRecorded') throw new Error(answer.reason);
      acknowledged.push(answer.event.id);
    }
  });
  const punchesWhile = async (work: Promise<unknown>): Promise<string> => {
    const [start, before] = [performance.now(), acknowledged.length];
    await Promise.race([work, ...pressing]);
    return ((acknowledged.length - before) / ((performance.now() - start) / 1000)).toFixed(1);
  };
  await punchesWhile(until(() => acknowledged.length >= PHOTOGRAPHS));
  const rateBefore = await punchesWhile(new Promise((resolve) => setTimeout(resolve, BEFORE_MS)));
  const sure = [...acknowledged];
  const made = timed('npm run backup', runCommand('backup', ['--to', backupFile], settings));
  const rateDuring = await punchesWhile(made);
  isOver = true;
  await Promise.all(pressing);
  console.log(
    `punches a second before, during: ${rateBefore}, ${rateDuring}; ${acknowledged.length} in all, none refused`,
  );
  await made;
  await timed('npm run backup -- --verify', runCommand('backup', ['--verify', backupFile], settings));

  const before = hashesBelow(settings.FACE_IMAGES_DIR);
  await node!.stop();
  for (const wiped of [settings.DATA_DIR, settings.FACE_IMAGES_DIR, settings.MODELS_DIR]) {
    rmSync(wiped, { recursive: true, force: true });
  }
  await emptyDatabase({ database: { engine: 'postgresql', url, poolSize: 10 } });
  console.log('wiped: folders and database');

  await timed('npm run restore', runCommand('restore', ['--from', backupFile], settings));
  const after = hashesBelow(settings.FACE_IMAGES_DIR);
  const same = [...after].filter(([name, hash]) => before.get(name) === hash).length;
  console.log(`SHA-256 of photographs: ${same} of ${after.size} the same`);
  const rows = await withConnection(url, async (client) => {
    const { rows: events } = await client.query<{ id: string; photoPath: string | null }>(
      'SELECT id, "photoPath" FROM "AttendanceEvent"',
    );
    return events;
  });
  const [ids, named] = [new Set(rows.map(({ id }) => id)), rows.filter(({ photoPath }) => photoPath).length];
  const lost = sure.filter((id) => !ids.has(id)).length;
  console.log(`${rows.length} events; ${lost} of ${sure.length} that were acknowledged before the backup are missing`);
  if (same !== after.size || lost > 0 || after.size !== named + 2 * PEOPLE)
    throw new Error('The restore is not whole.');

  const again = await serve();
  let recognized = 0;
  for (const photo of photos) {
    const answer = await punch(again, 'punch', photo);
    if (answer.__typename === 'AttendanceRecorded') recognized++;
  }
  console.log(`${recognized} of ${PEOPLE} recognised by a server on it`);
  if (recognized < PEOPLE) throw new Error('Somebody was not recognised.');
}

async function serve(): Promise<ApiClient> {
  const { email, password } = administrator;
  const more = { RATE_PHOTOS_PER_MINUTE: '1000000', LOG_LEVEL: 'error', ADMIN_EMAIL: email, ADMIN_PASSWORD: password };
  const port = await freePort();
  node = await startNode(installation.root, port, { ...settings, ...more });
  return signIn(new ApiClient(`http://127.0.0.1:${port}`), administrator);
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 50));
}

async function timed(what: string, running: ReturnType<typeof runCommand>): Promise<void> {
  const start = performance.now();
  const { code, stdout, stderr } = await running;
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  if (code !== 0) throw new Error(`${what}: ${stderr}`);
  console.log(`${what} (${seconds} s): ${stdout.split('\n')[0]!.replaceAll(`${folder}/`, '')}`);
}

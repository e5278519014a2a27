import { mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createApp } from '../app.js';
import type { DatabasePlace } from '../backup/database-snapshot.js';
import { restoreBackup } from '../backup/restore-backup.js';
import { loadConfig, type Config } from '../config.js';
import { lockDataDir } from '../database/instance-lock.js';
import { postgresqlPlace } from '../database/postgresql-snapshot.js';
import { sqlitePlace } from '../database/snapshot.js';
import { DomainError } from '../errors.js';
import { createLogger } from '../logger.js';
import { erasedIn } from '../privacy/erasure-receipt.js';
import { photoStore } from '../storage/photo-store.js';
import { ProgressBar } from '../recognition/evaluation/progress-bar.js';
import { backupSecret, megabytes, reasonOf, stopSignal } from './backup-secret.js';
import { idleEngine, orOneLine } from './with-installation.js';

const USAGE = 'Usage: npm run restore -- --from FILE [--into FOLDER] [--erasures RECEIPTS …] [--json]';
const { values } = parseArgs({
  options: {
    from: { type: 'string' },
    into: { type: 'string' },
    erasures: { type: 'string', multiple: true, default: [] },
    json: { type: 'boolean', default: false },
  },
});

process.umask(0o077);
await orOneLine(async () => {
  if (!values.from) throw new DomainError('BAD_USER_INPUT', USAGE);
  const config = placed(loadConfig());
  const erased = values.erasures.flatMap((file) => erasedIn(readReceipts(file), file));
  const secret = backupSecret(config);
  const signal = stopSignal();
  const photos = await photoStore(config);
  await photos.open();
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
  const lock = lockDataDir(config.dataDir);
  let report;
  try {
    let bar: ProgressBar | null = null;
    report = await restoreBackup({
      file: resolve(values.from),
      secret,
      folders: config,
      photos,
      place: placeOf(config),
      onProgress: (done, total) => (bar ??= new ProgressBar(total, 'bytes')).show(done),
      signal,
    });
  } catch (error) {
    throw reasonOf(error, signal);
  } finally {
    lock.release();
  }
  const again = await eraseAgain(config, erased);
  if (values.json) console.log(JSON.stringify({ ...report, erasedAgain: again }));
  else {
    const { entries, bytes, createdAt } = report;
    console.log(`Restored ${entries} files, ${megabytes(bytes)}, as they were at ${createdAt}; the database is sound.`);
    if (erased.length > 0) console.log(`Erased again: the faces of ${again} of ${erased.length} people.`);
    else console.log(`Faces erased after ${createdAt} are back: erase them again (docs/operations.md, "Erasures").`);
    if (!report.withKeys)
      console.log(`The keys are not in it: put template.key and signing.key into ${config.dataDir}.`);
    const settings = values.into
      ? ` with DATA_DIR, FACE_IMAGES_DIR and MODELS_DIR set to the folders in ${values.into}`
      : '';
    console.log(`Next: npm run doctor${settings}, then npm start.`);
  }
});

function readReceipts(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new DomainError('BAD_USER_INPUT', `Cannot read ${file}. Nothing was restored.`, { cause });
  }
}

function placeOf({ database, dataDir }: Config): DatabasePlace {
  return database.engine === 'sqlite' ? sqlitePlace(database.file) : postgresqlPlace(database.url, dataDir);
}

/** With --into everything goes below one folder, wherever the settings point; but a PostgreSQL database is where they say. */
function placed(config: Config): Config {
  if (!values.into) return config;
  const dataDir = resolve(values.into, 'data');
  return {
    ...config,
    dataDir,
    ...(config.database.engine === 'sqlite' && {
      database: { engine: 'sqlite' as const, file: join(dataDir, 'rollcall.db') },
    }),
    faceImagesDir: resolve(values.into, 'Face Images'),
    bucket: null,
    modelsDir: resolve(values.into, 'models'),
  };
}

/** Returns how many of these people there are. */
async function eraseAgain(config: Config, employeeIds: readonly string[]): Promise<number> {
  if (employeeIds.length === 0) return 0;
  const app = await createApp({ ...config, roles: new Set() }, { engine: idleEngine, logger: createLogger('error') });
  try {
    const by = { actor: 'command', actorName: null, address: null };
    const act = { action: 'eraseFace', sent: { restored: values.from, people: employeeIds.length } };
    return await app.trail.run({ ...by, ...act }, async () => {
      const erasures = await app.services.erasures.eraseAll(employeeIds, 'restore');
      return new Set(erasures.map(({ employeeId }) => employeeId)).size;
    });
  } finally {
    await app.stop();
  }
}

import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { verifyBackup } from '../backup/read-backup.js';
import { writeBackup, type WriteOptions } from '../backup/write-backup.js';
import { systemClock } from '../clock.js';
import { loadConfig, type Config } from '../config.js';
import { lockBackups } from '../database/instance-lock.js';
import { takePostgresqlSnapshot } from '../database/postgresql-snapshot.js';
import { takeSnapshot as takeSqliteSnapshot } from '../database/snapshot.js';
import { DomainError } from '../errors.js';
import { installation } from '../installation.js';
import { photoStore } from '../storage/photo-store.js';
import { ProgressBar } from '../recognition/evaluation/progress-bar.js';
import { backupSecret, megabytes, reasonOf, stopSignal } from './backup-secret.js';
import { orOneLine } from './with-installation.js';

const USAGE =
  'Usage: npm run backup -- --to FILE [--without-keys] [--json], or npm run backup -- --verify FILE [--json]';
const { values } = parseArgs({
  options: {
    to: { type: 'string' },
    verify: { type: 'string' },
    'without-keys': { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});

// Reads only what is there, so a server may be running.
process.umask(0o077);
await orOneLine(async () => {
  if (Boolean(values.to) === Boolean(values.verify)) throw new DomainError('BAD_USER_INPUT', USAGE);
  const config = loadConfig();
  const signal = stopSignal();
  try {
    await (values.to ? make(resolve(values.to), config, signal) : verify(resolve(values.verify!), config, signal));
  } catch (error) {
    throw reasonOf(error, signal);
  }
});

async function make(to: string, config: Config, signal: AbortSignal): Promise<void> {
  const start = performance.now();
  const { dataDir, modelsDir, masterKeys } = config;
  let photographs: ProgressBar | null = null;
  const secret = backupSecret(config);
  const photos = await photoStore(config);
  const takeSnapshot = snapshotOf(config, signal);
  const lock = lockBackups(dataDir);
  const report = await writeBackup({
    folders: { dataDir, modelsDir },
    photos,
    takeSnapshot,
    to,
    secret,
    withKeys: !values['without-keys'],
    facts: { createdAt: systemClock.now().toISOString(), program: installation.version },
    onPhotograph: (done, total) => (photographs ??= new ProgressBar(total, 'photographs')).show(done),
    signal,
  }).finally(() => lock.release());
  const seconds = (performance.now() - start) / 1000;
  if (values.json) {
    console.log(JSON.stringify({ ...report, seconds }));
    return;
  }
  const { enrolment, attendance } = report.photographsGone;
  console.log(
    `${report.file}: ${megabytes(report.bytes)}, ${report.photographs} photographs, ${seconds.toFixed(1)} s.`,
  );
  if (attendance > 0) {
    console.log(`${attendance} photographs of check-ins that rows name are gone: removed by retention or an erasure.`);
  }
  if (enrolment > 0) {
    console.log(`${enrolment} enrolment photographs that rows name are gone. Look at npm run doctor.`);
  }
  if (masterKeys.command || masterKeys.fromEnvironment) {
    console.log(
      'The master key is not in a file, so it is not in this backup. Keep it: without it the faces are lost.',
    );
  } else if (!report.keys.includes('template.key')) {
    console.log('The master key is not in this backup. Keep template.key elsewhere: without it the faces are lost.');
  }
  console.log(`Check it: npm run backup -- --verify "${report.file}"`);
}

function snapshotOf({ database }: Config, signal: AbortSignal): WriteOptions['takeSnapshot'] {
  if (database.engine === 'postgresql') return (folder) => takePostgresqlSnapshot(database.url, folder, signal);
  const { file } = database;
  if (!existsSync(file)) {
    throw new DomainError('NOT_FOUND', `There is no database at ${file}. Run this with the settings of the server.`);
  }
  let pages: ProgressBar | null = null;
  const onProgress = (done: number, total: number) =>
    (pages ??= new ProgressBar(total, 'pages of the database')).show(done);
  return (folder) => takeSqliteSnapshot(file, folder, { signal, onProgress });
}

async function verify(file: string, config: Config, signal: AbortSignal): Promise<void> {
  let bar: ProgressBar | null = null;
  const report = await verifyBackup({
    file,
    secret: backupSecret(config),
    signal,
    onProgress: (done, total) => (bar ??= new ProgressBar(total, 'bytes')).show(done),
  });
  if (values.json) console.log(JSON.stringify({ file, ...report }));
  else {
    const { entries, bytes, createdAt, withKeys } = report;
    console.log(
      `${file} is whole: ${entries} files, ${megabytes(bytes)}, of ${createdAt}, ${withKeys ? 'with' : 'without'} keys.`,
    );
  }
}

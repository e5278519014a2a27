import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { systemClock } from '../clock.js';
import { wordsOf } from '../errors.js';
import { loadConfig, type Config } from '../config.js';
import { inspectPostgresql, inspectSqlite, type InspectedDatabase } from '../database/inspect.js';
import { checkSqlite } from '../database/snapshot.js';
import { checkBackups, checkDisk, checkLeftovers, checkModes } from '../doctor/check-files.js';
import { checkPhotographs } from '../doctor/check-photographs.js';
import { checkSettings } from '../doctor/check-settings.js';
import { ok, problem, warning, type Finding } from '../doctor/finding.js';
import { installation } from '../installation.js';
import { RETENTION } from '../privacy/retention.js';
import { modelNames, readModelFiles } from '../recognition/model-files.js';
import { photoStore } from '../storage/photo-store.js';
import { orOneLine } from './with-installation.js';

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
const DAY_MS = 86_400_000;
const RESTORE = 'Stop the server and restore the newest backup ("Backup and restore" in docs/operations.md).';

const ENGINES = {
  sqlite: { name: 'SQLite', old: { says: 'can corrupt a database', remedy: 'Run npm ci again.' } },
  postgresql: { name: 'PostgreSQL', old: { says: 'is too old', remedy: 'Upgrade it to 14 or newer.' } },
};

// Only reads, so a server may be running. Exit code 1 where there is a problem; warnings alone give 0.
await orOneLine(async () => {
  const config = loadConfig();
  const { database } = config;
  const places = { ...config, databaseFile: database.engine === 'sqlite' ? database.file : null };
  const findings = [...checkModes(places), ...checkDisk(places), ...(await checkLeftovers(places, systemClock.now()))];
  findings.push(...(await checkModels()), ...(await checkDatabase(config)));
  findings.push(...(await checkBackups(config.backup.dir, config.dataDir, systemClock.now())));
  if (values.json) console.log(JSON.stringify({ findings }));
  else for (const finding of findings) show(finding);
  const count = (status: Finding['status']) => findings.filter((finding) => finding.status === status).length;
  if (!values.json)
    console.log(`\n${count('problem')} problems, ${count('warning')} warnings, ${count('ok')} in order.`);
  if (count('problem') > 0) process.exitCode = 1;
});

function show({ check, status, says, remedy }: Finding): void {
  console.log(`${status.padEnd(8)} ${check}: ${says}`);
  if (remedy) console.log(`         -> ${remedy}`);
}

async function checkDatabase(config: Config): Promise<Finding[]> {
  const { database } = config;
  if (database.engine === 'postgresql') {
    return orUnreadable('Start the server; it says what to do.', () =>
      inspectPostgresql(database.url, installation.postgresqlMigrationsDir, (rows) => checkRows(config, rows)),
    );
  }
  if (!existsSync(database.file)) {
    const says = `There is no database at ${database.file} yet.`;
    return [warning('database', says, 'Start the server once, or restore a backup.'), ...checkSettings(config, 0)];
  }
  const damage = checkSqlite(database.file).map((found) =>
    problem('database', `The database is damaged: ${found}.`, RESTORE),
  );
  if (damage.length === 0) damage.push(ok('database', 'The database passes its integrity check.'));
  const ofRows = await orUnreadable(RESTORE, () =>
    inspectSqlite(database.file, installation.migrationsDir, (rows) => checkRows(config, rows)),
  );
  return [...damage, ...ofRows];
}

async function orUnreadable(remedy: string, look: () => Promise<Finding[]>): Promise<Finding[]> {
  try {
    return await look();
  } catch (error) {
    const words = (error as Error).message.replace(/\.$/, '');
    return [problem('database', `The database cannot be read: ${words}.`, remedy)];
  }
}

async function checkRows(config: Config, database: InspectedDatabase): Promise<Finding[]> {
  const days = database.attendancePhotoDays ?? RETENTION.ATTENDANCE_PHOTOS.days;
  const kept = new Date(systemClock.now().getTime() - (days - 1) * DAY_MS);
  return [
    ...checkVersions(config.database.engine, database),
    checkClock(database),
    ...(await checkPlaceOfPhotographs(config, database, kept)),
    ...checkSettings(config, database.accounts),
  ];
}

async function checkPlaceOfPhotographs(config: Config, database: InspectedDatabase, kept: Date): Promise<Finding[]> {
  try {
    return await checkPhotographs(await photoStore(config), database, kept);
  } catch (error) {
    if (!config.bucket) throw error;
    const says = `The bucket ${config.bucket.name} cannot be read (${wordsOf(error)}).`;
    return [problem('photographs', says, 'Look at the S3_ settings, and at the server that the bucket is on.')];
  }
}

function checkVersions(
  engine: keyof typeof ENGINES,
  { version, isSafeVersion, migrations: { pending, unknown } }: InspectedDatabase,
): Finding[] {
  const { name, old } = ENGINES[engine];
  return [
    isSafeVersion ? ok(engine, `${name} ${version}.`) : problem(engine, `${name} ${version} ${old.says}.`, old.remedy),
    unknown.length > 0
      ? problem('migrations', `The database is newer than this program: ${unknown.join(', ')}.`, 'Update the program.')
      : pending.length > 0
        ? warning(
            'migrations',
            `Not applied yet: ${pending.join(', ')}.`,
            'Make a backup; the next start applies them.',
          )
        : ok('migrations', 'The database is as new as this program.'),
  ];
}

/** A time server may be out of reach; the newest punch is not. */
function checkClock({ newestEventAt }: InspectedDatabase): Finding {
  const now = systemClock.now();
  if (!newestEventAt || newestEventAt <= now) {
    return ok(
      'clock',
      `It is ${now.toISOString()} here${newestEventAt ? `, the newest punch is of ${newestEventAt.toISOString()}` : ''}.`,
    );
  }
  const behind = `The clock says ${now.toISOString()}, and the newest punch is of ${newestEventAt.toISOString()}.`;
  return problem('clock', behind, 'Set the clock, and let it follow a time server: timedatectl set-ntp true.');
}

async function checkModels(): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const name of modelNames) {
    await readModelFiles(name).catch((error: Error) => {
      findings.push(problem('models', `${name}: ${error.message}`, 'Run npm ci again.'));
    });
  }
  return findings.length > 0 ? findings : [ok('models', `All ${modelNames.length} models are those that were tested.`)];
}

import { existsSync, statSync, statfsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { listExposed } from '../storage/file-modes.js';
import { unlessMissing } from '../storage/missing-files.js';
import { ok, problem, warning, type Finding } from './finding.js';

const MB = 2 ** 20;
/** Below this a busy day may fill it. */
const LEAST_FREE = 500 * MB;
const LOW_SHARE = 0.1;

export interface Places {
  dataDir: string;
  faceImagesDir: string;
  modelsDir: string;
  /** Null where the database is no file here. */
  databaseFile: string | null;
}

/** Whose the files are, and who may read them. */
export function checkModes({ dataDir, faceImagesDir, databaseFile }: Places): Finding[] {
  const inData = ['template.key', 'template.key.next', 'signing.key', 'audit-heads.jsonl', 'imports', 'uploads'];
  const ofDatabase = databaseFile === null ? [] : ['', '-wal', '-shm'].map((end) => `${databaseFile}${end}`);
  const exposed = listExposed([
    dataDir,
    faceImagesDir,
    ...ofDatabase,
    ...inData.map((name) => join(dataDir, name)),
    '.env',
  ]);
  const findings = exposed.map((line) => {
    const [says, remedy] = line.split('. Run: ');
    return problem('permissions', `${says}.`, `${remedy}`);
  });
  if (findings.length === 0) findings.push(ok('permissions', 'Nobody else on this machine can read the data.'));
  const [own, owner] = [process.getuid?.(), existsSync(dataDir) ? statSync(dataDir).uid : undefined];
  if (own !== undefined && owner !== undefined && own !== owner) {
    findings.push(
      warning(
        'account',
        `${dataDir} belongs to the account ${owner}, and this runs as ${own}.`,
        'Run the server and its commands with the account that the data belongs to.',
      ),
    );
  }
  return findings;
}

/** An erasure and a backup each write the database once more. */
export function checkDisk({ dataDir, faceImagesDir, databaseFile }: Places): Finding[] {
  const database = databaseFile !== null && existsSync(databaseFile) ? statSync(databaseFile).size : 0;
  return [...new Set([dataDir, faceImagesDir].filter(existsSync))].map((folder) => {
    const { bavail, blocks, bsize } = statfsSync(folder);
    const [free, share] = [bavail * bsize, bavail / Math.max(1, blocks)];
    const says = `${Math.round(free / MB)} MB are free for ${folder} (${Math.round(share * 100)} %).`;
    const remedy =
      'Free some, or move the folder to a larger disk; npm run purge -- --dry-run says what is past its time.';
    if (free < LEAST_FREE || (folder === dataDir && free < database)) return problem('disk', says, remedy);
    return share < LOW_SHARE ? warning('disk', says, remedy) : ok('disk', says);
  });
}

/** What a kill may have left, and that no longer is of use. */
export async function checkLeftovers({ dataDir }: Places, now: Date): Promise<Finding[]> {
  const work = await stat(join(dataDir, 'backup-work')).catch(unlessMissing);
  const hours = work ? (now.getTime() - work.mtimeMs) / 3_600_000 : 0;
  if (hours <= 1) return [];
  const remedy = `Unless a backup is running: rm -r "${join(dataDir, 'backup-work')}". The next backup does so as well.`;
  return [warning('leftovers', 'A backup that was killed left its copy of the database.', remedy)];
}

/** How old the newest file in the folder of backups is. */
export async function checkBackups(backupDir: string | null, dataDir: string, now: Date): Promise<Finding[]> {
  if (!backupDir) {
    const remedy = 'Make backups (npm run backup), and set BACKUP_DIR to where they are put.';
    return [warning('backups', 'BACKUP_DIR is not set, so it is not known whether there are backups.', remedy)];
  }
  let newest = 0;
  for (const name of (await readdir(backupDir).catch(unlessMissing)) ?? []) {
    if (name.endsWith('.part')) continue;
    const stats = await stat(join(backupDir, name)).catch(unlessMissing);
    if (stats?.isFile()) newest = Math.max(newest, stats.mtimeMs);
  }
  const again = 'Make one: npm run backup -- --to FILE. Look why the regular one fails.';
  if (newest === 0) return [problem('backups', `There is no backup in ${backupDir}.`, again)];
  const days = (now.getTime() - newest) / 86_400_000;
  const says = `The newest backup in ${backupDir} is ${days < 1 ? 'less than a day' : `${Math.floor(days)} days`} old.`;
  const age =
    days > 7 ? problem('backups', says, again) : days > 2 ? warning('backups', says, again) : ok('backups', says);
  if (!existsSync(dataDir) || statSync(backupDir).dev !== statSync(dataDir).dev) return [age];
  return [
    age,
    warning(
      'backups',
      'Backups are on the same disk as the data.',
      'Keep a copy on another machine: a broken disk takes both.',
    ),
  ];
}

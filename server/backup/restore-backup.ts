import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { DomainError } from '../errors.js';
import type { ArchiveEntry } from './archive.js';
import { DATABASE_ENTRY, type DatabasePlace } from './database-snapshot.js';
import { listInTheWay, type Folders } from './installation-files.js';
import { readBackup, type AboutBackup, type ReadOptions } from './read-backup.js';

/** What to do, by where the settings point. */
const OF_ANOTHER = {
  sqlite: 'Set DATABASE_URL to an empty PostgreSQL database.',
  postgresql: 'Leave DATABASE_URL out, and move it to PostgreSQL by npm run db:copy afterwards.',
};

export interface RestoreOptions extends ReadOptions {
  folders: Folders;
  place: DatabasePlace;
}

/**
 * Puts all of a backup into folders and a database that hold nothing yet. The database comes last, once every file is known to
 * be as it was written; when anything is not, all that was written is removed again.
 */
export async function restoreBackup(
  options: RestoreOptions,
): Promise<AboutBackup & { entries: number; bytes: number }> {
  const { folders, place } = options;
  await refuseFilled(folders, place);
  const made = new Set<string>();
  try {
    const report = await readBackup(options, async (entry) => {
      const file = placeOf(entry, folders, place);
      made.add((await mkdir(dirname(file), { recursive: true, mode: 0o700 })) ?? file);
      const flush = !entry.name.startsWith('photographs/');
      await pipeline(entry.body, createWriteStream(file, { mode: 0o600, flags: 'wx', flush }));
    });
    await place.fill(report.tables, options.signal);
    return report;
  } catch (error) {
    for (const path of made) await rm(path, { recursive: true, force: true });
    throw error;
  }
}

async function refuseFilled({ dataDir, faceImagesDir, modelsDir }: Folders, place: DatabasePlace): Promise<void> {
  for (const folder of new Set([dataDir, faceImagesDir, modelsDir, dirname(place.file)])) {
    const [first] = await listInTheWay(folder);
    if (!first) continue;
    throw new DomainError(
      'CONFLICT',
      `${folder} is not empty (${first}). Nothing was changed. Move it away first, or restore elsewhere with --into.`,
    );
  }
  await place.refuseFilled();
}

function placeOf(
  { name }: ArchiveEntry,
  { dataDir, faceImagesDir, modelsDir }: Folders,
  { database, file }: DatabasePlace,
): string {
  if (name === DATABASE_ENTRY[database]) return file;
  if (Object.values<string>(DATABASE_ENTRY).includes(name)) {
    throw new DomainError('CONFLICT', `This backup is of another database. ${OF_ANOTHER[database]}`);
  }
  const [, top = '', path = ''] = /^([a-z]+)\/(.+)$/.exec(name) ?? [];
  const root = new Map([
    ['data', dataDir],
    ['photographs', faceImagesDir],
    ['models', modelsDir],
  ]).get(top);
  const leads = path.split('/').some((part) => part === '' || part === '.' || part === '..');
  if (!root || leads) throw new DomainError('CONFLICT', `This backup holds something unknown: ${name}.`);
  return join(root, path);
}

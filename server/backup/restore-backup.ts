import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { DomainError } from '../errors.js';
import type { ObjectStore } from '../storage/object-store.js';
import { listPhotos } from '../storage/photo-places.js';
import type { ArchiveEntry } from './archive.js';
import { DATABASE_ENTRY, type DatabasePlace } from './database-snapshot.js';
import { listInTheWay, type Folders } from './installation-files.js';
import { readBackup, type AboutBackup, type ReadOptions } from './read-backup.js';

const PHOTOGRAPHS = 'photographs/';
/** What to do, by where the settings point. */
const OF_ANOTHER = {
  sqlite: 'Set DATABASE_URL to an empty PostgreSQL database.',
  postgresql: 'Leave DATABASE_URL out, and move it to PostgreSQL by npm run db:copy afterwards.',
};

export interface RestoreOptions extends ReadOptions {
  folders: Folders;
  photos: ObjectStore;
  place: DatabasePlace;
}

/**
 * Puts all of a backup into folders and a database that hold nothing yet. The database comes last, once every file is known to
 * be as it was written; when anything is not, all that was written is removed again.
 */
export async function restoreBackup(
  options: RestoreOptions,
): Promise<AboutBackup & { entries: number; bytes: number }> {
  const { folders, photos, place } = options;
  await refuseFilled(folders, photos, place);
  const made = new Set<string>();
  try {
    const report = await readBackup(options, async (entry) => {
      const path = pathOf(entry);
      if (path.startsWith(PHOTOGRAPHS)) {
        await photos.put(path.slice(PHOTOGRAPHS.length), await buffer(entry.body));
        return;
      }
      const file = placeOf(path, folders, place);
      made.add((await mkdir(dirname(file), { recursive: true, mode: 0o700 })) ?? file);
      await pipeline(entry.body, createWriteStream(file, { mode: 0o600, flags: 'wx', flush: true }));
    });
    await place.fill(report.tables, options.signal);
    return report;
  } catch (error) {
    for (const path of made) await rm(path, { recursive: true, force: true });
    for await (const key of listPhotos(photos)) await photos.remove(key);
    throw error;
  }
}

async function refuseFilled({ dataDir, modelsDir }: Folders, photos: ObjectStore, place: DatabasePlace): Promise<void> {
  for (const folder of new Set([dataDir, modelsDir, dirname(place.file)])) {
    const [first] = await listInTheWay(folder);
    if (!first) continue;
    throw new DomainError(
      'CONFLICT',
      `${folder} is not empty (${first}). Nothing was changed. Move it away first, or restore elsewhere with --into.`,
    );
  }
  for await (const key of listPhotos(photos)) {
    const says = `There are photographs already (${key}). Nothing was changed.`;
    throw new DomainError('CONFLICT', `${says} Move them away first, or restore elsewhere with --into.`);
  }
  await place.refuseFilled();
}

/** The name of an entry, which leads nowhere but below a folder. */
function pathOf({ name }: ArchiveEntry): string {
  if (name.split('/').some((part) => part === '' || part === '.' || part === '..')) throw unknown(name);
  return name;
}

function placeOf(path: string, { dataDir, modelsDir }: Folders, { database, file }: DatabasePlace): string {
  if (path === DATABASE_ENTRY[database]) return file;
  if (Object.values<string>(DATABASE_ENTRY).includes(path)) {
    throw new DomainError('CONFLICT', `This backup is of another database. ${OF_ANOTHER[database]}`);
  }
  if (path.startsWith('data/')) return join(dataDir, path.slice('data/'.length));
  if (path.startsWith('models/')) return join(modelsDir, path.slice('models/'.length));
  throw unknown(path);
}

const unknown = (name: string) => new DomainError('CONFLICT', `This backup holds something unknown: ${name}.`);

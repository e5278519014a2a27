import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { DomainError } from '../errors.js';
import type { ArchiveEntry } from './archive.js';
import { listInTheWay, type Folders } from './installation-files.js';
import { readBackup, type AboutBackup, type ReadOptions } from './read-backup.js';

export interface RestoreOptions extends ReadOptions {
  folders: Folders & { databaseFile: string };
  /** What is wrong with a database file; nothing where it is sound. */
  checkDatabase: (file: string) => string[];
}

/**
 * Puts all of a backup into folders that hold nothing yet. The database gets its name last, once every file is known to
 * be as it was written and the database is sound; when anything is not, all that was written is removed again.
 */
export async function restoreBackup(
  options: RestoreOptions,
): Promise<AboutBackup & { entries: number; bytes: number }> {
  const { folders, checkDatabase } = options;
  await refuseFilled(folders);
  const database = `${folders.databaseFile}.part`;
  const made = new Set<string>();
  try {
    const report = await readBackup(options, async (entry) => {
      const file = entry.name === 'database/rollcall.db' ? database : placeOf(entry, folders);
      made.add((await mkdir(dirname(file), { recursive: true, mode: 0o700 })) ?? file);
      const flush = !entry.name.startsWith('photographs/');
      await pipeline(entry.body, createWriteStream(file, { mode: 0o600, flags: 'wx', flush }));
    });
    const [problem] = checkDatabase(database);
    if (problem) throw new DomainError('CONFLICT', `The database in this backup is damaged: ${problem}.`);
    await rename(database, folders.databaseFile);
    return report;
  } catch (error) {
    for (const path of made) await rm(path, { recursive: true, force: true });
    throw error;
  }
}

async function refuseFilled({
  dataDir,
  faceImagesDir,
  modelsDir,
  databaseFile,
}: RestoreOptions['folders']): Promise<void> {
  for (const folder of new Set([dataDir, faceImagesDir, modelsDir, dirname(databaseFile)])) {
    const [first] = await listInTheWay(folder);
    if (!first) continue;
    throw new DomainError(
      'CONFLICT',
      `${folder} is not empty (${first}). Nothing was changed. Move it away first, or restore elsewhere with --into.`,
    );
  }
}

function placeOf({ name }: ArchiveEntry, { dataDir, faceImagesDir, modelsDir }: Folders): string {
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

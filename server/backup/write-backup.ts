import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { appendFile, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { DomainError } from '../errors.js';
import { archiveStream, type ArchiveEntry, type LineStore } from './archive.js';
import { keyOf, newHeader, type BackupSecret } from './backup-key.js';
import { type FileEntry, entryOf, listModels, listOtherData, readKeys, type Folders } from './installation-files.js';
import { DATABASE_ENTRY, type DatabaseSnapshot, type NamedPhoto } from './database-snapshot.js';
import type { ObjectStore } from '../storage/object-store.js';
import { severalAtOnce } from '../storage/several-at-once.js';
import { lookForPhoto } from '../storage/photo-places.js';
import { sealStream } from './sealed-stream.js';

export interface WriteOptions {
  folders: Folders;
  photos: Pick<ObjectStore, 'get'>;
  /** Makes the copy of the database in a folder. */
  takeSnapshot: (folder: string) => Promise<DatabaseSnapshot>;
  to: string;
  secret: BackupSecret;
  withKeys: boolean;
  /** What the first entry says of the backup. */
  facts: { createdAt: string; program: string };
  onPhotograph: (done: number, total: number) => void;
  signal: AbortSignal;
}

export interface BackupReport {
  file: string;
  bytes: number;
  photographs: number;
  /** Named by rows, and gone: removed by retention or erasure. */
  photographsGone: { enrolment: number; attendance: number };
  keys: string[];
}

/**
 * Writes one sealed file of everything that an installation made: the database first, then the photographs that its rows
 * name, keys, models, reports. Others may be using it meanwhile. The file has its name only once it is complete and on disk.
 */
export async function writeBackup(options: WriteOptions): Promise<BackupReport> {
  const { folders, to, secret, signal } = options;
  if (existsSync(to)) throw new DomainError('CONFLICT', `${to} exists already. Choose another name, or remove it.`);
  if (!existsSync(dirname(to))) throw new DomainError('BAD_USER_INPUT', `The folder ${dirname(to)} does not exist.`);
  const part = `${to}.part`;
  // The copy is not sealed, so it stays where the database is. One that a kill left is removed.
  const work = join(folders.dataDir, 'backup-work');
  await rm(work, { recursive: true, force: true });
  await mkdir(work, { mode: 0o700 });
  try {
    const keys = options.withKeys ? await readKeys(folders.dataDir) : new Map<string, Buffer>();
    const snapshot = await options.takeSnapshot(work);
    try {
      if (options.withKeys) refuseOtherKeys(keys, await readKeys(folders.dataDir));
      const report: BackupReport = {
        file: to,
        bytes: 0,
        photographs: 0,
        photographsGone: { enrolment: 0, attendance: 0 },
        keys: [...keys.keys()],
      };
      const header = newHeader(secret);
      const archive = archiveStream(entriesOf(options, snapshot, keys, report), linesIn(join(work, 'manifest')));
      const out = createWriteStream(part, { mode: 0o600, flush: true });
      out.write(header);
      await pipeline(archive, sealStream(await keyOf(secret, header), header), out, { signal });
      signal.throwIfAborted();
      await rename(part, to);
      await flushFolder(dirname(to));
      report.bytes = (await stat(to)).size;
      return report;
    } finally {
      snapshot.close();
    }
  } finally {
    await rm(work, { recursive: true, force: true });
    await rm(part, { force: true });
  }
}

async function* entriesOf(
  { folders, photos, facts, onPhotograph }: WriteOptions,
  snapshot: DatabaseSnapshot,
  keys: ReadonlyMap<string, Buffer>,
  report: BackupReport,
): AsyncGenerator<ArchiveEntry, void, undefined> {
  const { dataDir, modelsDir } = folders;
  const withKeys = keys.size > 0;
  const { database, tables } = snapshot;
  const about = Buffer.from(`${JSON.stringify({ ...facts, database, withKeys, tables })}\n`);
  yield { name: 'backup.json', size: about.length, body: Readable.from([about]) };
  for (const [name, bytes] of keys) yield { name: `data/${name}`, size: bytes.length, body: Readable.from([bytes]) };
  yield* present(await entryOf(DATABASE_ENTRY[database], snapshot.file));
  const total = snapshot.countPhotographs();
  let looked = 0;
  const read = async (photo: NamedPhoto) => ({ photo, bytes: await lookForPhoto(photo, (key) => photos.get(key)) });
  for await (const { photo, bytes } of severalAtOnce(snapshot.photographs(), read)) {
    if (bytes) {
      yield { name: `photographs/${photo.path}`, size: bytes.length, body: Readable.from([bytes]) };
      report.photographs++;
    } else report.photographsGone[photo.kind]++;
    onPhotograph(++looked, total);
  }
  for await (const name of listOtherData(dataDir)) yield* present(await entryOf(`data/${name}`, join(dataDir, name)));
  for await (const name of listModels(modelsDir))
    yield* present(await entryOf(`models/${name}`, join(modelsDir, name)));
}

async function* present(entry: FileEntry | null): AsyncGenerator<ArchiveEntry, void, undefined> {
  try {
    if (entry) yield entry;
  } finally {
    await entry?.close();
  }
}

function refuseOtherKeys(before: ReadonlyMap<string, Buffer>, after: ReadonlyMap<string, Buffer>): void {
  const same = before.size === after.size && [...before].every(([name, bytes]) => after.get(name)?.equals(bytes));
  if (!same) throw new DomainError('CONFLICT', 'Keys were being rotated meanwhile. Run the backup again.');
}

function linesIn(file: string): LineStore {
  return {
    append: (line) => appendFile(file, line, { mode: 0o600 }),
    read: async () => ({ size: (await stat(file)).size, body: createReadStream(file) }),
  };
}

/** So that the new name is on disk as well. Not every system lets a folder be opened. */
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder).catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

import { copyFile, mkdtemp, open, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { openFolder } from './folder-files.js';
import { OldApplication } from './old-application.repository.js';
import type { PhotoFiles } from './photo-files.js';

const MOST_DEPTH = 6;
const PASSED_OVER = /^(node_modules|\.git|\.venv|venv|env|site-packages|__pycache__)$/i;
const DATABASE = /\.(db|db3|sqlite|sqlite3)$/i;
const SQLITE_HEADER = 'SQLite format 3\0';

/** Folders that hold people, or photographs of one. */
const OF_FACES = /^(face[ _-]?images?|faces|train(ing)?|test(ing)?|\d+_.+)$/i;

/** Gives the tables of the old application below a folder to `read`, null where there are none; its files stay untouched. */
export async function withOldDatabase<T>(
  folder: string,
  read: (tables: OldApplication | null, file: string | null) => T,
): Promise<T> {
  const copies = await mkdtemp(join(tmpdir(), 'rollcall-import-'));
  try {
    for (const file of await findDatabases(folder)) {
      const tables = await openCopy(file, copies);
      if (!tables) continue;
      try {
        if (tables.hasTables) return read(tables, file);
      } finally {
        tables.close();
      }
    }
    return read(null, null);
  } finally {
    await rm(copies, { recursive: true, force: true });
  }
}

/** The photographs of faces below a folder: pictures of anything else in the repository are no people. */
export async function openOldPhotos(folder: string): Promise<PhotoFiles> {
  const files = await openFolder(folder);
  const isOfFace = (path: string): boolean =>
    path
      .split('/')
      .slice(0, -1)
      .some((part) => OF_FACES.test(part));
  return { ...files, paths: files.paths.filter(isOfFace) };
}

/** Where `attendance.db` comes before any other name, and what is nearer to the top before what is deeper. */
async function findDatabases(folder: string, depth = MOST_DEPTH): Promise<string[]> {
  const found: string[] = [];
  const deeper: string[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => [])) {
    const file = join(folder, entry.name);
    if (entry.isFile() && DATABASE.test(entry.name)) found.push(file);
    else if (entry.isDirectory() && depth > 0 && !PASSED_OVER.test(entry.name)) {
      deeper.push(...(await findDatabases(file, depth - 1)));
    }
  }
  const isUsual = (file: string): number => (/^attendance\./i.test(basename(file)) ? 0 : 1);
  return [...found, ...deeper].sort((a, b) => isUsual(a) - isUsual(b));
}

/** A copy with its write-ahead log, so that nothing of the old application is written to. Null for what is no database. */
async function openCopy(file: string, copies: string): Promise<OldApplication | null> {
  if (!(await isSqlite(file))) return null;
  const copy = join(copies, 'old.db');
  for (const suffix of ['', '-wal']) {
    await rm(`${copy}${suffix}`, { force: true });
    await copyFile(`${file}${suffix}`, `${copy}${suffix}`).catch(() => undefined);
  }
  try {
    return new OldApplication(copy);
  } catch {
    return null;
  }
}

async function isSqlite(path: string): Promise<boolean> {
  const file = await open(path).catch(() => null);
  if (!file) return false;
  try {
    const { buffer } = await file.read(Buffer.alloc(16), 0, 16, 0);
    return buffer.toString('latin1') === SQLITE_HEADER;
  } finally {
    await file.close();
  }
}

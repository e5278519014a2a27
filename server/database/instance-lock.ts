import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { StartupError } from '../errors.js';

/**
 * Holds a data folder for this process: the gallery and the queues in memory know nothing of a second one. The lock is
 * the operating system's, through SQLite's, so that it ends with the process however that ends. Throws StartupError when
 * another process holds it.
 */
export function lockDataDir(dataDir: string): { release(): void } {
  return lock(dataDir, 'instance.lock', 'Rollcall is running already');
}

/** The same for backups: two at once would get into each other's way. */
export function lockBackups(dataDir: string): { release(): void } {
  return lock(dataDir, 'backup.lock', 'A backup is being made already');
}

function lock(dataDir: string, name: string, whyNot: string): { release(): void } {
  let database: Sqlite.Database | undefined;
  try {
    database = new Sqlite(join(dataDir, name), { timeout: 0 });
    database.pragma('locking_mode = EXCLUSIVE');
    database.exec('BEGIN EXCLUSIVE');
    return { release: () => database?.close() };
  } catch (error) {
    database?.close();
    const isHeld = error instanceof Sqlite.SqliteError && error.code === 'SQLITE_BUSY';
    throw new StartupError([
      isHeld
        ? `${whyNot} with the data in ${dataDir}. Stop it first, or set DATA_DIR.`
        : `DATA_DIR: cannot write to ${dataDir} (${error instanceof Error ? error.message : String(error)})`,
    ]);
  }
}

import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import type { DatabasePlace, DatabaseSnapshot, NamedPhoto } from '../backup/database-snapshot.js';
import { DomainError } from '../errors.js';

/** Copied at a time; between two, a stop is heard and progress shown. */
const PAGES_A_STEP = 1024;
/** Problems that an integrity check names; one is enough to act on. */
const MAX_PROBLEMS = 10;

/** Every photograph that a row names, on both databases. */
export const PHOTOGRAPHS = `SELECT "id", "path", 'enrolment' AS kind FROM "FaceSample"
  UNION ALL SELECT "id", "photoPath", 'attendance' FROM "AttendanceEvent" WHERE "photoPath" IS NOT NULL`;

/**
 * Copies a SQLite database that others may be writing to into a folder. All of the copy is of one moment: the transaction
 * that reads keeps the copying from starting anew at each write, and holds up no writer. Throws DomainError when the copy does not pass SQLite's own check.
 */
export async function takeSnapshot(
  databaseFile: string,
  folder: string,
  options: { onProgress?: (donePages: number, totalPages: number) => void; signal?: AbortSignal } = {},
): Promise<DatabaseSnapshot> {
  const file = join(folder, 'rollcall.db');
  const source = new Sqlite(databaseFile, { fileMustExist: true });
  try {
    source.pragma('query_only = ON');
    source.exec('BEGIN');
    source.prepare('SELECT count(*) FROM sqlite_schema').get();
    const { totalPages } = await source.backup(file, {
      progress({ totalPages: total, remainingPages }) {
        options.signal?.throwIfAborted();
        options.onProgress?.(total - remainingPages, total);
        return PAGES_A_STEP;
      },
    });
    options.onProgress?.(totalPages, totalPages);
  } finally {
    source.close();
  }
  const problems = checkSqlite(file);
  if (problems.length > 0) {
    throw new DomainError(
      'CONFLICT',
      `The database is damaged, so it was not backed up: ${problems[0]}. Keep the backups there are, and see docs/operations.md, "Doctor".`,
    );
  }
  const copy = new Sqlite(file);
  // One file, without a write-ahead log beside it; the server turns that on again.
  copy.pragma('journal_mode = DELETE');
  return {
    database: 'sqlite',
    file,
    tables: null,
    countPhotographs: () => copy.prepare<[], number>(`SELECT count(*) FROM (${PHOTOGRAPHS})`).pluck().get() ?? 0,
    photographs: () => copy.prepare<[], NamedPhoto>(PHOTOGRAPHS).iterate(),
    close: () => copy.close(),
  };
}

/** A SQLite file that is not there yet. It gets its name once it is sound. */
export function sqlitePlace(databaseFile: string): DatabasePlace {
  const file = `${databaseFile}.part`;
  return {
    database: 'sqlite',
    file,
    refuseFilled: () => Promise.resolve(),
    async fill() {
      const [problem] = checkSqlite(file);
      if (problem) throw new DomainError('CONFLICT', `The database in this backup is damaged: ${problem}.`);
      await rename(file, databaseFile);
    },
  };
}

/** What SQLite finds wrong with a database file: pages, indexes, rows that refer to nothing. Empty where it is sound. */
export function checkSqlite(file: string): string[] {
  try {
    const database = new Sqlite(file, { readonly: true, fileMustExist: true });
    try {
      const found = database.pragma(`integrity_check(${MAX_PROBLEMS})`) as { integrity_check: string }[];
      const orphans = database.pragma('foreign_key_check') as { table: string }[];
      return [
        ...found.map((row) => row.integrity_check).filter((words) => words !== 'ok'),
        ...orphans.slice(0, MAX_PROBLEMS).map(({ table }) => `a row of ${table} refers to one that is not there`),
      ];
    } finally {
      database.close();
    }
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

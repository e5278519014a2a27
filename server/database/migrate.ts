import { randomUUID } from 'node:crypto';
import Sqlite from 'better-sqlite3';
import { StartupError } from '../errors.js';
import {
  type AppliedRow,
  compareMigrations,
  type Migration,
  migrationFailed,
  readMigrations,
  refuseForeignHistory,
  wordsOf,
} from './migrations.js';

/** Older ones can corrupt a WAL file that two connections write and checkpoint at once (fixed in 3.51.3). */
const OLDEST_SAFE_SQLITE = [3, 51, 3] as const;

/** Prisma's own table, so that `prisma migrate deploy` sees what was applied here and the other way round. */
const MIGRATIONS_TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id"                    TEXT PRIMARY KEY NOT NULL,
    "checksum"              TEXT NOT NULL,
    "finished_at"           DATETIME,
    "migration_name"        TEXT NOT NULL,
    "logs"                  TEXT,
    "rolled_back_at"        DATETIME,
    "started_at"            DATETIME NOT NULL DEFAULT current_timestamp,
    "applied_steps_count"   INTEGER UNSIGNED NOT NULL DEFAULT 0
)`;

export interface MigrateOptions {
  /** Path of the database; it is made when it does not exist, its folder must. */
  file: string;
  /** Holds one folder a migration, each with a migration.sql, applied in the order of their names. */
  migrationsDir: string;
  now: () => Date;
}

/**
 * Brings a SQLite database up to this program, each migration in a transaction of its own, and returns the names of
 * those applied now. Throws StartupError, having changed nothing, when an applied migration was altered since, did not
 * finish, or is unknown to this program; and when a migration fails, in which case nothing of it is kept.
 */
export function migrateSqlite({ file, migrationsDir, now }: MigrateOptions): string[] {
  const migrations = readMigrations(migrationsDir);
  const database = open(file);
  try {
    refuseUnsafeSqlite(database);
    database.pragma('busy_timeout = 10000');
    database.pragma('synchronous = FULL');
    // Redefining a table drops the old one, which would cascade to the rows that refer to it. This has no effect once a
    // transaction has begun, so the same lines inside Prisma's migrations come too late.
    database.pragma('foreign_keys = OFF');
    refuseForeignHistory(appliedRows(database), migrations);
    return migrations.filter((migration) => apply(database, migration, now)).map(({ name }) => name);
  } finally {
    database.close();
  }
}

/** How a database stands to this program: nothing is changed, and nothing thrown for what is found. */
export function findMigrations(
  database: Sqlite.Database,
  migrationsDir: string,
): { version: string; isSafeVersion: boolean; migrations: { pending: string[]; unknown: string[] } } {
  const ours = readMigrations(migrationsDir).map(({ name }) => name);
  const applied = appliedRows(database).map(({ name }) => name);
  const version = sqliteVersion(database);
  return { version, isSafeVersion: isSafe(version), migrations: compareMigrations(ours, applied) };
}

function open(file: string): Sqlite.Database {
  try {
    return new Sqlite(file);
  } catch (cause) {
    throw new StartupError([
      `Cannot open the database ${file} (${wordsOf(cause)}). Check that its folder exists and may be written to.`,
    ]);
  }
}

function refuseUnsafeSqlite(database: Sqlite.Database): void {
  const version = sqliteVersion(database);
  if (!isSafe(version)) {
    throw new StartupError([
      `SQLite ${version} is too old to be trusted with this data, ${OLDEST_SAFE_SQLITE.join('.')} is needed. Run \`npm ci\` again.`,
    ]);
  }
}

const sqliteVersion = (database: Sqlite.Database): string =>
  String(database.prepare('SELECT sqlite_version()').pluck().get());

function isSafe(version: string): boolean {
  const parts = version.split('.').map(Number);
  const differing = OLDEST_SAFE_SQLITE.findIndex((wanted, index) => parts[index] !== wanted);
  return differing < 0 || (parts[differing] ?? 0) >= (OLDEST_SAFE_SQLITE[differing] ?? 0);
}

function appliedRows(database: Sqlite.Database): AppliedRow[] {
  const known = database.prepare(`SELECT 1 FROM sqlite_master WHERE name = '_prisma_migrations'`).get();
  if (!known) return [];
  return database
    .prepare<[], AppliedRow>(
      `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
       FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY migration_name`,
    )
    .all();
}

/** False when it had been applied already, be it by another process a moment ago. */
function apply(database: Sqlite.Database, { name, sql, checksum }: Migration, now: () => Date): boolean {
  const startedAt = now().getTime();
  const run = database.transaction(() => {
    database.exec(MIGRATIONS_TABLE);
    if (appliedRows(database).some((row) => row.name === name)) return false;
    database.exec(sql);
    const orphans = database.pragma('foreign_key_check');
    if (Array.isArray(orphans) && orphans.length > 0) {
      throw new Error(`${orphans.length} rows would refer to rows that do not exist`);
    }
    database
      .prepare(
        `INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, started_at, applied_steps_count)
         VALUES (?, ?, ?, ?, ?, 1)`,
      )
      .run(randomUUID(), checksum, now().getTime(), name, startedAt);
    return true;
  });
  try {
    return run.immediate();
  } catch (cause) {
    throw migrationFailed(name, cause);
  }
}

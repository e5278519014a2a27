import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type pg from 'pg';
import { StartupError } from '../errors.js';
import {
  type AppliedRow,
  compareMigrations,
  type Migration,
  migrationFailed,
  readMigrations,
  refuseForeignHistory,
} from './migrations.js';
import { isConflict, isLockNotAvailable } from './postgresql-conflict.js';
import { MIGRATION_LOCK, serverVersion, withConnection, WRITER_LOCK } from './postgresql-connection.js';

const OLDEST_SERVED = 14;
/**
 * Servers of the version before go on meanwhile. Whoever comes after a migration that waits for a table waits too, and one
 * who reads the next table already ends in a deadlock, of which PostgreSQL may choose the check-in as the victim: after
 * its deadlock_timeout, a second unless it is set. So the migration gives way before that, and begins anew.
 */
const LOCK_WAIT_MS = 500;
const BEGIN_ANEW_MS = 1_000;
/** Less than what deploy/kubernetes gives a start. */
const PATIENCE_MS = 240_000;

/** Prisma's own table, as it makes it on PostgreSQL. */
const MIGRATIONS_TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id"                    VARCHAR(36) PRIMARY KEY NOT NULL,
    "checksum"              VARCHAR(64) NOT NULL,
    "finished_at"           TIMESTAMPTZ,
    "migration_name"        VARCHAR(255) NOT NULL,
    "logs"                  TEXT,
    "rolled_back_at"        TIMESTAMPTZ,
    "started_at"            TIMESTAMPTZ NOT NULL DEFAULT now(),
    "applied_steps_count"   INTEGER NOT NULL DEFAULT 0
)`;

export interface MigratePostgresqlOptions {
  url: string;
  /** Holds one folder a migration, each with a migration.sql, applied in the order of their names. */
  migrationsDir: string;
  now: () => Date;
  /** How long to begin anew where others read what a migration changes. */
  patienceMs?: number | undefined;
}

/**
 * Brings a PostgreSQL database up to this program, each migration in a transaction of its own, and returns the names of
 * those applied now. One program at a time: others wait. Throws StartupError where the database cannot be reached or is
 * too old, where somebody reads all the time what a migration changes, and as migrateSqlite does.
 */
export function migratePostgresql({
  url,
  migrationsDir,
  now,
  patienceMs = PATIENCE_MS,
}: MigratePostgresqlOptions): Promise<string[]> {
  const migrations = readMigrations(migrationsDir);
  return withConnection(url, async (client) => {
    await refuseUnservedServer(client);
    await client.query(`SELECT pg_advisory_lock(${MIGRATION_LOCK})`);
    const applied = await appliedRows(client);
    refuseForeignHistory(applied, migrations);
    const done = new Set(applied.map(({ name }) => name));
    const missing = migrations.filter(({ name }) => !done.has(name));
    const end = performance.now() + patienceMs;
    for (const migration of missing) {
      while (!(await apply(client, migration, now))) {
        if (performance.now() > end) throw new StartupError([inTheWay(migration.name)]);
        await setTimeout(BEGIN_ANEW_MS);
      }
    }
    return missing.map(({ name }) => name);
  });
}

/** How far a database is, which this does not change. */
export async function findPostgresqlMigrations(
  client: pg.Client,
  migrationsDir: string,
): Promise<{ version: string; isSafeVersion: boolean; migrations: { pending: string[]; unknown: string[] } }> {
  const { version, major } = await serverVersion(client);
  const ours = readMigrations(migrationsDir).map(({ name }) => name);
  const applied = (await appliedRows(client)).map(({ name }) => name);
  return { version, isSafeVersion: major >= OLDEST_SERVED, migrations: compareMigrations(ours, applied) };
}

async function refuseUnservedServer(client: pg.Client): Promise<void> {
  const { major } = await serverVersion(client);
  if (major < OLDEST_SERVED) {
    throw new StartupError([`PostgreSQL ${major} is too old: ${OLDEST_SERVED} or newer is needed.`]);
  }
  const { rows } = await client.query<{ encoding: string }>(`SELECT current_setting('server_encoding') AS encoding`);
  const { encoding } = rows[0]!;
  if (encoding !== 'UTF8') {
    throw new StartupError([
      `The database's encoding is ${encoding}, UTF8 is needed: createdb --encoding=UTF8 --template=template0 …`,
    ]);
  }
}

async function appliedRows(client: pg.Client): Promise<AppliedRow[]> {
  const known = await client.query(`SELECT 1 WHERE to_regclass('_prisma_migrations') IS NOT NULL`);
  if (known.rowCount === 0) return [];
  const { rows } = await client.query<AppliedRow>(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
     FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY migration_name`,
  );
  return rows;
}

/** False where somebody reads or writes what this migration changes, so that it was undone. */
async function apply(client: pg.Client, { name, sql, checksum }: Migration, now: () => Date): Promise<boolean> {
  const startedAt = now();
  try {
    await client.query('BEGIN');
    // Those who write wait here, where they hold nothing yet.
    await client.query(`SELECT pg_advisory_xact_lock(${WRITER_LOCK})`);
    await client.query(`SET LOCAL lock_timeout = ${LOCK_WAIT_MS}`);
    await lockAltered(client, sql);
    await client.query(MIGRATIONS_TABLE);
    await client.query(sql);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, started_at, applied_steps_count)
       VALUES ($1, $2, $3, $4, $5, 1)`,
      [randomUUID(), checksum, now(), name, startedAt],
    );
    await client.query('COMMIT');
    return true;
  } catch (cause) {
    await client.query('ROLLBACK').catch(() => undefined);
    if (isLockNotAvailable(cause) || isConflict(cause)) return false;
    throw migrationFailed(name, cause);
  }
}

/** Takes all tables from which readers too will be kept before any work is done, so that nobody waits for one with another. */
async function lockAltered(client: pg.Client, sql: string): Promise<void> {
  const altered = Array.from(sql.matchAll(/\bALTER\s+TABLE\s+"(\w+)"/gi), ([, table]) => table);
  const { rows } = await client.query<{ tables: string | null }>(
    `SELECT string_agg(format('%I', tablename), ', ') AS tables FROM pg_tables
     WHERE schemaname = current_schema() AND tablename = ANY($1)`,
    [altered],
  );
  const { tables } = rows[0]!;
  if (tables) await client.query(`LOCK TABLE ${tables} IN ACCESS EXCLUSIVE MODE`);
}

const inTheWay = (name: string): string =>
  `The migration ${name} changes a table that another program has been reading for minutes, a dump say. Start again when ` +
  'that is done; pg_stat_activity says who it is.';

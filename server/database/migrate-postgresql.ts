import { randomUUID } from 'node:crypto';
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
import { MIGRATION_LOCK, serverVersion, withConnection } from './postgresql-connection.js';

const OLDEST_SERVED = 14;

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
}

/**
 * Brings a PostgreSQL database up to this program, each migration in a transaction of its own, and returns the names of
 * those applied now. One program at a time: others wait. Throws StartupError where the database cannot be reached or is
 * too old, and as migrateSqlite does.
 */
export function migratePostgresql({ url, migrationsDir, now }: MigratePostgresqlOptions): Promise<string[]> {
  const migrations = readMigrations(migrationsDir);
  return withConnection(url, async (client) => {
    await refuseUnservedServer(client);
    await client.query(`SELECT pg_advisory_lock(${MIGRATION_LOCK})`);
    const applied = await appliedRows(client);
    refuseForeignHistory(applied, migrations);
    const done = new Set(applied.map(({ name }) => name));
    const missing = migrations.filter(({ name }) => !done.has(name));
    for (const migration of missing) await apply(client, migration, now);
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

async function apply(client: pg.Client, { name, sql, checksum }: Migration, now: () => Date): Promise<void> {
  const startedAt = now();
  try {
    await client.query('BEGIN');
    await client.query(MIGRATIONS_TABLE);
    await client.query(sql);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, started_at, applied_steps_count)
       VALUES ($1, $2, $3, $4, $5, 1)`,
      [randomUUID(), checksum, now(), name, startedAt],
    );
    await client.query('COMMIT');
  } catch (cause) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw migrationFailed(name, cause);
  }
}

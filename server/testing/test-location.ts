import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config.js';
import type { Database } from '../database/database.js';
import { withConnection } from '../database/postgresql-connection.js';
import { openDatabase } from '../database/start-database.js';
import { writeMigratedSqlite } from './migrated-sqlite.js';

/** The server that tests make their databases on: everybody may, by TEST_POSTGRESQL_URL, name another. */
export const TEST_POSTGRESQL_URL = process.env.TEST_POSTGRESQL_URL || 'postgresql://postgres@127.0.0.1:5432/postgres';

export interface TestLocation {
  /** What DATABASE_URL has to be. */
  url: string;
  /** Removes the database, whoever may still be connected. */
  drop(): Promise<void>;
}

/** A new database without people: on SQLite below a folder, on PostgreSQL where this project of tests is about that. */
export async function makeTestLocation(dataDir: string): Promise<TestLocation> {
  if (process.env.TEST_DATABASE !== 'postgresql') {
    const file = join(dataDir, 'rollcall.db');
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    writeMigratedSqlite(file);
    return { url: `file:${file}`, drop: () => Promise.resolve() };
  }
  return makePostgresql(process.env.TEST_POSTGRESQL_TEMPLATE);
}

/** A new PostgreSQL database, a copy of another one where a template is named. */
export async function makePostgresql(template = 'template0'): Promise<TestLocation & { name: string }> {
  const name = `rollcall_test_${process.pid}_${randomBytes(6).toString('hex')}`;
  await onServer(`CREATE DATABASE "${name}" TEMPLATE "${template}"`);
  const url = new URL(TEST_POSTGRESQL_URL);
  url.pathname = `/${name}`;
  // What a crash of the database server would lose concerns no test.
  url.searchParams.set('options', '-c synchronous_commit=off');
  return { name, url: url.href, drop: () => onServer(`DROP DATABASE "${name}" WITH (FORCE)`) };
}

/** Makes the database one without tables, as a new machine has it: a SQLite file goes with its folder. */
export async function emptyDatabase({ database }: Pick<Config, 'database'>): Promise<void> {
  if (database.engine === 'sqlite') return;
  const name = new URL(database.url).pathname.slice(1);
  await onServer(`DROP DATABASE "${name}" WITH (FORCE)`);
  await onServer(`CREATE DATABASE "${name}" TEMPLATE template0`);
}

export const onServer = (sql: string): Promise<void> =>
  withConnection(TEST_POSTGRESQL_URL, async (client) => void (await client.query(sql)));

/** Looks into the database behind a server, or changes it, as another program would. */
export async function inDatabase<T>({ database }: Pick<Config, 'database'>, work: (database: Database) => Promise<T>) {
  const opened = await openDatabase(database);
  try {
    return await work(opened);
  } finally {
    await opened.close();
  }
}

/** Every byte that the database's files hold, with SQLite's write-ahead log. */
export async function bytesOfDatabase({ database }: Pick<Config, 'database'>): Promise<Buffer> {
  if (database.engine === 'sqlite') {
    return Buffer.concat(['', '-wal'].map((end) => readFileSync(`${database.file}${end}`)));
  }
  return withConnection(database.url, async (client) => {
    await client.query('CHECKPOINT');
    const { rows } = await client.query<{ bytes: Buffer }>(
      `SELECT pg_read_binary_file(pg_relation_filepath(oid)) AS bytes FROM pg_class
       WHERE relkind IN ('r', 'i', 't') AND oid > 16383`,
    );
    return Buffer.concat(rows.map(({ bytes }) => bytes));
  });
}

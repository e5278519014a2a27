import { StartupError } from '../errors.js';
import { installation } from '../installation.js';
import { migratePostgresql } from '../database/migrate-postgresql.js';
import { withConnection } from '../database/postgresql-connection.js';
import { makePostgresql, onServer, TEST_POSTGRESQL_URL, type TestLocation } from './test-location.js';

let template: TestLocation | undefined;

/** Makes the database, with every migration, that those of the tests are copied from. */
export async function setup(): Promise<void> {
  await dropLeftOvers();
  const made = await makePostgresql();
  template = made;
  await migratePostgresql({
    url: made.url,
    migrationsDir: installation.postgresqlMigrationsDir,
    now: () => new Date('2026-01-01T00:00:00Z'),
  });
  process.env.TEST_POSTGRESQL_TEMPLATE = made.name;
}

export async function teardown(): Promise<void> {
  await template?.drop();
}

/** Null where the server answers, else why it does not. */
export async function whyNoPostgresql(): Promise<string | null> {
  try {
    await withConnection(TEST_POSTGRESQL_URL, () => Promise.resolve());
    return null;
  } catch (error) {
    if (!(error instanceof StartupError)) throw error;
    return error.message;
  }
}

/** Of runs that were killed: a database has the number of the process in its name. */
async function dropLeftOvers(): Promise<void> {
  const names = await withConnection(TEST_POSTGRESQL_URL, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `SELECT datname AS name FROM pg_database WHERE datname LIKE 'rollcall\\_test\\_%'`,
    );
    return rows.map(({ name }) => name);
  });
  for (const name of names) {
    if (!isRunning(Number(name.split('_')[2]))) await onServer(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

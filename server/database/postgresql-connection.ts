import pg from 'pg';
import { StartupError } from '../errors.js';
import { inTurn } from '../in-turn.js';
import { wordsOf } from './migrations.js';

const CONNECT_TIMEOUT_MS = 5_000;
/** A statement that takes longer is broken off by the server; `?statement_timeout=` in the URL (ms) says otherwise. */
const STATEMENT_TIMEOUT_MS = 30_000;
/** Longer than the server's own, for when that does not answer at all. */
const ANSWER_TIMEOUT_MS = 40_000;
/** A transaction whose program has gone quiet holds up all writers no longer than this. */
const QUIET_TRANSACTION_MS = 15_000;

/**
 * Of the whole installation's locks, the first of two numbers: "roll". The order of the log's triggers
 * (prisma/postgresql/migrations) take the one of writers too.
 */
const LOCKS = 1919904876;
export const WRITER_LOCK = `${LOCKS}, 1`;
export const MIGRATION_LOCK = `${LOCKS}, 2`;
export const INSTANCE_LOCK = `${LOCKS}, 3`;

/** Dates of the columns without a zone are UTC, and one statement sees what was committed before it began. */
const SESSION = `
  SET TIME ZONE 'UTC';
  SET default_transaction_isolation = 'read committed';
  SET tcp_keepalives_idle = 30; SET tcp_keepalives_interval = 10; SET tcp_keepalives_count = 3`;

/** How to connect, for a pool of pg or one of its clients. What the URL says wins. */
export function connectionTo(url: string): pg.PoolConfig {
  return {
    connectionString: url,
    application_name: 'rollcall',
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    query_timeout: ANSWER_TIMEOUT_MS,
    idle_in_transaction_session_timeout: QUIET_TRANSACTION_MS,
    keepAlive: true,
  };
}

/** Connections that are made when they are needed; `settings` is SQL that each begins with. */
export function createPool(url: string, size: number, settings = ''): pg.Pool {
  const pool = new pg.Pool({
    ...connectionTo(url),
    max: size,
    onConnect: async (client) => {
      askOneAtATime(client as pg.PoolClient & pg.Client);
      await client.query(`${SESSION}; ${settings}`);
    },
  });
  // One that breaks while nobody uses it is replaced by the next that is needed.
  pool.on('error', () => undefined);
  return pool;
}

/**
 * Within a transaction Prisma asks several questions at once, which pg is about to refuse: each waits for the one before.
 * One without an answer in time ends the connection: pg would let every later one wait behind it, for as long as a dead
 * line takes to be noticed.
 */
function askOneAtATime(client: pg.PoolClient & pg.Client): void {
  const query = client.query.bind(client) as (...question: unknown[]) => Promise<unknown>;
  const take = inTurn();
  const askOrEnd = async (question: unknown[]) => {
    try {
      return await query(...question);
    } catch (error) {
      if ((error as Error).message === 'Query read timeout') void client.end();
      throw error;
    }
  };
  const ask = (...question: unknown[]) =>
    typeof question.at(-1) === 'function' ? query(...question) : take(() => askOrEnd(question));
  client.query = ask as typeof client.query;
}

/** Runs work on a connection of its own without a limit of time. Throws StartupError where there is no connection. */
export async function withConnection<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = makeClient(url);
  try {
    await client.connect();
  } catch (error) {
    throw unreachable(client, error);
  }
  client.on('error', () => undefined);
  try {
    await client.query(SESSION);
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Of the server: as people say it, and the part that counts. */
export async function serverVersion(client: pg.ClientBase): Promise<{ version: string; major: number }> {
  const { rows } = await client.query<{ version: string; major: number }>(
    `SELECT current_setting('server_version') AS version, current_setting('server_version_num')::int / 10000 AS major`,
  );
  return rows[0]!;
}

function makeClient(url: string): pg.Client {
  try {
    return new pg.Client({ ...connectionTo(url), statement_timeout: 0, query_timeout: 0 });
  } catch (error) {
    // A certificate that cannot be read, say.
    throw new StartupError([`DATABASE_URL: ${wordsOf(error)}.`]);
  }
}

/** Says why there is no connection, and to what: never the password. */
function unreachable(client: pg.Client, error: unknown): StartupError {
  const place = client.host.startsWith('/') ? client.host : `${client.host}:${client.port}`;
  const { code } = error as { code?: string };
  switch (code) {
    case '28P01':
    case '28000':
      return new StartupError([
        `The database at ${place} refuses the user ${client.user}. Check the user and the password in DATABASE_URL.`,
      ]);
    case '3D000':
      return new StartupError([
        `There is no database ${client.database} at ${place}. Make it: createdb --owner=${client.user} ${client.database}`,
      ]);
    case '53300':
      return new StartupError([`The database at ${place} has no connection left. Set DATABASE_POOL_SIZE lower.`]);
    default: {
      const why = error instanceof AggregateError ? error.errors.map(wordsOf).join('; ') : wordsOf(error);
      return new StartupError([
        `Cannot reach the database at ${place} (${why}). Check that it runs there, and DATABASE_URL.`,
      ]);
    }
  }
}

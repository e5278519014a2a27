import { setTimeout } from 'node:timers/promises';
import { PrismaPg } from '@prisma/adapter-pg';
import type pg from 'pg';
import { StartupError } from '../errors.js';
import { inTurn } from '../in-turn.js';
import { beginAnew } from './begin-anew.js';
import type { AroundWrite, Database, Transaction } from './database.js';
import type { Prisma, PrismaClient } from './generated/client.js';
import { orUnavailable } from './out-of-reach.js';
import { isConflict, isLockNotAvailable } from './postgresql-conflict.js';
import { createPool, INSTANCE_LOCK, withConnection, WRITER_LOCK } from './postgresql-connection.js';

/** How long a start waits for the connection of a server that has just been killed. */
const INSTANCE_WAIT_MS = 5_000;
/** How long the removal of biometrics waits for those who read meanwhile, and how often it looks. */
const READERS_WAIT_MS = 5_000;
const READERS_LOOK_MS = 20;
/** Whoever comes after somebody who waits for a whole table waits too: a dump must not hold up check-ins that way. */
const LOCK_WAIT_MS = 200;
/** Where biometrics and keys are removed from. */
const SCRUBBED = ['PersonKey', 'FaceTemplate', 'FaceSample', 'RecognitionDecision', 'MistakenMatch', 'LookAlike'];

export interface PostgresqlOptions {
  url: string;
  /** The most connections at once: one writes, the others read. */
  poolSize: number;
  /** Whether the connection that writes keeps every other server away from this database, or only one that wants it alone. */
  place?: 'alone' | 'shared' | null;
}

/**
 * Opens a PostgreSQL database: a connection to write, a pool of others to read. Throws StartupError where it cannot be
 * reached, and as the only server where another one is. All write transactions of all programs that use it run one after the other, as on SQLite: each begins by taking a lock that ends with it. The log's numbers,
 * the ordinals of a person and the chain of the audit then become visible in their order, and a reader who goes on from
 * the highest number that it knows misses nothing. Each statement sees what was committed before it (READ COMMITTED): a
 * snapshot would be as old as the wait for the lock.
 */
export async function openPostgresql(
  { url, poolSize, place = null }: PostgresqlOptions,
  around: AroundWrite = (transaction, work) => work(transaction),
): Promise<Database> {
  const lock = place === 'shared' ? 'pg_advisory_lock_shared' : 'pg_advisory_lock';
  const takePlace = `SET lock_timeout = ${INSTANCE_WAIT_MS}; SELECT ${lock}(${INSTANCE_LOCK}); RESET lock_timeout`;
  const writing = createPool(url, 1, place ? takePlace : '');
  // A database that cannot be reached is said here, in words.
  await withConnection(url, () => Promise.resolve());
  if (place) await holdPlace(writing);
  const reading = createPool(url, Math.max(1, poolSize - 1), 'SET default_transaction_read_only = on');
  const writer = await createClient(writing);
  const underWay = new Set<Promise<unknown>>();
  const read = waitable(await createClient(reading), underWay);
  const take = inTurn();

  return {
    engine: 'postgresql',
    read,
    readPlainly: <Row>({ text, values }: Prisma.Sql) =>
      noted(
        underWay,
        ask(async () => (await reading.query(text, values)).rows as Row[]),
      ),
    write: (work) => take(() => ask(() => transact(writer, (transaction) => around(transaction, work)))),
    scrub: () => noted(underWay, scrub(url, take)),
    async close() {
      await take(() => Promise.resolve());
      await Promise.allSettled(underWay);
      await Promise.all([read.$disconnect(), writer.$disconnect()]);
      await Promise.all([reading.end(), writing.end()]);
    },
  };
}

/** Asks the database: anew where it undid that in favour of somebody else. Readers too may stand in a migration's way. */
const ask = <T>(work: () => Promise<T>): Promise<T> => orUnavailable(() => beginAnew(work, isConflict));

/**
 * Rewrites the tables without their dead rows. False where some are left: VACUUM keeps what a transaction that began before
 * their deletion may still see, also one of another database while ours is being read, and a table that somebody reads from
 * meanwhile, pg_dump say, cannot be rewritten at all. Our own writers go on between the attempts.
 */
function scrub(url: string, take: ReturnType<typeof inTurn>): Promise<boolean> {
  return withConnection(url, async (client) => {
    await client.query(`SET lock_timeout = ${LOCK_WAIT_MS}`);
    for (const table of SCRUBBED) {
      for (const end = performance.now() + READERS_WAIT_MS; !(await take(() => rewrite(client, table)));) {
        if (performance.now() > end) return false;
        await setTimeout(READERS_LOOK_MS);
      }
    }
    return true;
  });
}

/** Whether none of its dead rows is left. VACUUM's report begins with their number. */
async function rewrite(client: pg.Client, table: string): Promise<boolean> {
  let left = 0;
  const note = ({ detail }: { detail?: string | undefined }) => (left += Number(/^\d+/.exec(detail ?? '')?.[0] ?? 0));
  client.on('notice', note);
  try {
    await client.query(`VACUUM (FULL, VERBOSE) "${table}"`);
    return left === 0;
  } catch (error) {
    if (isLockNotAvailable(error)) return false;
    throw error;
  } finally {
    client.off('notice', note);
  }
}

/** Connects the connection that writes, and never closes it for being idle: its end would let another server in. */
async function holdPlace(writing: pg.Pool): Promise<void> {
  writing.options.idleTimeoutMillis = 0;
  try {
    (await writing.connect()).release();
  } catch (error) {
    await writing.end();
    if (!isLockNotAvailable(error)) throw error;
    throw new StartupError([
      'Rollcall is running already with this database. Stop that server first, or set DATABASE_URL; for several servers on ' +
        'one database set REDIS_URL at each of them.',
    ]);
  }
}

function transact<T>(writer: PrismaClient, work: (transaction: Transaction) => Promise<T>): Promise<T> {
  return writer.$transaction(
    async (transaction) => {
      await transaction.$executeRawUnsafe(`SELECT pg_advisory_xact_lock(${WRITER_LOCK})`);
      return work(transaction);
    },
    { maxWait: 10_000, timeout: 10_000 },
  );
}

/** The client, which notes what it is asked until it has answered: one question may take several statements. */
function waitable(client: PrismaClient, underWay: Set<Promise<unknown>>): PrismaClient {
  const noting = client.$extends({
    query: {
      $allOperations: ({ args, query }) =>
        noted(
          underWay,
          ask(() => query(args) as Promise<unknown>),
        ),
    },
  });
  return noting as unknown as PrismaClient;
}

async function noted<T>(underWay: Set<Promise<unknown>>, work: Promise<T>): Promise<T> {
  underWay.add(work);
  try {
    return await work;
  } finally {
    underWay.delete(work);
  }
}

/** Loaded where it is needed. The client of the other database has the same types: one schema is made from the other. */
async function createClient(pool: pg.Pool): Promise<PrismaClient> {
  const { PrismaClient: Client } = await import('./generated-postgresql/client.js');
  return new Client({ adapter: new PrismaPg(pool) }) as unknown as PrismaClient;
}

import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import Sqlite from 'better-sqlite3';
import { inTurn } from '../in-turn.js';
import { beginAnew } from './begin-anew.js';
import { Prisma, PrismaClient } from './generated/client.js';
import { orUnavailable } from './out-of-reach.js';
import { keepPrepared } from './prepared-statements.js';

/** Prisma's error codes; SQLite's BUSY arrives as a timeout. */
const LOCKED_OUT = 'P1008';
const UNIQUE_VIOLATION = 'P2002';

export type Transaction = Prisma.TransactionClient;

/**
 * The database as repositories see it. `read` never sees what is not committed; every write goes through `write`, one
 * transaction at a time, and is on disk when the promise resolves. `work` may be run again from its start. Both throw
 * UnavailableError where the database is out of reach for now, or its disk is full.
 */
export interface Database {
  /** For the little SQL that the two do not share. */
  readonly engine: 'sqlite' | 'postgresql';
  read: PrismaClient;
  /**
   * What a plain query finds, as the driver gives it: for rows by the ten thousand, of which the client makes objects in
   * longer than it takes to decrypt them.
   */
  readPlainly<Row>(query: Prisma.Sql): Promise<Row[]>;
  write<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
  /**
   * Leaves no byte of what was deleted in the database's files: rewrites them. Writers wait meanwhile. On SQLite its
   * write-ahead log is emptied with it, and false says that a reader was in the way; then once more later. PostgreSQL's log
   * and backups are in other hands (docs/privacy.md).
   */
  scrub(): Promise<boolean>;
  close(): Promise<void>;
}

/** Goes around the work of a transaction, within it. */
export type AroundWrite = <T>(transaction: Transaction, work: (transaction: Transaction) => Promise<T>) => Promise<T>;

/**
 * Opens a SQLite file with two connections: the adapter shares one connection among all queries of a client, so a plain
 * query beside an open transaction would read and write inside that transaction. Writers therefore queue here and
 * readers have a connection of their own. What is deleted is overwritten (secure_delete). Whoever reads plainly has a third.
 */
export function openSqlite(file: string, around: AroundWrite = (transaction, work) => work(transaction)): Database {
  const read = createClient(file, ['PRAGMA query_only = ON']);
  const writer = createClient(file, ['PRAGMA secure_delete = ON']);
  let plain: Sqlite.Database | undefined;
  const take = inTurn();

  return {
    engine: 'sqlite',
    read,
    readPlainly: <Row>({ sql, values }: Prisma.Sql) =>
      orUnavailable(async () => {
        plain ??= new Sqlite(file, { readonly: true });
        return plain.prepare<unknown[], Row>(sql).all(...values);
      }),
    write: (work) => take(() => orUnavailable(() => transact(writer, (transaction) => around(transaction, work)))),
    scrub: () =>
      take(async () => {
        await writer.$executeRawUnsafe('VACUUM');
        const [outcome] = await writer.$queryRawUnsafe<{ busy: bigint | number }[]>('PRAGMA wal_checkpoint(TRUNCATE)');
        return Number(outcome?.busy) === 0;
      }),
    async close() {
      await take(() => Promise.resolve());
      plain?.close();
      await Promise.all([read.$disconnect(), writer.$disconnect()]);
    },
  };
}

/** Another program, Prisma Studio say, may write between a transaction's reading and its writing; it is then done anew. */
function transact<T>(writer: PrismaClient, work: (transaction: Transaction) => Promise<T>): Promise<T> {
  return beginAnew(
    () => writer.$transaction(work, { maxWait: 10_000, timeout: 10_000 }),
    (error) => hasCode(error, LOCKED_OUT),
  );
}

/** Whether a write failed because a unique key was taken: how races are settled. */
export function isUniqueViolation(error: unknown): boolean {
  return hasCode(error, UNIQUE_VIOLATION);
}

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError && error.code === code;

function createClient(file: string, pragmas: string[]): PrismaClient {
  return new PrismaClient({ adapter: new DurableSqlite({ url: `file:${file}` }, pragmas) });
}

/**
 * WAL with synchronous FULL, on every connection: a commit is acknowledged when it is on disk. (The connection that
 * switches to WAL reports FULL, the next one gets NORMAL.) No mmap: a damaged file must give an error, not a crash.
 */
class DurableSqlite extends PrismaBetterSqlite3 {
  constructor(
    config: { url: string },
    private readonly pragmas: string[],
  ) {
    super(config);
  }

  override async connect() {
    const connection = await super.connect();
    keepPrepared((connection as unknown as { client: Sqlite.Database }).client);
    await connection.executeScript(
      [
        'PRAGMA journal_mode = WAL',
        'PRAGMA synchronous = FULL',
        'PRAGMA foreign_keys = ON',
        'PRAGMA mmap_size = 0',
        ...this.pragmas,
      ].join(';'),
    );
    return connection;
  }
}

import type { Database, Transaction } from './database.js';

/** How far the copy of one table is. */
export interface TableProgress {
  table: string;
  /** Rows that are there. */
  rows: number;
  /** Of these rows, in hexadecimal (row-hash.ts). */
  hash: string;
  /** The primary key of the last of them, as JSON; null before the first. */
  last: string | null;
  isDone: boolean;
}

/** A table of its own in the target, which goes when the copy is whole: with it, a database is nobody's to use. */
const TABLE = '"_rollcall_copy"';

export async function isUnfinishedCopy({ engine, read }: Pick<Database, 'engine' | 'read'>): Promise<boolean> {
  const found =
    engine === 'sqlite'
      ? await read.$queryRaw<unknown[]>`SELECT 1 AS found FROM sqlite_master WHERE name = '_rollcall_copy'`
      : await read.$queryRaw<unknown[]>`SELECT 1 AS found WHERE to_regclass('_rollcall_copy') IS NOT NULL`;
  return found.length > 0;
}

export async function createProgress(transaction: Transaction, tables: readonly string[]): Promise<void> {
  await transaction.$executeRawUnsafe(
    `CREATE TABLE ${TABLE} ("table" TEXT PRIMARY KEY, "rows" INTEGER NOT NULL, "hash" TEXT NOT NULL, "last" TEXT, "isDone" INTEGER NOT NULL)`,
  );
  for (const table of tables) {
    await transaction.$executeRawUnsafe(`INSERT INTO ${TABLE} VALUES ('${table}', 0, '', NULL, 0)`);
  }
}

export async function readProgress(read: Pick<Database['read'], '$queryRawUnsafe'>): Promise<TableProgress[]> {
  const rows = await read.$queryRawUnsafe<
    (Omit<TableProgress, 'rows' | 'isDone'> & Record<'rows' | 'isDone', number | bigint>)[]
  >(`SELECT * FROM ${TABLE}`);
  return rows.map((row) => ({ ...row, rows: Number(row.rows), isDone: Number(row.isDone) === 1 }));
}

export async function saveProgress(transaction: Transaction, progress: TableProgress): Promise<void> {
  const { table, rows, hash, last, isDone } = progress;
  await transaction.$executeRaw`
    UPDATE "_rollcall_copy" SET "rows" = ${rows}, "hash" = ${hash}, "last" = ${last}, "isDone" = ${isDone ? 1 : 0}
    WHERE "table" = ${table}`;
}

export async function dropProgress(transaction: Transaction): Promise<void> {
  await transaction.$executeRawUnsafe(`DROP TABLE ${TABLE}`);
}

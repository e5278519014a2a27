import { StartupError } from '../errors.js';
import {
  createProgress,
  dropProgress,
  isUnfinishedCopy,
  readProgress,
  saveProgress,
  type TableProgress,
} from './copy-progress.js';
import {
  advanceCounters,
  countRows,
  keyOf,
  listCopiedTables,
  readRows,
  writeRows,
  type CopiedTable,
} from './copy-tables.js';
import type { Database } from './database.js';
import { addToHash, type Row } from './row-hash.js';

const BATCH = 1000;

export interface CopyOptions {
  from: Database;
  /** Empty, or with what an earlier run of the same copy left. */
  to: Database;
  signal?: AbortSignal;
  onProgress?: (what: { step: 'copied' | 'verified'; table: string; done: number; total: number }) => void;
}

export interface CopiedCount {
  table: string;
  rows: number;
  hash: string;
}

/**
 * Copies every row to another database of the same schema, a batch a transaction, and compares what is in both afterwards.
 * Stopped or killed, it goes on from there the next time. Throws StartupError for a target with rows of its own, and
 * where the two differ in the end. Nobody may write to either meanwhile.
 */
export async function copyDatabase({ from, to, signal, onProgress }: CopyOptions): Promise<CopiedCount[]> {
  const tables = await listCopiedTables(from);
  if (!(await isUnfinishedCopy(to))) await begin(to, tables);
  const progress = new Map((await readProgress(to.read)).map((each) => [each.table, each]));
  for (const table of tables) {
    const total = await countRows(from.read, table);
    const report = (done: number) => onProgress?.({ step: 'copied', table: table.name, done, total });
    progress.set(table.name, await copyTable({ from, to, table, before: progress.get(table.name)!, signal, report }));
  }
  for (const table of tables) {
    const { rows, hash } = progress.get(table.name)!;
    for (const database of [to, from]) {
      const report = (done: number) => onProgress?.({ step: 'verified', table: table.name, done, total: rows });
      const found = await hashTable(database, table, signal, report);
      if (found.rows !== rows || found.hash !== hash) throw differs(table, database === from);
    }
  }
  await to.write(async (transaction) => {
    await advanceCounters(to, transaction, tables);
    await dropProgress(transaction);
  });
  return tables.map(({ name }) => ({ table: name, rows: progress.get(name)!.rows, hash: progress.get(name)!.hash }));
}

/** Of a new database, the site without a zone is the only row. */
async function begin(to: Database, tables: readonly CopiedTable[]): Promise<void> {
  await to.write(async (transaction) => {
    await transaction.site.deleteMany({ where: { timeZone: '', employees: { none: {} }, kiosks: { none: {} } } });
    for (const table of tables) {
      if ((await countRows(transaction as Database['read'], table)) === 0) continue;
      throw new StartupError([
        `The target has rows already (in ${table.name}). Name an empty database: what is there is never overwritten.`,
      ]);
    }
    await createProgress(
      transaction,
      tables.map(({ name }) => name),
    );
  });
}

async function copyTable(work: {
  from: Database;
  to: Database;
  table: CopiedTable;
  before: TableProgress;
  signal: AbortSignal | undefined;
  report: (done: number) => void;
}): Promise<TableProgress> {
  const { from, to, table, signal, report } = work;
  let progress = work.before;
  while (!progress.isDone) {
    signal?.throwIfAborted();
    const rows = await readRows(
      from.read,
      table,
      BATCH,
      progress.last === null ? null : (JSON.parse(progress.last) as Row),
    );
    progress = {
      table: table.name,
      rows: progress.rows + rows.length,
      hash: addToHash(progress.hash, rows),
      last: rows.length > 0 ? JSON.stringify(keyOf(table, rows.at(-1)!)) : progress.last,
      isDone: rows.length < BATCH,
    };
    await to.write(async (transaction) => {
      if (rows.length > 0) await writeRows(transaction, table, rows);
      await saveProgress(transaction, progress);
    });
    report(progress.rows);
  }
  return progress;
}

async function hashTable(
  { read }: Database,
  table: CopiedTable,
  signal: AbortSignal | undefined,
  report: (done: number) => void,
): Promise<{ rows: number; hash: string }> {
  let found = { rows: 0, hash: addToHash('', []) };
  for (let last: Row | null = null; ;) {
    signal?.throwIfAborted();
    const rows = await readRows(read, table, BATCH, last);
    found = { rows: found.rows + rows.length, hash: addToHash(found.hash, rows) };
    report(found.rows);
    if (rows.length < BATCH) return found;
    last = keyOf(table, rows.at(-1)!);
  }
}

const differs = ({ name }: CopiedTable, isSource: boolean): StartupError =>
  new StartupError([
    isSource
      ? `${name} was changed in the source while it was copied. Empty the target, stop whatever writes to the source, and begin again.`
      : `${name} is not the same in the target. Empty the target and begin again.`,
  ]);

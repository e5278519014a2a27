import { listKey, listReferences } from './catalogue.js';
import type { Database } from './database.js';
import { Prisma } from './generated/client.js';

export type PlainRow = Record<string, string | number | boolean | null>;

/** Rows of one table that are about somebody, a batch of them. */
export interface RowsAbout {
  table: string;
  rows: PlainRow[];
}

const BATCH = 1000;
const NOT_TOLD = /hash$|^(wrapped|sealed|searchText)$/i;

/**
 * Every row that refers to a row, from whatever table has a foreign key to its table, a batch at a time: what is added to
 * the schema later is in it too. Without bytes and secrets.
 */
export async function* rowsAbout(
  database: Pick<Database, 'engine' | 'read'>,
  table: string,
  id: string,
): AsyncGenerator<RowsAbout, void, undefined> {
  const references = await listReferences(database, table);
  for (const { table: from, column } of [{ table, column: 'id' }, ...references]) {
    const key = await listKey(database, from);
    // The names come from the database's own catalogue.
    const [source, owner, order] = [name(from), name(column), Prisma.join(key.map(name))];
    for (let after = Prisma.sql`TRUE`; ;) {
      const rows = await database.read.$queryRaw<Record<string, unknown>[]>`
        SELECT * FROM ${source} WHERE ${owner} = ${id} AND ${after} ORDER BY ${order} LIMIT ${BATCH}`;
      if (rows.length > 0) yield { table: from, rows: rows.map(plain) };
      if (rows.length < BATCH) break;
      const last = rows.at(-1)!;
      after = Prisma.sql`(${order}) > (${Prisma.join(key.map((column) => last[column]))})`;
    }
  }
}

const name = (text: string) => Prisma.raw(`"${text}"`);

function plain(row: Record<string, unknown>): PlainRow {
  const fields = Object.entries(row).filter(([name, value]) => !NOT_TOLD.test(name) && !(value instanceof Uint8Array));
  return Object.fromEntries(
    fields.map(([name, value]) => [
      name,
      value instanceof Date
        ? value.toISOString()
        : typeof value === 'bigint'
          ? Number(value)
          : (value as PlainRow[string]),
    ]),
  );
}

import type { Database } from './database.js';

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
  read: Database['read'],
  table: string,
  id: string,
): AsyncGenerator<RowsAbout, void, undefined> {
  const references = await read.$queryRaw<{ table: string; column: string }[]>`
    SELECT tables.name AS "table", keys."from" AS "column"
    FROM sqlite_master AS tables, pragma_foreign_key_list(tables.name) AS keys
    WHERE tables.type = 'table' AND keys."table" = ${table}
    ORDER BY 1, 2`;
  for (const { table: from, column } of [{ table, column: 'id' }, ...references]) {
    for (let last = 0; ;) {
      // The names come from the database's own catalogue.
      const rows = await read.$queryRawUnsafe<Record<string, unknown>[]>(
        `SELECT rowid AS "_rowid", * FROM "${from}" WHERE "${column}" = ? AND rowid > ? ORDER BY rowid LIMIT ${BATCH}`,
        id,
        last,
      );
      if (rows.length > 0) yield { table: from, rows: rows.map(plain) };
      if (rows.length < BATCH) break;
      last = Number(rows.at(-1)!['_rowid']);
    }
  }
}

function plain({ _rowid, ...row }: Record<string, unknown>): PlainRow {
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

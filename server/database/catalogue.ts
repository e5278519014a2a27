import type { Database } from './database.js';

/** A column that holds ids of another table. */
export interface Reference {
  table: string;
  column: string;
}

/** The schema's tables, in order of their names. */
export async function listTables({ engine, read }: Pick<Database, 'engine' | 'read'>): Promise<string[]> {
  const rows =
    engine === 'sqlite'
      ? await read.$queryRaw<{ name: string }[]>`
          SELECT name FROM sqlite_master WHERE type = 'table' AND name GLOB '[A-Z]*' ORDER BY name`
      : await read.$queryRaw<{ name: string }[]>`
          SELECT tablename::text AS name FROM pg_tables
          WHERE schemaname = current_schema() AND tablename ~ '^[A-Z]' ORDER BY tablename COLLATE "C"`;
  return rows.map(({ name }) => name);
}

/** All columns that are declared to refer to a table, in order of their names. */
export function listReferences({ engine, read }: Pick<Database, 'engine' | 'read'>, to: string): Promise<Reference[]> {
  if (engine === 'sqlite') {
    return read.$queryRaw<Reference[]>`
      SELECT tables.name AS "table", keys."from" AS "column"
      FROM sqlite_master AS tables, pragma_foreign_key_list(tables.name) AS keys
      WHERE tables.type = 'table' AND keys."table" = ${to}
      ORDER BY 1, 2`;
  }
  return read.$queryRaw<Reference[]>`
    SELECT owner.relname::text COLLATE "C" AS "table", attribute.attname::text COLLATE "C" AS "column"
    FROM pg_constraint
    JOIN pg_class AS owner ON owner.oid = conrelid
    JOIN pg_attribute AS attribute ON attrelid = conrelid AND attnum = ANY (conkey)
    WHERE contype = 'f' AND confrelid = to_regclass(quote_ident(${to}))
    ORDER BY 1, 2`;
}

/** The columns of a table's primary key, in their order. */
export async function listKey({ engine, read }: Pick<Database, 'engine' | 'read'>, table: string): Promise<string[]> {
  const rows =
    engine === 'sqlite'
      ? await read.$queryRaw<{ name: string }[]>`SELECT name FROM pragma_table_info(${table}) WHERE pk > 0 ORDER BY pk`
      : await read.$queryRaw<{ name: string }[]>`
          SELECT attname::text AS name
          FROM pg_constraint
          CROSS JOIN unnest(conkey) WITH ORDINALITY AS part (number, position)
          JOIN pg_attribute ON attrelid = conrelid AND attnum = part.number
          WHERE contype = 'p' AND conrelid = to_regclass(quote_ident(${table}))
          ORDER BY position`;
  return rows.map(({ name }) => name);
}

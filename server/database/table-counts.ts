import type pg from 'pg';
import type { TableCount } from '../backup/database-snapshot.js';

/** How rows are written as text: the same whatever the server or the user is set to. */
const AS_TEXT = `SET extra_float_digits = 1; SET bytea_output = 'hex'; SET "DateStyle" = 'ISO, YMD'; SET "IntervalStyle" = 'postgres'`;

/**
 * Counts the rows of every table, with the sum of 60 bits of the MD5 of each: computed where the data is, and the same after a
 * dump and a restore. It finds what was lost or altered by accident; who forges a backup is found by its seal.
 */
export async function countTables(client: pg.ClientBase): Promise<TableCount[]> {
  await client.query(AS_TEXT);
  const { rows: tables } = await client.query<{ name: string; quoted: string }>(
    `SELECT tablename AS name, quote_ident(tablename) AS quoted FROM pg_tables
     WHERE schemaname = 'public' ORDER BY tablename COLLATE "C"`,
  );
  const counts: TableCount[] = [];
  for (const { name, quoted } of tables) {
    const { rows } = await client.query<{ rows: string; hash: string }>(
      `SELECT count(*) AS rows, coalesce(sum(('x' || left(md5(each::text), 15))::bit(60)::bigint), 0)::text AS hash
       FROM public.${quoted} AS each`,
    );
    counts.push({ table: name, rows: Number(rows[0]!.rows), hash: rows[0]!.hash });
  }
  return counts;
}

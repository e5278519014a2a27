import { createReadStream } from 'node:fs';
import { appendFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type pg from 'pg';
import type { DatabasePlace, DatabaseSnapshot, NamedPhoto, TableCount } from '../backup/database-snapshot.js';
import { DomainError } from '../errors.js';
import { INSTANCE_LOCK, withConnection } from './postgresql-connection.js';
import { runProgram } from './postgresql-program.js';
import { PHOTOGRAPHS } from './snapshot.js';
import { countTables } from './table-counts.js';

const PHOTOGRAPHS_AT_ONCE = 10_000;

/**
 * Dumps a PostgreSQL database that others may be writing to into a folder, by pg_dump, with the photographs that its rows name
 * and counts of its tables: all of one moment. The transaction that holds that moment ends with the dump, not with the
 * backup: until then no dead row goes. Throws DomainError where pg_dump is missing or fails.
 */
export async function takePostgresqlSnapshot(
  url: string,
  folder: string,
  signal: AbortSignal,
): Promise<DatabaseSnapshot> {
  const [file, list] = [join(folder, 'rollcall.dump'), join(folder, 'photographs.jsonl')];
  const { tables, photographs } = await withConnection(url, async (client) => {
    await client.query(
      `BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL idle_in_transaction_session_timeout = 0`,
    );
    const { rows } = await client.query<{ snapshot: string }>('SELECT pg_export_snapshot() AS snapshot');
    const args = ['--format=custom', '--compress=1', `--snapshot=${rows[0]!.snapshot}`, `--file=${file}`];
    await runProgram('pg_dump', { args, client, url, folder, signal });
    return { tables: await countTables(client), photographs: await writeList(client, list) };
  });
  return {
    database: 'postgresql',
    file,
    tables,
    countPhotographs: () => photographs,
    photographs: () => readList(list),
    close: () => undefined,
  };
}

/** There may be millions. Resolves to how many. */
async function writeList(client: pg.Client, list: string): Promise<number> {
  await client.query(`DECLARE photographs CURSOR FOR ${PHOTOGRAPHS}`);
  await appendFile(list, '');
  for (let count = 0; ;) {
    const { rows } = await client.query<NamedPhoto>(`FETCH ${PHOTOGRAPHS_AT_ONCE} FROM photographs`);
    if (rows.length === 0) return count;
    await appendFile(list, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
    count += rows.length;
  }
}

async function* readList(list: string): AsyncGenerator<NamedPhoto, void, undefined> {
  for await (const line of createInterface({ input: createReadStream(list) })) yield JSON.parse(line) as NamedPhoto;
}

/** A PostgreSQL database that holds nothing yet, with a folder for the dump until it is in it. */
export function postgresqlPlace(url: string, folder: string): DatabasePlace {
  const file = join(folder, 'restore.dump');
  return {
    database: 'postgresql',
    file,
    refuseFilled: () => withConnection(url, refuseFilled),
    fill: (tables, signal) =>
      withConnection(url, async (client) => {
        await client.query(`SELECT pg_advisory_lock(${INSTANCE_LOCK})`);
        await refuseFilled(client);
        // Tables and the like, of whoever restores; not what an administrator of the server has added beside.
        const args = ['--single-transaction', '--no-owner', '--no-privileges', '--schema=public', file];
        await runProgram('pg_restore', { args, client, url, folder, signal });
        refuseOthers(client, tables ?? [], await countTables(client));
        await rm(file);
      }),
  };
}

async function refuseFilled(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND NOT EXISTS (
       SELECT FROM pg_depend WHERE classid = 'pg_class'::regclass AND objid = pg_class.oid AND deptype = 'e')
     ORDER BY relkind = 'r' DESC, relname LIMIT 1`,
  );
  if (rows.length === 0) return;
  throw new DomainError(
    'CONFLICT',
    `The database ${client.database} is not empty (${rows[0]!.name}). Nothing was changed. Make a new one, and name it in DATABASE_URL: ` +
      `createdb --owner=${client.user} --encoding=UTF8 --template=template0 …`,
  );
}

function refuseOthers(client: pg.Client, wanted: readonly TableCount[], found: readonly TableCount[]): void {
  const words = ({ rows, hash }: TableCount) => `${rows} rows, ${hash}`;
  const there = new Map(found.map((each) => [each.table, words(each)]));
  const bad = wanted.find((each) => there.get(each.table) !== words(each));
  if (!bad) return;
  throw new DomainError(
    'CONFLICT',
    `${bad.table} is not as it was backed up (${words(bad)}), but ${there.get(bad.table) ?? 'missing'}. Drop the database ` +
      `${client.database}: no server may use it.`,
  );
}

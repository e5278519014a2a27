import { listKey, listReferences, listTables } from './catalogue.js';
import type { Database, Transaction } from './database.js';
import { Prisma } from './generated/client.js';
import type { Row } from './row-hash.js';

/** A table as it is copied: read in the order of its primary key, and written as it was read. */
export interface CopiedTable {
  name: string;
  key: string[];
}

interface Delegate {
  count(): Promise<number>;
  findMany(query: object): Promise<Row[]>;
  createMany(query: { data: Row[] }): Promise<unknown>;
}

/** Not copied: what a database's own triggers write, and what lasts for minutes. */
const LEFT_OUT: readonly string[] = ['FaceChange', 'ShortLived'];

/** All tables of the schema but those, the ones that others refer to first. */
export async function listCopiedTables(database: Pick<Database, 'engine' | 'read'>): Promise<CopiedTable[]> {
  const names = (await listTables(database)).filter((name) => !LEFT_OUT.includes(name));
  const needs = new Map(names.map((name) => [name, new Set<string>()]));
  for (const name of names) {
    for (const { table } of await listReferences(database, name)) if (table !== name) needs.get(table)?.add(name);
  }
  const ordered: string[] = [];
  while (ordered.length < names.length) {
    const next = names.filter(
      (name) => !ordered.includes(name) && [...needs.get(name)!].every((each) => ordered.includes(each)),
    );
    if (next.length === 0) throw new Error('the tables refer to each other in a circle');
    ordered.push(...next);
  }
  return Promise.all(ordered.map(async (name) => ({ name, key: await listKey(database, name) })));
}

export const countRows = (read: Database['read'], { name }: CopiedTable): Promise<number> =>
  delegateOf(read, name).count();

/** Rows after the one whose key is given, null for the first. */
export function readRows(
  read: Database['read'],
  { name, key }: CopiedTable,
  take: number,
  after: Row | null,
): Promise<Row[]> {
  const cursor = after && (key.length === 1 ? after : { [key.join('_')]: after });
  return delegateOf(read, name).findMany({
    orderBy: key.map((column) => ({ [column]: 'asc' })),
    take,
    ...(cursor && { cursor, skip: 1 }),
  });
}

export async function writeRows(transaction: Transaction, { name }: CopiedTable, rows: readonly Row[]): Promise<void> {
  // Null of a JSON column would be the JSON value of that name: left out, it is none, as in every other column.
  const data = rows.map((row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)));
  await delegateOf(transaction, name).createMany({ data });
}

export const keyOf = ({ key }: CopiedTable, row: Row): Row =>
  Object.fromEntries(key.map((column) => [column, row[column]]));

/** Counters go on after the highest number that was copied. SQLite sees to that itself. */
export async function advanceCounters({ engine }: Database, transaction: Transaction, tables: readonly CopiedTable[]) {
  if (engine === 'sqlite') return;
  for (const { name, key } of tables) {
    const [table, column] = [Prisma.raw(`"${name}"`), Prisma.raw(`"${key[0]}"`)];
    const [found] = await transaction.$queryRaw<{ counter: string | null }[]>`
      SELECT pg_get_serial_sequence(quote_ident(${name}), ${key[0]}) AS counter`;
    if (!found?.counter) continue;
    await transaction.$executeRaw`
      SELECT setval(${found.counter}::regclass, coalesce(max(${column}), 0) + 1, false) FROM ${table}`;
  }
}

/** The client's part for a table: User is at `user`. */
function delegateOf(client: Transaction, table: string): Delegate {
  return (client as unknown as Record<string, Delegate>)[table[0]!.toLowerCase() + table.slice(1)]!;
}

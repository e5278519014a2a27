import type { Transaction } from './database.js';

/** What a transaction did to a row. */
export interface RowChange {
  table: string;
  /** Null where there was none, and where rows were added in bulk. */
  before: Row | null;
  /** Null where there is none any more. */
  after: Row | null;
}

type Row = Record<string, unknown>;
type Query = (args: { where?: unknown; data?: unknown; take?: number }) => Promise<unknown>;
type Table = Record<string, Query>;

/** Of a bulk change so many rows are looked at. */
const MOST_ROWS = 20;

/** The transaction, which notes what it does to the rows of its tables, except by plain SQL. */
export function watchRows(transaction: Transaction, changes: RowChange[]): Transaction {
  return new Proxy(transaction, {
    get(target, name) {
      const table = Reflect.get(target, name) as unknown;
      const isTable = typeof name === 'string' && /^[a-z]/.test(name) && isRecord(table) && 'findMany' in table;
      return isTable ? watchTable(name, table as Table, changes) : table;
    },
  });
}

function watchTable(name: string, table: Table, changes: RowChange[]): Table {
  const one = async (args: Parameters<Query>[0]) => (await table['findUnique']!({ where: args.where })) as Row | null;
  const several = async (where: unknown) => (await table['findMany']!({ where, take: MOST_ROWS })) as Row[];
  const note = (before: Row | null, after: Row | null) => void changes.push({ table: name, before, after });
  const watched: Table = {
    async create(args) {
      const made = await table['create']!(args);
      note(null, made as Row);
      return made;
    },
    async createMany(args) {
      const made = await table['createMany']!(args);
      for (const row of [args.data].flat().slice(0, MOST_ROWS)) note(null, row as Row);
      return made;
    },
    async update(args) {
      const before = await one(args);
      const changed = await table['update']!(args);
      note(before, (await one(args)) ?? (changed as Row));
      return changed;
    },
    async upsert(args) {
      const before = await one(args);
      const changed = await table['upsert']!(args);
      note(before, await one(args));
      return changed;
    },
    async delete(args) {
      const before = await one(args);
      const deleted = await table['delete']!(args);
      note(before, null);
      return deleted;
    },
    async updateMany(args) {
      const before = await several(args.where);
      const changed = await table['updateMany']!(args);
      const ids = before.map(({ id }) => id).filter((id) => id !== undefined);
      const after =
        ids.length > 0 ? await several({ id: { in: ids } }) : before.map((row) => ({ ...row, ...(args.data as Row) }));
      for (const row of before) note(row, after.find(({ id }) => id === row['id']) ?? null);
      return changed;
    },
    async deleteMany(args) {
      for (const row of await several(args?.where)) note(row, null);
      return table['deleteMany']!(args);
    },
  };
  return new Proxy(table, {
    get: (target, method): unknown =>
      (watched as Record<string | symbol, unknown>)[method] ?? Reflect.get(target, method),
  });
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

import type Sqlite from 'better-sqlite3';
import { LRUCache } from 'lru-cache';

/** Each takes some ten kilobytes. Those that list ids in different numbers are statements of their own. */
const MOST = 300;

type Statement = Sqlite.Statement<unknown[]>;

/**
 * Lets a connection prepare each statement once and keep it, the least recently used going first: the adapter of Prisma
 * prepares anew for every query, which takes a good part of what the query does. It gives the adapter as much of a statement
 * as it uses.
 */
export function keepPrepared(connection: Pick<Sqlite.Database, 'prepare'>): void {
  const prepare = connection.prepare.bind(connection) as (sql: string) => Statement;
  const kept = new LRUCache<string, Prepared>({ max: MOST });
  const prepared = (sql: string): Prepared => {
    const statement = kept.get(sql) ?? new Prepared(prepare(sql));
    kept.set(sql, statement);
    return statement;
  };
  connection.prepare = prepared as unknown as typeof connection.prepare;
}

class Prepared {
  private columns: Sqlite.ColumnDefinition[] | null = null;

  constructor(private readonly statement: Statement) {}

  run(...values: unknown[]): Sqlite.RunResult {
    return this.statement.run(...values);
  }

  bind(values: unknown[]) {
    const { statement } = this;
    return {
      reader: statement.reader,
      columns: () => (this.columns ??= statement.columns()),
      raw: () => ({ all: () => statement.raw().all(...values) }),
      run: () => statement.run(...values),
    };
  }
}

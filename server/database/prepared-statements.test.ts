import Sqlite from 'better-sqlite3';
import { expect, it } from 'vitest';
import { keepPrepared } from './prepared-statements.js';

/** As the adapter of Prisma asks. */
function setUp() {
  const connection = new Sqlite(':memory:');
  connection.exec('CREATE TABLE t (id INTEGER PRIMARY KEY, word TEXT)');
  let prepared = 0;
  const prepare = connection.prepare.bind(connection);
  connection.prepare = (sql: string) => {
    prepared++;
    return prepare(sql);
  };
  keepPrepared(connection);
  const ask = (sql: string, ...values: unknown[]) => {
    const statement = connection.prepare(sql).bind(values);
    if (!statement.reader) return statement.run().changes;
    return [statement.columns().map(({ name }) => name), ...statement.raw().all()];
  };
  return { connection, ask, prepared: () => prepared };
}

it('gives each query its own values, and prepares it once', () => {
  const { ask, prepared } = setUp();
  for (const [id, word] of [
    [1, 'one'],
    [2, 'two'],
  ]) {
    expect(ask('INSERT INTO t VALUES (?, ?)', id, word)).toBe(1);
  }
  for (const [id, word] of [
    [1, 'one'],
    [2, 'two'],
    [1, 'one'],
  ]) {
    expect(ask('SELECT word FROM t WHERE id = ?', id)).toEqual([['word'], [word]]);
  }
  expect(prepared()).toBe(2);
});

it('goes on after a query that failed', () => {
  const { ask } = setUp();
  ask('INSERT INTO t VALUES (?, ?)', 1, 'one');
  expect(() => ask('INSERT INTO t VALUES (?, ?)', 1, 'again')).toThrow('UNIQUE');
  expect(ask('INSERT INTO t VALUES (?, ?)', 2, 'two')).toBe(1);
});

it('keeps those that were used last', () => {
  const { ask, prepared } = setUp();
  const often = 'SELECT 1';
  for (let index = 0; index < 1_000; index++) {
    ask(`SELECT ${index} AS n`);
    ask(often);
  }
  expect(prepared()).toBe(1_001);
  ask('SELECT 0 AS n');
  expect(prepared()).toBe(1_002);
});

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrateSqlite } from './migrate.js';

const now = () => new Date('2026-03-02T08:00:00Z');
const SHIPPED = 'prisma/migrations';

let folder: string;
let file: string;
let migrationsDir: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rollcall-migrate-test-'));
  file = join(folder, 'test.db');
  migrationsDir = join(folder, 'migrations');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function migration(name: string, sql: string): void {
  mkdirSync(join(migrationsDir, name), { recursive: true });
  writeFileSync(join(migrationsDir, name, 'migration.sql'), sql);
}

function query(sql: string): unknown[] {
  const database = new Sqlite(file);
  try {
    return database.prepare(sql).all();
  } finally {
    database.close();
  }
}

const run = () => migrateSqlite({ file, migrationsDir, now });

describe('migrateSqlite', () => {
  it('applies migrations in the order of their names and each only once', () => {
    migration('2_more', 'ALTER TABLE a ADD COLUMN y TEXT');
    migration('1_init', 'CREATE TABLE a (x TEXT)');
    expect(run()).toEqual(['1_init', '2_more']);
    expect(run()).toEqual([]);
    migration('3_last', 'CREATE TABLE b (x TEXT)');
    expect(run()).toEqual(['3_last']);
  });

  it("records the file's sha256 and the time in Prisma's own table", () => {
    migration('1_init', 'SELECT 1;');
    run();
    expect(query('SELECT migration_name, checksum, finished_at, applied_steps_count FROM _prisma_migrations')).toEqual([
      {
        migration_name: '1_init',
        checksum: '17db4fd369edb9244b9f91d9aeed145c3d04ad8ba6e95d06247f07a63527d11a',
        finished_at: now().getTime(),
        applied_steps_count: 1,
      },
    ]);
  });

  it('keeps nothing of a migration that fails', () => {
    migration('1_init', 'CREATE TABLE a (x TEXT); CREATE TABLE a (x TEXT);');
    expect(run).toThrow('The migration 1_init failed and was undone: table a already exists.');
    expect(query(`SELECT name FROM sqlite_master WHERE name = 'a'`)).toEqual([]);
  });

  it('keeps the rows that refer to a table that is redefined', () => {
    migration(
      '1_init',
      `CREATE TABLE parent (id TEXT PRIMARY KEY);
       CREATE TABLE child (parent TEXT REFERENCES parent (id) ON DELETE CASCADE);
       INSERT INTO parent VALUES ('p'); INSERT INTO child VALUES ('p');`,
    );
    migration(
      '2_redefine',
      `PRAGMA foreign_keys=OFF;
       CREATE TABLE new_parent (id TEXT PRIMARY KEY, name TEXT);
       INSERT INTO new_parent (id) SELECT id FROM parent;
       DROP TABLE parent; ALTER TABLE new_parent RENAME TO parent;`,
    );
    run();
    expect(query('SELECT * FROM child')).toEqual([{ parent: 'p' }]);
  });

  it('refuses a migration that leaves rows without the row they refer to', () => {
    migration(
      '1_init',
      `CREATE TABLE parent (id TEXT PRIMARY KEY);
       CREATE TABLE child (parent TEXT REFERENCES parent (id));
       INSERT INTO child VALUES ('nobody');`,
    );
    expect(run).toThrow('1 rows would refer to rows that do not exist');
  });

  it('refuses to go on when an applied migration was altered', () => {
    migration('1_init', 'CREATE TABLE a (x TEXT)');
    run();
    migration('1_init', 'CREATE TABLE a (x INTEGER)');
    expect(run).toThrow('The migration 1_init was altered after it had been applied.');
  });

  it('refuses a database that a newer program has migrated', () => {
    migration('1_init', 'SELECT 1');
    migration('2_future', 'SELECT 2');
    run();
    rmSync(join(migrationsDir, '2_future'), { recursive: true });
    expect(run).toThrow('The database is newer than this program: it has the migration 2_future');
  });

  it('refuses a database on which another tool left a migration half-way', () => {
    migration('1_init', 'SELECT 1');
    run();
    const database = new Sqlite(file);
    database.exec('UPDATE _prisma_migrations SET finished_at = NULL');
    database.close();
    expect(run).toThrow('The migration 1_init did not finish.');
  });

  it('names the folder when there are no migrations at all', () => {
    expect(run).toThrow(`No migrations in ${migrationsDir}`);
  });

  it('names the file that cannot be opened', () => {
    migration('1_init', 'SELECT 1');
    const missing = join(folder, 'missing', 'x.db');
    expect(() => migrateSqlite({ file: missing, migrationsDir, now })).toThrow(`Cannot open the database ${missing}`);
  });
});

describe('the shipped migrations', () => {
  beforeEach(() => {
    migrateSqlite({ file, migrationsDir: SHIPPED, now });
    const database = new Sqlite(file);
    database.pragma('foreign_keys = OFF');
    const required = database
      .prepare<[], { name: string }>(`SELECT name FROM pragma_table_info('AttendanceEvent') WHERE "notnull" AND pk = 0`)
      .all();
    const columns = required.map(({ name }) => `"${name}"`).join(', ');
    database.exec(`INSERT INTO AttendanceEvent (${columns}) VALUES (${required.map(() => `'1'`).join(', ')})`);
    database.close();
  });

  it.each([
    ['change', `UPDATE AttendanceEvent SET kind = 'CHECK_OUT'`],
    ['remove', 'DELETE FROM AttendanceEvent'],
  ])('let nobody %s an attendance event', (_what, sql) => {
    const database = new Sqlite(file);
    expect(() => database.exec(sql)).toThrow('AttendanceEvent is append-only');
    database.close();
    expect(query('SELECT count(*) AS n FROM AttendanceEvent')).toEqual([{ n: 1 }]);
  });
});

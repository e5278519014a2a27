import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StartupError, UnavailableError } from '../errors.js';
import { installation } from '../installation.js';
import { isUniqueViolation, openSqlite, type Database } from './database.js';
import { Prisma } from './generated/client.js';
import { lockDataDir } from './instance-lock.js';
import { migrateSqlite } from './migrate.js';

let folder: string;
let database: Database;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rollcall-database-'));
  const file = join(folder, 'rollcall.db');
  migrateSqlite({ file, migrationsDir: installation.migrationsDir, now: () => new Date() });
  database = openSqlite(file);
});
afterEach(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

const department = (id: string) => ({ id, name: id });
const names = async () => (await database.read.department.findMany({ orderBy: { id: 'asc' } })).map((row) => row.id);

/** A promise to be settled from outside. */
function gate() {
  let open!: () => void;
  const passed = new Promise<void>((resolve) => (open = resolve));
  return { open, passed };
}

describe('a connection', () => {
  it.each(['read', 'write'] as const)('to %s waits for the disk: WAL with synchronous FULL', async (kind) => {
    const sql = 'SELECT journal_mode AS mode, synchronous FROM pragma_journal_mode, pragma_synchronous';
    const ask = (client: Pick<Database['read'], '$queryRawUnsafe'>) => client.$queryRawUnsafe(sql);
    expect(await (kind === 'read' ? ask(database.read) : database.write(ask))).toEqual([
      { mode: 'wal', synchronous: 2n },
    ]);
  });

  it('to read cannot write', async () => {
    await expect(database.read.department.create({ data: department('a') })).rejects.toThrow();
    expect(await names()).toEqual([]);
  });

  it('to read plainly gives rows by their names, bytes as bytes, as of now, and cannot write', async () => {
    const find = (id: string) =>
      database.readPlainly(Prisma.sql`SELECT "id", "name", x'00ff' AS "bytes" FROM "Department" WHERE "id" = ${id}`);
    expect(await find('a')).toEqual([]);
    await database.write((transaction) => transaction.department.create({ data: department('a') }));
    expect(await find('a')).toEqual([{ ...department('a'), bytes: Buffer.of(0, 255) }]);
    const write = database.readPlainly(Prisma.sql`DELETE FROM "Department" RETURNING "id"`);
    await expect(write).rejects.toThrow();
    expect(await names()).toEqual(['a']);
  });
});

describe('a write', () => {
  it('is not seen before it is committed, and nothing of it stays when it fails', async () => {
    const { open, passed } = gate();
    const written = gate();
    const failing = database.write(async (transaction) => {
      await transaction.department.create({ data: department('a') });
      written.open();
      await passed;
      throw new Error('no');
    });
    await written.passed;
    expect(await names()).toEqual([]);
    open();
    await expect(failing).rejects.toThrow('no');
    expect(await names()).toEqual([]);
  });

  it('does not take down the next one when it fails', async () => {
    const failing = database.write(async (transaction) => {
      await transaction.department.create({ data: department('a') });
      throw new Error('no');
    });
    const fine = database.write((transaction) => transaction.department.create({ data: department('b') }));
    await expect(failing).rejects.toThrow('no');
    await fine;
    expect(await names()).toEqual(['b']);
  });

  it('is done anew when another program wrote in between', async () => {
    const other = new Sqlite(join(folder, 'rollcall.db'));
    let attempts = 0;
    await database.write(async (transaction) => {
      const before = await transaction.department.count();
      if (attempts++ === 0) other.prepare(`INSERT INTO Department (id, name) VALUES ('x', 'x')`).run();
      await transaction.department.create({ data: department(`after ${before}`) });
    });
    other.close();
    expect(attempts).toBe(2);
    expect(await names()).toEqual(['after 1', 'x']);
  });

  it('is out of reach while its disk is full, and goes on when there is room', async () => {
    const limit = (pages: number) =>
      database.write((transaction) => transaction.$queryRawUnsafe(`PRAGMA max_page_count = ${pages}`));
    const fill = () =>
      database.write((transaction) => transaction.department.create({ data: { id: 'x', name: 'x'.repeat(100_000) } }));
    await limit(1);
    await expect(fill()).rejects.toThrow(UnavailableError);
    await limit(1_000_000);
    await fill();
  });

  it('says when a unique key is taken', async () => {
    await database.write((transaction) => transaction.department.create({ data: department('a') }));
    const again = database.write((transaction) => transaction.department.create({ data: department('a') }));
    await expect(again).rejects.toSatisfy(isUniqueViolation);
  });
});

describe('a data folder', () => {
  it('belongs to one process at a time', () => {
    const lock = lockDataDir(folder);
    expect(() => lockDataDir(folder)).toThrow(StartupError);
    lock.release();
    lockDataDir(folder).release();
  });
});

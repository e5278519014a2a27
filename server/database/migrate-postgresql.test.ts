import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { postgresqlDifference } from '../cli/postgresql-schema.js';
import { temporaryFolder } from '../testing/temporary-folder.js';
import { makePostgresql, type TestLocation } from '../testing/test-location.js';
import { describeWithPostgresql } from '../testing/with-postgresql.js';
import { migratePostgresql } from './migrate-postgresql.js';

const SHIPPED = 'prisma/postgresql/migrations';
const now = () => new Date('2026-03-02T08:00:00Z');

describeWithPostgresql('migratePostgresql', () => {
  let location: TestLocation;
  let client: pg.Client;
  beforeEach(async () => {
    location = await makePostgresql();
    client = new pg.Client(location.url);
    await client.connect();
  });
  afterEach(async () => {
    await client.end();
    await location.drop();
  });

  const run = (migrationsDir: string, patienceMs?: number) =>
    migratePostgresql({ url: location.url, migrationsDir, now, patienceMs });
  /** Applies what is shipped, and gives that with one migration more, which is not applied yet. */
  const shippedWith = async (sql: string) => {
    const folder = temporaryFolder();
    cpSync(SHIPPED, folder, { recursive: true });
    await run(folder);
    mkdirSync(join(folder, '3_more'));
    const file = join(folder, '3_more', 'migration.sql');
    writeFileSync(file, sql);
    return { folder, file };
  };
  const rows = async (sql: string) => (await client.query<Record<string, unknown>>(sql)).rows;

  /** Columns, indexes, constraints and enums, but for what remembers the migrations. */
  const structure = () =>
    rows(`
      SELECT * FROM (
        SELECT table_name AS owner, concat_ws(' ', column_name, udt_name, is_nullable, column_default) AS what
        FROM information_schema.columns WHERE table_schema = 'public'
        UNION ALL SELECT tablename, indexdef FROM pg_indexes WHERE schemaname = 'public'
        UNION ALL SELECT conrelid::regclass::text, pg_get_constraintdef(oid) FROM pg_constraint
        WHERE connamespace = 'public'::regnamespace
        UNION ALL SELECT enumtypid::regtype::text, enumlabel FROM pg_enum
      ) AS all_there_is
      WHERE owner <> '_prisma_migrations' ORDER BY owner COLLATE "C", what COLLATE "C"`);

  it('leads to the schema that it is shipped with, and text is in the order of its bytes everywhere', async () => {
    expect((await run(SHIPPED)).length).toBeGreaterThan(1);
    expect(await run(SHIPPED)).toEqual([]);
    const migrated = await structure();
    const texts = await rows(`SELECT collation_name AS collation FROM information_schema.columns
      WHERE table_schema = 'public' AND data_type = 'text' AND table_name <> '_prisma_migrations'`);
    expect(new Set(texts.map(({ collation }) => collation))).toEqual(new Set(['C']));

    const whole = await postgresqlDifference(null, readFileSync('prisma/postgresql/schema.prisma', 'utf8'));
    await client.query(`DROP SCHEMA public CASCADE; ${whole}`);
    expect(migrated).toEqual(await structure());
    expect(migrated.length).toBeGreaterThan(500);
  });

  it('is done once by two programs that start at once', async () => {
    const [first, second] = await Promise.all([run(SHIPPED), run(SHIPPED)]);
    expect([first.length, second.length].sort()).toEqual([0, first.length + second.length]);
  });

  describe('while a dump reads a table that it changes', () => {
    let folder: string;
    const dump = () => client.query('BEGIN; LOCK TABLE "Department" IN ACCESS SHARE MODE');
    beforeEach(async () => {
      const sql = 'ALTER TABLE "Site" ADD COLUMN "more" TEXT; ALTER TABLE "Department" ADD COLUMN "more" TEXT;';
      ({ folder } = await shippedWith(sql));
    });

    it('begins anew until the dump is done, and lets others read what it changed already', async () => {
      await dump();
      let isOver = false;
      const migrated = run(folder).finally(() => (isOver = true));
      const other = new pg.Client(location.url);
      await other.connect();
      let slowest = 0;
      const read = async () => {
        const start = performance.now();
        await other.query('SELECT 1 FROM "Department", "Site"');
        slowest = Math.max(slowest, performance.now() - start);
      };
      const isWaiting = `SELECT FROM pg_locks WHERE relation = '"Department"'::regclass AND NOT granted`;
      const isUndone = async () => (await client.query(isWaiting)).rowCount === 0;
      for (let times = 0; times < 2; times++) {
        await expect.poll(isUndone, { interval: 10 }).toBe(false);
        await read();
        await expect.poll(isUndone, { interval: 10 }).toBe(true);
      }
      expect(isOver).toBe(false);
      await client.query('COMMIT');
      expect(await migrated).toEqual(['3_more']);
      await other.end();
      expect(slowest).toBeLessThan(5_000);
    });

    it('says so where that takes too long, and has changed nothing', async () => {
      await dump();
      await expect(run(folder, 0)).rejects.toThrow(
        'The migration 3_more changes a table that another program has been',
      );
      await client.query('COMMIT');
      expect(await run(folder)).toEqual(['3_more']);
    });
  });

  it('keeps nothing of a migration that fails, and refuses one that was altered', async () => {
    const { folder, file } = await shippedWith('CREATE TABLE a (x TEXT); CREATE TABLE a (x TEXT);');
    await expect(run(folder)).rejects.toThrow(
      'The migration 3_more failed and was undone: relation "a" already exists.',
    );
    writeFileSync(file, `CREATE TABLE a (x TEXT); INSERT INTO a VALUES ('a;b');`);
    expect(await run(folder)).toEqual(['3_more']);
    expect(await rows('SELECT x FROM a')).toEqual([{ x: 'a;b' }]);
    writeFileSync(file, 'SELECT 1');
    await expect(run(folder)).rejects.toThrow('The migration 3_more was altered after it had been applied.');
  });
});

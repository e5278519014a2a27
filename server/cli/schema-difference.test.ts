import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { migrateSqlite } from '../database/migrate.js';
import { schemaDifference, startSchemaEngine } from './schema-difference.js';

const MIGRATIONS = 'prisma/migrations';
const shippedSchema = readFileSync('prisma/schema.prisma', 'utf8');

let folder: string;
let schemaFile: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rollcall-difference-test-'));
  schemaFile = join(folder, 'schema.prisma');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('finds no difference between the shipped migrations and the shipped schema', async () => {
  expect(await schemaDifference({ schemaFile: 'prisma/schema.prisma', migrationsDir: MIGRATIONS })).toBeNull();
});

it('gives the whole schema when there are no migrations yet', async () => {
  writeFileSync(schemaFile, shippedSchema);
  const script = await schemaDifference({ schemaFile, migrationsDir: join(folder, 'none') });
  expect(script).toContain('CREATE TABLE "Employee"');
});

it('gives the one column that was added', async () => {
  writeFileSync(schemaFile, shippedSchema.replace('model User {', 'model User {\n  nickname String?'));
  expect(await schemaDifference({ schemaFile, migrationsDir: MIGRATIONS })).toBe(
    '-- AlterTable\nALTER TABLE "User" ADD COLUMN "nickname" TEXT;\n',
  );
});

it('puts the append-only triggers back when the event table is redefined', async () => {
  writeFileSync(schemaFile, shippedSchema.replace('model AttendanceEvent {', 'model AttendanceEvent {\n  extra Int'));
  const migrationsDir = join(folder, 'migrations');
  cpSync(MIGRATIONS, migrationsDir, { recursive: true });
  const script = await schemaDifference({ schemaFile, migrationsDir });
  expect(script?.indexOf('DROP TABLE "AttendanceEvent"')).toBeGreaterThan(0);
  expect(script?.indexOf('CREATE TRIGGER "AttendanceEvent_refuses_update"')).toBeGreaterThan(
    script?.indexOf('RENAME TO "AttendanceEvent"') ?? Infinity,
  );
});

it("leaves nothing for Prisma's own `migrate deploy` to do after a start", async () => {
  const file = join(folder, 'started.db');
  const names = migrateSqlite({ file, migrationsDir: MIGRATIONS, now: () => new Date('2026-03-02T08:00:00Z') });
  const engine = await startSchemaEngine(
    { path: 'schema.prisma', content: shippedSchema },
    new PrismaBetterSqlite3({ url: file }),
  );
  const migrationsList = {
    baseDir: MIGRATIONS,
    lockfile: { path: 'migration_lock.toml', content: readFileSync(join(MIGRATIONS, 'migration_lock.toml'), 'utf8') },
    shadowDbInitScript: '',
    migrationDirectories: names.map((name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok' as const, value: readFileSync(join(MIGRATIONS, name, 'migration.sql'), 'utf8') },
      },
    })),
  };
  const filters = { externalTables: [], externalEnums: [] };
  expect(
    await engine.diagnoseMigrationHistory({ migrationsList, optInToShadowDatabase: false, filters }),
  ).toMatchObject({ editedMigrationNames: [], failedMigrationNames: [], hasMigrationsTable: true, history: null });
  expect(await engine.applyMigrations({ migrationsList, filters })).toEqual({ appliedMigrationNames: [] });
});

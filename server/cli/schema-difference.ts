import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import * as engine from '@prisma/schema-engine-wasm/schema_engine_bg';
import type { DiffTarget } from '@prisma/schema-engine-wasm/schema_engine_bg';
import Sqlite from 'better-sqlite3';
import { systemClock } from '../clock.js';
import { migrateSqlite } from '../database/migrate.js';

/** The part used here: Node's types leave WebAssembly to the browser's, which the server does not load. */
declare const WebAssembly: {
  instantiate(bytes: Uint8Array, imports: object): Promise<{ instance: { exports: { __wbindgen_start(): void } } }>;
};

export interface Schema {
  path: string;
  content: string;
}

export interface DifferenceInput {
  /** Path of schema.prisma. */
  schemaFile: string;
  /** May be missing or empty: then the difference is the whole schema. */
  migrationsDir: string;
}

/**
 * The SQL that leads from the migrations to the schema; null when they agree. Nothing is fetched: Prisma's schema
 * engine runs as WebAssembly, on a database that is made for the purpose and thrown away.
 */
export async function schemaDifference({ schemaFile, migrationsDir }: DifferenceInput): Promise<string | null> {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-migrate-'));
  try {
    const file = join(folder, 'migrated.db');
    if (hasMigrations(migrationsDir)) migrateSqlite({ file, migrationsDir, now: () => systemClock.now() });
    const script = await diff(file, { path: schemaFile, content: readFileSync(schemaFile, 'utf8') });
    return script && script + lostTriggers(file, script);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function hasMigrations(directory: string): boolean {
  return existsSync(directory) && readdirSync(directory, { withFileTypes: true }).some((entry) => entry.isDirectory());
}

async function diff(databaseFile: string, schema: Schema): Promise<string | null> {
  return scriptFrom(
    { tag: 'schemaDatasource', files: [schema], configDir: '.' },
    schema,
    new PrismaBetterSqlite3({ url: databaseFile }),
  );
}

/** The SQL that leads from what there is to a schema; null when they agree. */
export async function scriptFrom(
  from: DiffTarget,
  schema: Schema,
  adapter: SqlMigrationAwareDriverAdapterFactory,
): Promise<string | null> {
  const schemaEngine = await startSchemaEngine(schema, adapter);
  const { exitCode, stdout } = await schemaEngine.diff({
    from,
    to: { tag: 'schemaDatamodel', files: [schema] },
    script: true,
    exitCode: true,
    filters: { externalTables: [], externalEnums: [] },
  });
  schemaEngine.free();
  return exitCode === 0 ? null : stdout;
}

/** Once a process: a second instance would be called with the memory of the first. */
let engineLoaded: Promise<void> | undefined;

/** Prisma's schema engine on the adapter's database. The caller frees it. */
export async function startSchemaEngine(
  schema: Schema,
  adapter: SqlMigrationAwareDriverAdapterFactory,
): Promise<engine.SchemaEngine> {
  await (engineLoaded ??= loadEngine());
  const datamodels: [string, string][] = [[schema.path, schema.content]];
  return engine.SchemaEngine.new({ datamodels }, () => undefined, bindMigrationAwareSqlAdapterFactory(adapter));
}

/** The package's own entry imports the .wasm as a module, which Node 20 cannot do. */
async function loadEngine(): Promise<void> {
  const file = new URL('schema_engine_bg.wasm', import.meta.resolve('@prisma/schema-engine-wasm'));
  const { instance } = await WebAssembly.instantiate(readFileSync(file), { './schema_engine_bg.js': { ...engine } });
  engine.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
}

/** SQLite drops a table's triggers with it, and Prisma redefines a table by dropping it: these put them back. */
function lostTriggers(databaseFile: string, script: string): string {
  const database = new Sqlite(databaseFile);
  const triggers = database
    .prepare<[], { table: string; sql: string }>(
      `SELECT tbl_name AS "table", sql FROM sqlite_master WHERE type = 'trigger'`,
    )
    .all();
  database.close();
  return triggers
    .filter(({ table }) => script.includes(`RENAME TO "${table}"`))
    .map(({ sql }) => `\n-- Dropped with the old table\n${sql};\n`)
    .join('');
}

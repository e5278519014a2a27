import type { SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { scriptFrom } from './schema-difference.js';

/** The type of a column, wherever the engine writes one. */
const TEXT = /("|SET DATA TYPE) TEXT\b/g;

/** Where the two schemas differ: Prisma wants both written out. Paths are relative to the schema's own folder. */
const DIFFERENCES = [
  ['provider = "sqlite"', 'provider = "postgresql"'],
  ['"../server/database/generated"', '"../../server/database/generated-postgresql"'],
] as const;

/** The schema for PostgreSQL: the one for SQLite but for its provider and where its client goes. */
export function toPostgresql(schema: string): string {
  return DIFFERENCES.reduce((text, [from, to]) => {
    if (text.split(from).length !== 2) throw new Error(`prisma/schema.prisma has to have ${from}, once`);
    return text.replace(from, to);
  }, schema);
}

/**
 * The SQL that leads from one schema for PostgreSQL to another; null when they agree. No database is asked. Text is ordered
 * by its bytes, as SQLite orders it, whatever the database's own language is.
 */
export async function postgresqlDifference(before: string | null, after: string): Promise<string | null> {
  const schema = (content: string) => ({ path: 'schema.prisma', content });
  const from =
    before === null ? ({ tag: 'empty' } as const) : { tag: 'schemaDatamodel' as const, files: [schema(before)] };
  const script = await scriptFrom(from, schema(after), offline);
  return script?.replaceAll(TEXT, '$1 TEXT COLLATE "C"') ?? null;
}

/** Of the oldest PostgreSQL that is served: the schema engine asks for its version, and nothing else. */
const version = {
  columnNames: ['exists', 'version', 'numeric_version'],
  columnTypes: [5, 7, 0] satisfies (0 | 5 | 7)[],
  rows: [[true, 'PostgreSQL 14.0', 140_000]],
};

const connection: SqlDriverAdapter = {
  provider: 'postgres',
  adapterName: 'offline',
  queryRaw: () => Promise.resolve(version),
  executeRaw: () => Promise.resolve(0),
  executeScript: () => Promise.resolve(),
  startTransaction: () => Promise.reject(new Error('there is no database to write to')),
  getConnectionInfo: () => ({ supportsRelationJoins: true }),
  dispose: () => Promise.resolve(),
};

const offline: SqlMigrationAwareDriverAdapterFactory = {
  provider: 'postgres',
  adapterName: 'offline',
  connect: () => Promise.resolve(connection),
  connectToShadowDb: () => Promise.resolve(connection),
};

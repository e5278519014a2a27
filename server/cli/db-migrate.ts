import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { systemClock } from '../clock.js';
import { postgresqlDifference, toPostgresql } from './postgresql-schema.js';
import { schemaDifference } from './schema-difference.js';

// Relative to the project's root, where npm runs this.
const SCHEMA = 'prisma/schema.prisma';
const DIRECTORY = 'prisma/migrations';
// The schema that PostgreSQL's migrations lead to, written together with them.
const POSTGRESQL_SCHEMA = 'prisma/postgresql/schema.prisma';
const POSTGRESQL_DIRECTORY = 'prisma/postgresql/migrations';
const HOW = 'Run: npm run db:migrate -- --name what_changed';

const { values } = parseArgs({ options: { name: { type: 'string' }, check: { type: 'boolean', default: false } } });
const script = await schemaDifference({ schemaFile: SCHEMA, migrationsDir: DIRECTORY });
const before = existsSync(POSTGRESQL_SCHEMA) ? readFileSync(POSTGRESQL_SCHEMA, 'utf8') : null;
const after = toPostgresql(readFileSync(SCHEMA, 'utf8'));
const postgresqlScript = before === after ? null : await postgresqlDifference(before, after);

if (values.check) {
  if (script) fail(`${SCHEMA} has changed but no migration says how:\n\n${script}\n${HOW}`);
  if (before !== after) fail(`${POSTGRESQL_SCHEMA} is not what ${SCHEMA} says.\n${HOW}`);
  console.log(`${DIRECTORY} leads to ${SCHEMA}, and ${POSTGRESQL_SCHEMA} is the same for PostgreSQL.`);
} else if (!script && before === after) {
  console.log(`Nothing to do: ${DIRECTORY} and ${POSTGRESQL_DIRECTORY} lead to ${SCHEMA} already.`);
} else {
  if ((script || postgresqlScript) && !/^[a-z][a-z0-9_]*$/.test(values.name ?? '')) {
    fail('Name the change in small letters, digits and underscores: npm run db:migrate -- --name add_badges');
  }
  const folder = `${systemClock.now().toISOString().replace(/\D/g, '').slice(0, 14)}_${values.name}`;
  if (script) write(join(DIRECTORY, folder, 'migration.sql'), script);
  if (postgresqlScript) write(join(POSTGRESQL_DIRECTORY, folder, 'migration.sql'), postgresqlScript);
  if (before !== after) write(POSTGRESQL_SCHEMA, after);
  console.log('Read what was written, then start the server: it is applied at the start.');
}

function write(file: string, text: string): void {
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, text);
  console.log(`Wrote ${file}.`);
}

function fail(words: string): never {
  console.error(words);
  process.exit(1);
}

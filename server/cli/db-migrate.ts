import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { systemClock } from '../clock.js';
import { schemaDifference } from './schema-difference.js';

// Relative to the project's root, where npm runs this.
const SCHEMA = 'prisma/schema.prisma';
const DIRECTORY = 'prisma/migrations';

const { values } = parseArgs({ options: { name: { type: 'string' }, check: { type: 'boolean', default: false } } });
const script = await schemaDifference({ schemaFile: SCHEMA, migrationsDir: DIRECTORY });

if (values.check) {
  if (script)
    fail(
      `${SCHEMA} has changed but no migration says how:\n\n${script}\nRun: npm run db:migrate -- --name what_changed`,
    );
  console.log(`${DIRECTORY} leads to ${SCHEMA}.`);
} else if (!script) {
  console.log(`Nothing to do: ${DIRECTORY} leads to ${SCHEMA} already.`);
} else {
  if (!values.name || !/^[a-z][a-z0-9_]*$/.test(values.name)) {
    fail('Name the change in small letters, digits and underscores: npm run db:migrate -- --name add_badges');
  }
  console.log(`Wrote ${write(values.name, script)}. Read it, then start the server: it is applied at the start.`);
}

function write(name: string, sql: string): string {
  const stamp = systemClock.now().toISOString().replace(/\D/g, '').slice(0, 14);
  const folder = join(DIRECTORY, `${stamp}_${name}`);
  const file = join(folder, 'migration.sql');
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, sql);
  return file;
}

function fail(words: string): never {
  console.error(words);
  process.exit(1);
}

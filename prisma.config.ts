import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { defineConfig } from 'prisma/config';

if (existsSync('.env')) process.loadEnvFile('.env');

// The database that the server uses (server/config.ts). Studio takes absolute URLs only, and does not decode %20.
const { DATABASE_URL, DATA_DIR } = process.env;
const isPostgresql = /^postgres(ql)?:/.test(DATABASE_URL ?? '');
const folder = isPostgresql ? 'prisma/postgresql' : 'prisma';
const file = DATABASE_URL ? DATABASE_URL.replace(/^file:(\/\/)?/, '') : join(DATA_DIR || 'data', 'rollcall.db');

export default defineConfig({
  schema: `${folder}/schema.prisma`,
  migrations: { path: `${folder}/migrations` },
  datasource: { url: isPostgresql ? DATABASE_URL! : decodeURI(pathToFileURL(resolve(file)).href) },
});

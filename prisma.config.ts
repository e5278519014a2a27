import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { defineConfig } from 'prisma/config';

if (existsSync('.env')) process.loadEnvFile('.env');

// The file that the server uses (server/config.ts). Studio takes absolute URLs only, and does not decode %20.
const { DATABASE_URL, DATA_DIR } = process.env;
const file = DATABASE_URL ? DATABASE_URL.replace(/^file:(\/\/)?/, '') : join(DATA_DIR || 'data', 'rollcall.db');

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: decodeURI(pathToFileURL(resolve(file)).href) },
});

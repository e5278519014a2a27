import { join } from 'node:path';
import { openSqlite, type Database } from '../database/database.js';
import { migrateSqlite } from '../database/migrate.js';
import { installation } from '../installation.js';
import { temporaryFolder } from './temporary-folder.js';

/** A real database of its own, gone after the test. */
export function testDatabase(): Database {
  const file = join(temporaryFolder(), 'rollcall.db');
  migrateSqlite({ file, migrationsDir: installation.migrationsDir, now: () => new Date() });
  return openSqlite(file);
}

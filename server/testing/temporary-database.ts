import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openSqlite, type Database } from '../database/database.js';
import { migrateSqlite } from '../database/migrate.js';
import { installation } from '../installation.js';
import { temporaryFolder } from './temporary-folder.js';

/** An empty database of this test's own, with every migration; closed and removed when it has finished. */
export function temporaryDatabase(): Database {
  const file = join(temporaryFolder(), 'rollcall.db');
  migrateSqlite({ file, migrationsDir: installation.migrationsDir, now: () => new Date('2026-01-01T00:00:00Z') });
  const database = openSqlite(file);
  onTestFinished(() => database.close());
  return database;
}

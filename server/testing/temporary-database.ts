import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openSqlite, type AroundWrite, type Database } from '../database/database.js';
import { writeMigratedSqlite } from './migrated-sqlite.js';
import { temporaryFolder } from './temporary-folder.js';

/** An empty database of this test's own, with every migration; closed and removed when it has finished. */
export function temporaryDatabase(around?: AroundWrite): Database {
  const file = join(temporaryFolder(), 'rollcall.db');
  writeMigratedSqlite(file);
  const database = openSqlite(file, around);
  onTestFinished(() => database.close());
  return database;
}

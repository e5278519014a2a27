import { StartupError } from '../errors.js';
import { installation } from '../installation.js';
import { isUnfinishedCopy } from './copy-progress.js';
import { openSqlite, type AroundWrite, type Database } from './database.js';
import type { DatabaseLocation } from '../database-location.js';
import { migratePostgresql } from './migrate-postgresql.js';
import { migrateSqlite } from './migrate.js';
import { openPostgresql } from './postgresql.js';

/**
 * Brings the database up to this program and opens it, for the one server that may use it, or
 * one of several. Throws StartupError where it cannot be reached, is newer than the program, or is another server's alone.
 */
export async function startDatabase(
  location: DatabaseLocation,
  options: {
    now: () => Date;
    around?: AroundWrite;
    /** Whether no other server uses it; always so on SQLite. */
    isOnlyServer?: boolean;
    /** Whether one that is still being copied will do. */
    mayBeUnfinished?: boolean;
  },
): Promise<Database> {
  const database = await openMigrated(location, options);
  if (options.mayBeUnfinished || !(await isUnfinishedCopy(database))) return database;
  await database.close();
  throw new StartupError(['This database is an unfinished copy. Run the same `npm run db:copy` again to finish it.']);
}

async function openMigrated(
  location: DatabaseLocation,
  { now, around, isOnlyServer = true }: { now: () => Date; around?: AroundWrite; isOnlyServer?: boolean },
): Promise<Database> {
  if (location.engine === 'sqlite') {
    if (!isOnlyServer) {
      throw new StartupError([
        'REDIS_URL: is for several servers on one PostgreSQL database. Set DATABASE_URL to that, or leave REDIS_URL out.',
      ]);
    }
    migrateSqlite({ file: location.file, migrationsDir: installation.migrationsDir, now });
    return openSqlite(location.file, around);
  }
  // Takes the place of the only server before anything is changed.
  const database = await openPostgresql({ ...location, place: isOnlyServer ? 'alone' : 'shared' }, around);
  try {
    await migratePostgresql({ url: location.url, migrationsDir: installation.postgresqlMigrationsDir, now });
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Opens a database that a server may be using meanwhile: to read, or to write as Prisma Studio would. */
export async function openDatabase(location: DatabaseLocation): Promise<Database> {
  return location.engine === 'sqlite' ? openSqlite(location.file) : openPostgresql(location);
}

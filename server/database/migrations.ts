import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartupError } from '../errors.js';

export interface Migration {
  name: string;
  sql: string;
  /** SHA-256 of the file, as Prisma notes it. */
  checksum: string;
}

/** A migration as the database remembers it. */
export interface AppliedRow {
  name: string;
  checksum: string;
  finished: number | boolean;
}

/** One a folder, each with a migration.sql, in the order of their names. Throws StartupError where there is none. */
export function readMigrations(directory: string): Migration[] {
  const names = existsSync(directory) ? readdirSync(directory, { withFileTypes: true }) : [];
  const migrations = names
    .filter((entry) => entry.isDirectory() && existsSync(join(directory, entry.name, 'migration.sql')))
    .map(({ name }) => {
      const sql = readFileSync(join(directory, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  if (migrations.length === 0) {
    throw new StartupError([`No migrations in ${directory}: the installation is incomplete. Fetch the program again.`]);
  }
  return migrations;
}

/** Throws StartupError when an applied migration was altered since, did not finish, or is unknown to this program. */
export function refuseForeignHistory(applied: readonly AppliedRow[], migrations: readonly Migration[]): void {
  const byName = new Map(migrations.map((migration) => [migration.name, migration]));
  const problems = applied.flatMap(({ name, checksum, finished }) => {
    const migration = byName.get(name);
    if (!migration) {
      return `The database is newer than this program: it has the migration ${name}, which is unknown here. Update the program, or restore the backup that was made before.`;
    }
    if (!finished) {
      return `The migration ${name} did not finish. Restore the backup that was made before it, or put the database right by hand and mark it with \`prisma migrate resolve\`.`;
    }
    if (migration.checksum !== checksum) {
      return `The migration ${name} was altered after it had been applied. Put its migration.sql back as it was; changes go into a new migration.`;
    }
    return [];
  });
  if (problems.length > 0) throw new StartupError(problems);
}

/** Those of this program that are not applied, and applied ones that this program does not know. */
export function compareMigrations(
  ours: readonly string[],
  applied: readonly string[],
): { pending: string[]; unknown: string[] } {
  return {
    pending: ours.filter((name) => !applied.includes(name)),
    unknown: applied.filter((name) => !ours.includes(name)),
  };
}

export const migrationFailed = (name: string, cause: unknown): StartupError =>
  new StartupError([`The migration ${name} failed and was undone: ${wordsOf(cause)}.`]);

export function wordsOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

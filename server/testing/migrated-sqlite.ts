import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrateSqlite } from '../database/migrate.js';
import { installation } from '../installation.js';

/** Made once by each worker of the tests, of which each database is a copy. */
let migrated: Buffer | undefined;

/** Writes a database with every migration, and without people; its folder has to be there. */
export function writeMigratedSqlite(file: string): void {
  writeFileSync(file, (migrated ??= migrate()), { mode: 0o600 });
}

function migrate(): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-migrated-'));
  try {
    const file = join(folder, 'rollcall.db');
    migrateSqlite({ file, migrationsDir: installation.migrationsDir, now: () => new Date('2026-01-01T00:00:00Z') });
    return readFileSync(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

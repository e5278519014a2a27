import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../testing/temporary-folder.js';
import { migrateSqlite } from './migrate.js';
import { checkSqlite, takeSnapshot } from './snapshot.js';

let folder: string;
let file: string;
let to: string;
let writer: Sqlite.Database;
/** A table of some thousand pages, so that a copy takes several steps. */
beforeEach(() => {
  folder = temporaryFolder();
  file = join(folder, 'source.db');
  to = folder;
  migrateSqlite({ file, migrationsDir: 'prisma/migrations', now: () => new Date('2026-03-02T08:00:00Z') });
  writer = new Sqlite(file);
  writer.pragma('journal_mode = WAL');
  writer.exec('CREATE TABLE Filler (id INTEGER PRIMARY KEY, bytes BLOB)');
  writer.exec(`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 4000)
    INSERT INTO Filler (bytes) SELECT randomblob(4000) FROM n`);
  return () => writer.close();
});

const rows = (database: string): number => {
  const copy = new Sqlite(database, { readonly: true });
  try {
    return copy.prepare('SELECT count(*) FROM Filler').pluck().get() as number;
  } finally {
    copy.close();
  }
};

describe('a snapshot', () => {
  it('is of one moment and comes to its end while others write between its steps', async () => {
    const steps: number[] = [];
    const snapshot = await takeSnapshot(file, to, {
      onProgress: (done) => {
        steps.push(done);
        writer.exec('INSERT INTO Filler (bytes) VALUES (randomblob(4000))');
        if (steps.length > 100) throw new Error('it starts anew at each write');
      },
    });
    snapshot.close();
    expect(steps.length).toBeGreaterThan(3);
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
    expect(rows(snapshot.file)).toBe(4000);
    expect(rows(file)).toBe(4000 + steps.length);
  });

  it('stops when it is told to', async () => {
    const stopping = new AbortController();
    const taken = takeSnapshot(file, to, {
      signal: stopping.signal,
      onProgress: () => stopping.abort(new Error('enough')),
    });
    await expect(taken).rejects.toThrow('enough');
  });

  it('is refused of a database that is damaged', async () => {
    writer.pragma('wal_checkpoint(TRUNCATE)');
    writer.close();
    const bytes = readFileSync(file);
    // The middle of the table: its pages are not in order any more.
    bytes.fill(0xff, bytes.length / 2, bytes.length / 2 + 4096);
    writeFileSync(file, bytes);
    await expect(takeSnapshot(file, to)).rejects.toThrow('is damaged');
    expect(checkSqlite(file)).not.toEqual([]);
  });
});

it('a file that is no database, or is not there, does not pass the check', () => {
  writeFileSync(join(folder, 'text.db'), 'no database, but long enough to look like one'.repeat(100));
  expect(checkSqlite(join(folder, 'text.db'))).toEqual([expect.stringContaining('not a database')]);
  expect(checkSqlite(join(folder, 'nothing.db'))).toHaveLength(1);
});

import Sqlite from 'better-sqlite3';
import type { NamedPhoto } from '../backup/database-snapshot.js';
import { findMigrations } from './migrate.js';

/** What a check-up asks of the database. It changes nothing, and a server may be running. */
export interface InspectedDatabase {
  version: string;
  isSafeVersion: boolean;
  /** Migrations of this program that are not applied, and applied ones that this program does not know. */
  migrations: { pending: string[]; unknown: string[] };
  newestEventAt: Date | null;
  accounts: number;
  /** Days that photographs of check-ins are kept; null for the default. */
  attendancePhotoDays: number | null;
  /** Photographs that rows name: of samples all, of events those since an instant. */
  photographs(attendanceSince: Date): Iterable<NamedPhoto>;
  /** Whether a row names this path. */
  isNamed(path: string): boolean;
  close(): void;
}

/** Opens a SQLite file for reading. Throws where that is not possible. */
export function inspectSqlite(file: string, migrationsDir: string): InspectedDatabase {
  const database = new Sqlite(file, { readonly: true, fileMustExist: true });
  const one = <T>(sql: string): T | undefined => database.prepare<[], T>(sql).pluck().get();
  const newest = one<string | number | null>('SELECT max(recordedAt) FROM AttendanceEvent') ?? null;
  const ofSample = database.prepare('SELECT 1 FROM FaceSample WHERE path = ?').pluck();
  const ofEvent = database.prepare('SELECT 1 FROM AttendanceEvent WHERE id = ? AND photoPath = ?').pluck();
  return {
    ...findMigrations(database, migrationsDir),
    newestEventAt: newest === null ? null : new Date(newest),
    accounts: one<number>('SELECT count(*) FROM User') ?? 0,
    attendancePhotoDays: one<number>(`SELECT days FROM RetentionRule WHERE kind = 'ATTENDANCE_PHOTOS'`) ?? null,
    photographs: (since) =>
      database
        .prepare<[string], NamedPhoto>(
          `SELECT id, path, 'enrolment' AS kind FROM FaceSample
           UNION ALL SELECT id, photoPath, 'attendance' FROM AttendanceEvent
           WHERE photoPath IS NOT NULL AND recordedAt >= ?`,
        )
        .iterate(since.toISOString().replace('Z', '+00:00')),
    isNamed: (path) => {
      const id = /_([^_/]+)\.jpg$/.exec(path)?.[1];
      return Boolean(ofSample.get(path) ?? (id && ofEvent.get(id, path)));
    },
    close: () => database.close(),
  };
}

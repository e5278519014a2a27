import Sqlite from 'better-sqlite3';
import type { NamedPhoto } from '../backup/database-snapshot.js';
import { findMigrations } from './migrate.js';
import { findPostgresqlMigrations } from './migrate-postgresql.js';
import { withConnection } from './postgresql-connection.js';

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
  photographs(attendanceSince: Date): Iterable<NamedPhoto> | AsyncIterable<NamedPhoto>;
  /** Whether a row names this path. */
  isNamed(path: string): boolean | Promise<boolean>;
}

/** Photographs that are read at once. */
const PAGE = 5_000;

/** Looks into a SQLite file. Throws where it cannot be opened. */
export async function inspectSqlite<T>(
  file: string,
  migrationsDir: string,
  look: (database: InspectedDatabase) => Promise<T>,
): Promise<T> {
  const database = new Sqlite(file, { readonly: true, fileMustExist: true });
  try {
    const one = <Value>(sql: string): Value | undefined => database.prepare<[], Value>(sql).pluck().get();
    const newest = one<string | number | null>('SELECT max(recordedAt) FROM AttendanceEvent') ?? null;
    const ofSample = database.prepare('SELECT 1 FROM FaceSample WHERE path = ?').pluck();
    const ofEvent = database.prepare('SELECT 1 FROM AttendanceEvent WHERE id = ? AND photoPath = ?').pluck();
    return await look({
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
        const id = eventOf(path);
        return Boolean(ofSample.get(path) ?? (id && ofEvent.get(id, path)));
      },
    });
  } finally {
    database.close();
  }
}

/** Looks into a PostgreSQL database. Throws StartupError where it cannot be reached. */
export function inspectPostgresql<T>(
  url: string,
  migrationsDir: string,
  look: (database: InspectedDatabase) => Promise<T>,
): Promise<T> {
  return withConnection(url, async (client) => {
    await client.query('SET default_transaction_read_only = on');
    const rowsOf = async <Row extends object>(sql: string, values: string[] = []): Promise<Row[]> =>
      (await client.query<Row>(sql, values)).rows;
    const [found] = await rowsOf<{ newest: number | null; accounts: number; days: number | null }>(
      `SELECT (SELECT extract(epoch FROM max("recordedAt"))::float8 FROM "AttendanceEvent") AS newest,
         (SELECT count(*)::int FROM "User") AS accounts,
         (SELECT days FROM "RetentionRule" WHERE kind = 'ATTENDANCE_PHOTOS') AS days`,
    );
    const { newest, accounts, days } = found!;
    return look({
      ...(await findPostgresqlMigrations(client, migrationsDir)),
      newestEventAt: newest === null ? null : new Date(newest * 1000),
      accounts,
      attendancePhotoDays: days,
      async *photographs(since) {
        const named = `SELECT id, path, 'enrolment' AS kind FROM "FaceSample"
          UNION ALL SELECT id, "photoPath", 'attendance' FROM "AttendanceEvent"
          WHERE "photoPath" IS NOT NULL AND "recordedAt" >= $2`;
        const sql = `SELECT * FROM (${named}) AS named WHERE id > $1 ORDER BY id LIMIT ${PAGE}`;
        for (let after: string | undefined = ''; after !== undefined;) {
          const page: NamedPhoto[] = await rowsOf(sql, [after, since.toISOString()]);
          yield* page;
          after = page.length < PAGE ? undefined : page.at(-1)!.id;
        }
      },
      async isNamed(path) {
        const sql = `SELECT 1 FROM "FaceSample" WHERE path = $1
          UNION ALL SELECT 1 FROM "AttendanceEvent" WHERE id = $2 AND "photoPath" = $1`;
        return (await rowsOf(sql, [path, eventOf(path) ?? ''])).length > 0;
      },
    });
  });
}

/** The event whose photograph would have this name. */
const eventOf = (path: string): string | undefined => /_([^_/]+)\.jpg$/.exec(path)?.[1];

import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import type { DatabaseLocation } from '../database-location.js';
import { migratePostgresql } from '../database/migrate-postgresql.js';
import { withConnection } from '../database/postgresql-connection.js';
import { installation } from '../installation.js';
import { newId } from '../ids.js';
import { DEPARTMENTS, EVENTS_A_DAY, PEOPLE } from './bench-attendance-data.js';

type Postgresql = Extract<DatabaseLocation, { engine: 'postgresql' }>;

/** Makes a database of its own on the server of DATABASE_URL, whose user has to have CREATEDB, and removes it afterwards. */
export async function withBenchDatabase(
  location: Postgresql,
  now: () => Date,
  work: (made: Postgresql) => Promise<void>,
): Promise<void> {
  const name = `rollcall_bench_${randomBytes(4).toString('hex')}`;
  const url = new URL(location.url);
  url.pathname = `/${name}`;
  await withConnection(location.url, (client) => client.query(`CREATE DATABASE ${name}`));
  try {
    await migratePostgresql({ url: url.href, migrationsDir: installation.postgresqlMigrationsDir, now });
    await work({ ...location, url: url.href });
  } finally {
    await withConnection(location.url, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
  }
}

/** The same rows as fillAttendance writes to SQLite. */
export async function fillPostgresql({ url }: Postgresql, rows: number, lastDate: string): Promise<void> {
  const dates = Math.max(1, Math.round(rows / PEOPLE / EVENTS_A_DAY));
  await withConnection(url, async (client) => {
    await client.query('SET synchronous_commit = off');
    await insertCompany(client);
    const { rows: indexes } = await client.query<{ name: string; sql: string }>(`
      SELECT indexname AS name, indexdef AS sql FROM pg_indexes
      WHERE tablename IN ('Attendance', 'AttendanceEvent') AND indexdef NOT LIKE 'CREATE UNIQUE%'`);
    for (const { name } of indexes) await client.query(`DROP INDEX "${name}"`);
    await insertDates(client, dates, lastDate);
    for (const { sql } of indexes) await client.query(sql);
    await client.query('VACUUM (ANALYZE)');
  });
}

async function insertCompany(client: pg.Client): Promise<void> {
  await client.query(`
    UPDATE "Site" SET "timeZone" = 'UTC';
    INSERT INTO "Department" (id, name)
      SELECT 'department-' || n, 'Department ' || n FROM generate_series(0, ${DEPARTMENTS - 1}) AS n;
    INSERT INTO "Employee" (id, number, "imageId", name, position, "departmentId", "siteId", active, "searchText", "createdAt")
      SELECT 'employee-' || lpad(n::text, 4, '0'), n, n || '_Person', 'Person ' || n, 'Tester', 'department-' || n % ${DEPARTMENTS},
        (SELECT id FROM "Site"), TRUE, 'person ' || n, '2010-01-01'
      FROM generate_series(1, ${PEOPLE}) AS n;
    INSERT INTO "Shift" (id, name, "unpaidBreakMinutes", "paidBreakMinutes") VALUES ('shift', 'Day', 0, 0);
    INSERT INTO "ShiftSegment" ("shiftId", "startsAtMinutes", "endsAtMinutes") VALUES ('shift', 480, 960);
    INSERT INTO "Pattern" (id, name, "cycleDays", "startsOn", "observesHolidays") VALUES ('pattern', 'Daily', 1, '2010-01-01', TRUE);
    INSERT INTO "PatternDay" ("patternId", day, "shiftId") VALUES ('pattern', 0, 'shift');
    INSERT INTO "Assignment" (id, "patternId", "siteId", "from", "offsetDays")
      SELECT '${newId()}', 'pattern', id, '2010-01-01', 0 FROM "Site";`);
}

/** In order of time, as a log grows. The triggers would ask for each row whether it is in its place. */
async function insertDates(client: pg.Client, dates: number, lastDate: string): Promise<void> {
  await client.query(`
    CREATE TEMP TABLE each_day AS
      SELECT n, date '${lastDate}' + (n - ${dates - 1}) AS day FROM generate_series(0, ${dates - 1}) AS n;
    ALTER TABLE "AttendanceEvent" DISABLE TRIGGER USER;
    INSERT INTO "AttendanceEvent" (id, "employeeId", ordinal, kind, method, action, "recordedAt", "isDeferred", source)
      SELECT 'e-' || lpad(n::text, 5, '0') || '-' || leaves || '-' || lpad(number::text, 4, '0'), id, 2 * n + 1 + leaves,
        (ARRAY['CHECK_IN', 'CHECK_OUT']::"AttendanceKind"[])[leaves + 1], 'FACE', 'PUNCH',
        day + CASE WHEN leaves = 1 THEN time '16:00' WHEN number % 10 = n % 10 THEN time '08:10' ELSE time '08:00' END,
        FALSE, 'kiosk:bench'
      FROM each_day CROSS JOIN generate_series(0, 1) AS leaves CROSS JOIN "Employee"
      WHERE n < ${dates - 1} OR leaves = 0 OR number % 3 > 0
      ORDER BY n, leaves, number;
    ALTER TABLE "AttendanceEvent" ENABLE TRIGGER USER;
    INSERT INTO "Attendance" (id, "employeeId", date, status, "checkInTime", "checkOutTime", "openSince", "scheduledMinutes",
        "workedMinutes", "countedMinutes", "regularMinutes", "lateMinutes", exceptions, "isLate")
      SELECT 'd-' || lpad(n::text, 5, '0') || '-' || lpad(number::text, 4, '0'), id, to_char(day, 'YYYY-MM-DD'), 'PRESENT',
        came, CASE WHEN NOT is_open THEN day + time '16:00' END, CASE WHEN is_open THEN came END,
        480, minutes, minutes, minutes, CASE WHEN late THEN 10 ELSE 0 END, CASE WHEN late THEN 'LATE' ELSE '' END, late
      FROM (SELECT *, day + CASE WHEN late THEN time '08:10' ELSE time '08:00' END AS came,
          CASE WHEN is_open THEN 0 WHEN late THEN 470 ELSE 480 END AS minutes
        FROM (SELECT n, day, id, number, number % 10 = n % 10 AS late, n = ${dates - 1} AND number % 3 = 0 AS is_open
          FROM each_day CROSS JOIN "Employee") AS of_each) AS of_all
      ORDER BY n, number;`);
}

import Sqlite from 'better-sqlite3';
import { newId } from '../ids.js';
import { addDays } from '../schedules/local-time.rules.js';

/** People of the company that is measured. */
export const PEOPLE = 1000;
export const DEPARTMENTS = 8;
export const EVENTS_A_DAY = 2;
const DAYS_AT_ONCE = 100;

/**
 * Fills an empty, migrated database with `rows` events of 1,000 people up to `lastDate`: a check-in at 8 and a check-out
 * at 16 o'clock UTC of each date, one in ten late, with their day records; on the last date a third are still in.
 */
export function fillAttendance(databaseFile: string, rows: number, lastDate: string): void {
  const sqlite = new Sqlite(databaseFile);
  sqlite.pragma('journal_mode = WAL');
  sqlite.pragma('synchronous = OFF');
  sqlite.pragma('cache_size = -400000');
  insertCompany(sqlite);
  const dates = Math.max(1, Math.round(rows / PEOPLE / EVENTS_A_DAY));
  const indexes = sqlite
    .prepare(
      `SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN ('Attendance', 'AttendanceEvent')`,
    )
    .all() as { name: string; sql: string }[];
  for (const { name } of indexes) sqlite.exec(`DROP INDEX "${name}"`);
  for (let day = 0; day < dates; day += DAYS_AT_ONCE) {
    insertDates(sqlite, addDays(lastDate, day - dates + 1), day, Math.min(DAYS_AT_ONCE, dates - day), dates);
  }
  for (const { sql } of indexes) sqlite.exec(sql);
  sqlite.pragma('wal_checkpoint(TRUNCATE)');
  sqlite.close();
}

function insertCompany(sqlite: Sqlite.Database): void {
  sqlite.exec(`UPDATE "Site" SET "timeZone" = 'UTC'`);
  const siteId = (sqlite.prepare('SELECT id FROM "Site"').get() as { id: string }).id;
  for (let index = 0; index < DEPARTMENTS; index++) {
    sqlite
      .prepare('INSERT INTO "Department" (id, name) VALUES (?, ?)')
      .run(`department-${index}`, `Department ${index}`);
  }
  const person = sqlite.prepare(
    `INSERT INTO "Employee" (id, number, imageId, name, position, departmentId, siteId, active, searchText, createdAt)
     VALUES (?, ?, ?, ?, 'Tester', ?, ?, 1, ?, '2010-01-01T00:00:00.000+00:00')`,
  );
  for (let number = 1; number <= PEOPLE; number++) {
    const id = `employee-${String(number).padStart(4, '0')}`;
    const name = `Person ${number}`;
    person.run(id, number, `${number}_Person`, name, `department-${number % DEPARTMENTS}`, siteId, name.toLowerCase());
  }
  sqlite.exec(`
    INSERT INTO "Shift" (id, name, unpaidBreakMinutes, paidBreakMinutes) VALUES ('shift', 'Day', 0, 0);
    INSERT INTO "ShiftSegment" (shiftId, startsAtMinutes, endsAtMinutes) VALUES ('shift', 480, 960);
    INSERT INTO "Pattern" (id, name, cycleDays, startsOn, observesHolidays) VALUES ('pattern', 'Daily', 1, '2010-01-01', 1);
    INSERT INTO "PatternDay" (patternId, day, shiftId) VALUES ('pattern', 0, 'shift');`);
  sqlite
    .prepare(
      `INSERT INTO "Assignment" (id, patternId, siteId, "from", offsetDays) VALUES (?, 'pattern', ?, '2010-01-01', 0)`,
    )
    .run(newId(), siteId);
}

/** In order of time, as a log grows. `first` and `dates` are counted from the start of the log. */
function insertDates(sqlite: Sqlite.Database, from: string, first: number, count: number, dates: number): void {
  const people = `SELECT id AS employeeId, number FROM "Employee"`;
  sqlite.exec(`
    BEGIN;
    CREATE TEMP TABLE each_day AS
      WITH RECURSIVE d(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM d WHERE n + 1 < ${count})
      SELECT n + ${first} AS n, date('${from}', n || ' days') AS date FROM d;
    INSERT INTO "AttendanceEvent" (id, employeeId, ordinal, kind, method, action, recordedAt, isDeferred, source)
      SELECT printf('e-%05d-%d-%04d', n, kind = 'CHECK_OUT', number), employeeId, 2 * n + 1 + (kind = 'CHECK_OUT'), kind, 'FACE', 'PUNCH',
        date || CASE kind WHEN 'CHECK_IN' THEN iif(number % 10 = n % 10, 'T08:10', 'T08:00') ELSE 'T16:00' END || ':00.000+00:00', 0, 'kiosk:bench'
      FROM each_day CROSS JOIN (SELECT 'CHECK_IN' AS kind UNION ALL SELECT 'CHECK_OUT') CROSS JOIN (${people})
      WHERE n < ${dates - 1} OR kind = 'CHECK_IN' OR number % 3 > 0
      ORDER BY n, kind, number;
    INSERT INTO "Attendance" (id, employeeId, date, status, checkInTime, checkOutTime, openSince, scheduledMinutes, workedMinutes,
        countedMinutes, regularMinutes, lateMinutes, exceptions, isLate)
      SELECT printf('d-%05d-%04d', n, number), employeeId, date, 'PRESENT', date || iif(late, 'T08:10', 'T08:00') || ':00.000+00:00',
        iif(isOpen, NULL, date || 'T16:00:00.000+00:00'), iif(isOpen, date || iif(late, 'T08:10', 'T08:00') || ':00.000+00:00', NULL),
        480, iif(isOpen, 0, 480 - 10 * late), iif(isOpen, 0, 480 - 10 * late), iif(isOpen, 0, 480 - 10 * late), 10 * late, iif(late, 'LATE', ''), late
      FROM (SELECT *, number % 10 = n % 10 AS late, n = ${dates - 1} AND number % 3 = 0 AS isOpen FROM each_day CROSS JOIN (${people}))
      ORDER BY n, number;
    DROP TABLE each_day;
    COMMIT;`);
}

import { EVERYBODY } from '../scope.js';
import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, it, onTestFinished } from 'vitest';
import { AttendanceListRepository } from '../attendance/attendance-list.repository.js';
import { AttendanceRepository } from '../attendance/attendance.repository.js';
import { DEFAULT_DEPARTMENTS } from '../employees/default-departments.js';
import { EmployeeRepository } from '../employees/employee.repository.js';
import { SiteRepository } from '../schedules/site.repository.js';
import { temporaryFolder } from '../testing/temporary-folder.js';
import { openSqlite } from './database.js';
import { migrateSqlite } from './migrate.js';

const SHIPPED = 'prisma/migrations';
const LAST_BEFORE = '20261123090001_append_only_log';
const now = () => new Date('2026-03-02T08:00:00Z');
const UUID_V7 = /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;

/** A database as it was before there were sites and departments, with `fill` run on it. */
function databaseBefore(fill: (database: Sqlite.Database) => void): string {
  const folder = temporaryFolder();
  for (const name of readdirSync(SHIPPED).filter((each) => each <= LAST_BEFORE)) {
    cpSync(join(SHIPPED, name), join(folder, 'before', name), { recursive: true });
  }
  const file = join(folder, 'test.db');
  migrateSqlite({ file, migrationsDir: join(folder, 'before'), now });
  const database = new Sqlite(file);
  fill(database);
  database.close();
  return file;
}

function addPerson(database: Sqlite.Database, number: number, name: string, department: string): void {
  const at = now().getTime();
  database
    .prepare(
      `INSERT INTO Employee (id, number, imageId, name, position, department, searchText, createdAt)
       VALUES (?, ?, ?, ?, 'Tester', ?, ?, ?)`,
    )
    .run(`e${number}`, number, `${number}_${name}`, name, department, `${name} ${number} tester ${department}`, at);
  database
    .prepare(
      `INSERT INTO AttendanceEvent (id, employeeId, ordinal, kind, method, recordedAt, source)
       VALUES (?, ?, 1, 'CHECK_IN', 'FACE', ?, 'kiosk:front')`,
    )
    .run(`v${number}`, `e${number}`, at);
  database
    .prepare(`INSERT INTO Attendance (id, employeeId, date, checkInTime, openSince) VALUES (?, ?, '2026-03-02', ?, ?)`)
    .run(`a${number}`, `e${number}`, at, at);
}

/** Brings a database up to this program and starts on it. */
async function update(file: string, settings = { timeZone: 'Asia/Kathmandu', dayStartsAtMinutes: 240 }) {
  migrateSqlite({ file, migrationsDir: SHIPPED, now });
  const database = openSqlite(file);
  onTestFinished(() => database.close());
  await new SiteRepository(database).settleFirst(settings);
  return database;
}

it('people, events and day records of before are all there, in departments and at a site', async () => {
  const departments = ['Quality', 'quality', 'R&D / Labor "Süd"'];
  const file = databaseBefore((database) => {
    departments.forEach((department, index) => addPerson(database, index + 1, `Person ${index + 1}`, department));
    addPerson(database, 4, 'Person 4', 'Quality');
  });
  const database = await update(file);

  const people = await new EmployeeRepository(database).list(EVERYBODY, [], 10, null);
  expect(people.map(({ id, department, createdAt }) => [id, department.name, createdAt])).toEqual(
    [...departments, 'Quality'].map((department, index) => [`e${index + 1}`, department, now()]),
  );
  expect(new Set(people.map(({ site }) => JSON.stringify(site)))).toEqual(
    new Set([
      JSON.stringify({
        id: people[0]!.siteId,
        name: 'Main site',
        timeZone: 'Asia/Kathmandu',
        dayStartsAtMinutes: 240,
        minimumPunchIntervalSeconds: 60,
      }),
    ]),
  );
  const rows = await database.read.department.findMany({ orderBy: { name: 'asc' } });
  expect(rows.map(({ name }) => name)).toEqual([...departments].sort());
  for (const { id } of [...rows, people[0]!.site]) expect(id).toMatch(UUID_V7);

  const attendance = new AttendanceRepository(database);
  const days = await new AttendanceListRepository(database).listDays(EVERYBODY, { department: 'Quality' }, 10, null);
  expect(days.map(({ id, employee }) => [id, employee.name])).toEqual([
    ['a4', 'Person 4'],
    ['a1', 'Person 1'],
  ]);
  expect((await attendance.listEventsAfter(EVERYBODY, 0, 10)).map(({ id }) => id)).toEqual(['v1', 'v2', 'v3', 'v4']);
});

it('a new database begins with the usual departments and one site, by the settings', async () => {
  const database = await update(join(temporaryFolder(), 'new.db'));
  const names = (await database.read.department.findMany()).map(({ name }) => name);
  expect(names.sort()).toEqual([...DEFAULT_DEPARTMENTS].sort());
  expect(await database.read.site.findMany()).toMatchObject([{ timeZone: 'Asia/Kathmandu', dayStartsAtMinutes: 240 }]);
});

it('the settings count at the first start only, and a department that was removed stays away', async () => {
  const file = join(temporaryFolder(), 'new.db');
  const database = await update(file);
  await database.write((transaction) => transaction.department.deleteMany());
  await new SiteRepository(database).settleFirst({ timeZone: 'Europe/Berlin', dayStartsAtMinutes: 0 });
  expect(await database.read.site.findMany()).toMatchObject([{ timeZone: 'Asia/Kathmandu', dayStartsAtMinutes: 240 }]);
  expect(await database.read.department.count()).toBe(0);
});

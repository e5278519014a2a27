import { readFileSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { MOVE_IN } from '../importing/move-in.js';
import { createTestApp, type TestApp } from '../testing/create-test-app.js';
import { photoOf } from '../testing/fake-face-engine.js';
import { runImport } from '../testing/run-import.js';
import { listFiles } from '../testing/temporary-folder.js';
import { OLD_TABLES, writeOldApplication } from '../testing/write-old-application.js';

let test: TestApp;
beforeEach(async () => {
  test = await createTestApp();
});
afterEach(() => test.stop());

interface Result {
  people: { found: number; added: number; changed: number; unchanged: number; refused: number };
  photos: { found: number; kept: number; known: number; refused: number; notOpened: number };
  attendance: { rows: number; punchesAdded: number; punchesKnown: number; duplicateRows: number; rowsNotTaken: number };
  problems: number;
  reports: { json: string; csv: string };
}

const moveIn = (path: string, overrides: object = {}): Promise<Result> =>
  runImport(test, MOVE_IN, path, { timeZone: 'Europe/Berlin', ...overrides });

const everybody = async () =>
  (
    await test.admin.ask<{
      employees: { edges: { node: { number: number; name: string; position: string; department: string } }[] };
    }>('{ employees { edges { node { number name position department } } } }')
  ).employees.edges.map(({ node }) => node);

const days = async () =>
  (
    await test.admin.ask<{
      attendance: {
        edges: {
          node: { date: string; checkInTime: string | null; checkOutTime: string | null; employee: { name: string } };
        }[];
      };
    }>('{ attendance(first: 200) { edges { node { date checkInTime checkOutTime employee { name } } } } }')
  ).attendance.edges
    .map(({ node }) => node)
    .filter(({ checkInTime }) => checkInTime !== null)
    .map(({ date, checkInTime, checkOutTime, employee }) => [employee.name, date, checkInTime, checkOutTime]);

async function oldFolder(): Promise<string> {
  return writeOldApplication(join(test.folder, 'old'), {
    sql: `${OLD_TABLES}
      INSERT INTO Employees VALUES
        (1, 'Ezekiel Christian', 'Fitter', 'Production', '1_EzekielChristian'),
        (2, 'Vergil Cortney', 'Clerk', 'Sales', '2_VergilCortney'),
        (3, 'Without Photo', 'Clerk', 'Sales', '3_WithoutPhoto');
      INSERT INTO Attendance VALUES
        (1, 'Ezekiel Christian', '2026-02-02', '08:00:00', '17:00:00'),
        (1, 'Ezekiel Christian', '2026-02-02', '08:00:00', '17:00:00'),
        (1, 'Ezekiel Christian', '2026-02-03', '08:01:02.345678', NULL),
        (2, 'Vergil Cortney', '2026-02-02', '22:00:00', '06:00:00'),
        (2, 'Ezekiel Christian', '2026-02-04', '08:00:00', '17:00:00'),
        (9, 'Only Attended', '2026-02-02', '09:00', 'None'),
        (3, 'Without Photo', '2026-02-30', '09:00:00', '10:00:00');`,
    files: {
      'Face Images/Train/1_EzekielChristian/a.png': await photoOf(1),
      'Face Images/Train/1_EzekielChristian/copy.png': await photoOf(1),
      'Face Images/Test/1_EzekielChristian/test photo.png': await photoOf(1, 60),
      'Face Images/Train/2_VergilCortney/a.png': await photoOf(2),
      'Face Images/Train/4_OnlyFolder/a.png': await photoOf(4),
      'Attendance Tracker/Attend/1_EzekielChristian/a.png': await photoOf(1, 90),
      'docs/screenshot.png': await photoOf(7),
      'models/model.h5': Buffer.from('not read'),
    },
  });
}

describe('moving in', () => {
  it('brings people, photographs and attendance, and says what it could not', async () => {
    const result = await moveIn(await oldFolder());
    expect(result).toMatchObject({
      people: { found: 5, added: 5, refused: 0 },
      photos: { found: 5, kept: 4, known: 1, refused: 0 },
      attendance: { rows: 7, punchesAdded: 6, duplicateRows: 1, rowsNotTaken: 2 },
    });
    expect(await everybody()).toEqual([
      { number: 1, name: 'Ezekiel Christian', position: 'Fitter', department: 'Production' },
      { number: 9, name: 'Only Attended', position: 'Employee', department: 'Unassigned' },
      { number: 4, name: 'Only Folder', position: 'Employee', department: 'Unassigned' },
      { number: 2, name: 'Vergil Cortney', position: 'Clerk', department: 'Sales' },
      { number: 3, name: 'Without Photo', position: 'Clerk', department: 'Sales' },
    ]);
    expect((await days()).sort()).toEqual([
      ['Ezekiel Christian', '2026-02-02', '2026-02-02T07:00:00.000Z', '2026-02-02T16:00:00.000Z'],
      ['Ezekiel Christian', '2026-02-03', '2026-02-03T07:01:02.345Z', null],
      ['Only Attended', '2026-02-02', '2026-02-02T08:00:00.000Z', null],
      ['Vergil Cortney', '2026-02-02', '2026-02-02T21:00:00.000Z', '2026-02-03T05:00:00.000Z'],
    ]);
    const report = await readFile(result.reports.csv, 'utf8');
    expect(report).toContain('"Attendance, row 5",NOT_TAKEN,"The number 2 is Vergil Cortney');
    expect(report).toContain('"Attendance, row 7",NOT_TAKEN,"The date ""2026-02-30"" cannot be read."');
  });

  it('a second time changes nothing, and leaves the old folder as it was', async () => {
    const folder = await oldFolder();
    const contents = () => listFiles(folder).map((file) => [file, readFileSync(join(folder, file)).toString('base64')]);
    const old = contents();
    await moveIn(folder);
    const before = [await everybody(), await days(), listFiles(test.config.faceImagesDir)];
    expect(await moveIn(folder)).toMatchObject({
      people: { added: 0, changed: 0, unchanged: 5 },
      photos: { kept: 0, known: 5 },
      attendance: { punchesAdded: 0, punchesKnown: 8 },
    });
    expect([await everybody(), await days(), listFiles(test.config.faceImagesDir)]).toEqual(before);
    expect(contents()).toEqual(old);
  });

  it('without recorded consent brings people and attendance, and opens no photograph', async () => {
    expect(await moveIn(await oldFolder(), { consentRecorded: false })).toMatchObject({
      people: { added: 5 },
      photos: { kept: 0, notOpened: 5 },
      attendance: { punchesAdded: 6 },
    });
    expect(listFiles(test.config.faceImagesDir)).toEqual([]);
  });

  it('comes after people have begun to punch here, and keeps what they did', async () => {
    const folder = await oldFolder();
    await moveIn(folder);
    const { checkIn } = await test.admin.ask<{ checkIn: { __typename: string } }>(
      'mutation ($photo: Upload!) { checkIn(photo: $photo) { __typename } }',
      { photo: new File([await photoOf(1, 30)], 'p.png') },
    );
    expect(checkIn.__typename).toBe('AttendanceRecorded');
    writeOldApplication(folder, {
      sql: "INSERT INTO Attendance VALUES (1, 'Ezekiel Christian', '2026-02-06', '08:00:00', '17:00:00');",
    });
    expect(await moveIn(folder)).toMatchObject({ attendance: { punchesAdded: 2, punchesKnown: 8 } });
    const dates = (await days()).filter(([name]) => name === 'Ezekiel Christian').map(([, date]) => date);
    expect(dates).toEqual(['2026-03-02', '2026-02-06', '2026-02-03', '2026-02-02']);
  });
});

describe('an old application that is not as usual', () => {
  it('may have other names of tables and columns, and more of them', async () => {
    const folder = writeOldApplication(join(test.folder, 'old'), {
      database: 'backend/data/app.sqlite3',
      sql: `CREATE TABLE employee (employee_id TEXT, FULL_NAME TEXT, dept TEXT, salary REAL);
        CREATE TABLE "attendance" (id INTEGER PRIMARY KEY, employee_id TEXT, date TEXT, check_in TEXT, check_out TEXT, note TEXT);
        INSERT INTO employee VALUES ('7', 'Anna Berg', 'Production', 1.5);
        INSERT INTO attendance VALUES (1, '7', '13/02/2026', '8:00 AM', '5:00 PM', NULL);`,
    });
    expect(await moveIn(folder)).toMatchObject({ people: { added: 1 }, attendance: { rows: 1, punchesAdded: 2 } });
    expect(await days()).toEqual([['Anna Berg', '2026-02-13', '2026-02-13T07:00:00.000Z', '2026-02-13T16:00:00.000Z']]);
  });

  it('may lack a table, or the photographs', async () => {
    const folder = writeOldApplication(join(test.folder, 'old'), {
      sql: `CREATE TABLE Attendance (EmployeeID, EmployeeName, Date, CheckInTime, CheckOutTime);
        INSERT INTO Attendance VALUES (3, 'Anna Berg', '2026-02-02', '08:00:00', '17:00:00');`,
    });
    const { people, reports } = await moveIn(folder);
    expect(people).toMatchObject({ found: 1, added: 1 });
    expect(await readFile(reports.csv, 'utf8')).toContain('There is no table Employees.');
  });

  it('may keep each table in a database of its own, the newest rows in a write-ahead log', async () => {
    const folder = writeOldApplication(join(test.folder, 'old'), {
      database: 'database/employees.db',
      sql: `CREATE TABLE employees (ID REAL, Name TEXT); INSERT INTO employees VALUES (7, 'Anna Berg');`,
    });
    const running = new Sqlite(join(folder, 'database/attendance.db'));
    onTestFinished(() => void running.close());
    running.pragma('journal_mode = WAL');
    running.exec(`CREATE TABLE attendance (EmployeeID TEXT, EmployeeName TEXT, Date TEXT, CheckInTime TEXT, CheckOutTime TEXT);
      INSERT INTO attendance VALUES ('007', 'Anna B.', 'February 13, 2026', '08:00:00.000001', NULL);`);
    writeOldApplication(folder, { database: 'old/copy.db', sql: OLD_TABLES });
    const { people, attendance, reports } = await moveIn(folder);
    expect([people, attendance]).toMatchObject([{ added: 1 }, { rows: 1, punchesAdded: 1, rowsNotTaken: 0 }]);
    expect(await days()).toEqual([['Anna Berg', '2026-02-13', '2026-02-13T07:00:00.000Z', null]]);
    const report = await readFile(reports.csv, 'utf8');
    expect(report).toMatch(
      /copy\.db,NOT_TAKEN,"?It is not read: the tables were found in .*attendance\.db and .*employees\.db/,
    );
    expect(report).toContain('Anna Berg (7) is called Anna B. here.');
  });

  it('may have a damaged database: the people of the folders are taken, and it is said', async () => {
    const folder = writeOldApplication(join(test.folder, 'old'), {
      sql: OLD_TABLES,
      files: { 'Face Images/Train/1_Anna/a.png': await photoOf(1) },
    });
    const file = join(folder, 'attendance.db');
    writeFileSync(file, readFileSync(file).fill(0xff, 100));
    const { people, reports } = await moveIn(folder);
    expect(people).toMatchObject({ added: 1 });
    expect(await readFile(reports.csv, 'utf8')).toMatch(/attendance\.db,NOT_TAKEN,This database cannot be read \(/);
  });

  it('may hold much beside the photographs, and folders that are called in other ways', async () => {
    const folder = writeOldApplication(join(test.folder, 'old'), {
      sql: `${OLD_TABLES} INSERT INTO Employees VALUES (4, 'Dora Ek', 'Clerk', 'Sales', 'face2');`,
      files: {
        'Face Images/Final Training Images/1_John Doe/a.PNG': await photoOf(1),
        'Face Images/Final Training Images/2_Jane_Roe/b.JFIF': await photoOf(2),
        'Face Images/Final Training Images/face2/c.webp': await photoOf(4),
        'Face Images/Final Training Images/face3/d.jpeg': await photoOf(5),
        'Face Images/Final Testing Images/1_John Doe/e.png': await photoOf(1, 60),
        'Face Images/Final Training Images/1_John Doe/broken.jpg': Buffer.from('no photograph'),
        'Face Images/Final Training Images/1_John Doe/.ipynb_checkpoints/a-checkpoint.png': await photoOf(6),
        'Face Images/Final Training Images/1_John Doe/Thumbs.db': Buffer.from('no database'),
        'Face Images/Final Training Images/.DS_Store': Buffer.from('no photograph'),
        'Face Images/Final Training Images/ResultMap.pkl': Buffer.from('no photograph'),
        'venv/lib/python3.9/site-packages/PIL/test/image.png': await photoOf(7),
      },
    });
    const { photos, reports } = await moveIn(folder);
    expect(photos).toMatchObject({ found: 5, kept: 4, refused: 1 });
    expect((await everybody()).map(({ number, name }) => [number, name])).toEqual([
      [4, 'Dora Ek'],
      [2, 'Jane Roe'],
      [1, 'John Doe'],
    ]);
    const report = await readFile(reports.csv, 'utf8');
    expect(report).toContain('1_John Doe/broken.jpg,POOR_PHOTO');
    expect(report).toContain(
      'face3/d.jpeg,NOT_TAKEN,No ImageID says whose face is in face3: name the folder as 7_AnnaBerg.',
    );
  });

  it('may have no database at all', async () => {
    const folder = join(test.folder, 'old');
    writeOldApplication(folder, {
      database: 'airflow.db',
      sql: 'CREATE TABLE dag (dag_id TEXT);',
      files: { 'Face Images/Train/1_Anna/a.png': await photoOf(1) },
    });
    const { people, attendance } = await moveIn(folder);
    expect([people, attendance]).toMatchObject([{ added: 1 }, { rows: 0 }]);
  });

  it('is refused in plain words where nothing of it is there', async () => {
    await expect(moveIn(join(test.folder, 'nowhere'))).rejects.toThrow('cannot be read');
    const folder = writeOldApplication(join(test.folder, 'other'), { sql: 'CREATE TABLE x (y);' });
    await expect(moveIn(folder)).rejects.toThrow('There is nothing of the old application');
  });
});

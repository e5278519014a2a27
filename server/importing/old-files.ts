import { copyFile, mkdtemp, open, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { unlessMissing } from '../storage/missing-files.js';
import { openFolder, PASSED_OVER } from './folder-files.js';
import type { Problem } from './import-report.js';
import { OldApplication, type OldAttendanceRow, type OldEmployeeRow } from './old-application.repository.js';
import type { PhotoFiles } from './photo-files.js';

const MOST_DEPTH = 6;
const DATABASE = /\.(db|db3|sqlite|sqlite3)$/i;
const SQLITE_HEADER = 'SQLite format 3\0';

/** Folders that hold people, or photographs of one. */
const OF_FACES = /^(face[ _-]?images?|faces|train(ing)?|test(ing)?|\d+_.+)$/i;

/** What the old application has recorded. */
interface OldTables {
  employees: OldEmployeeRow[];
  attendance: OldAttendanceRow[];
  /** What is missing, damaged or was left alone. */
  problems: Problem[];
}

/** The tables of the old application in the databases below a folder, each from the first that has it; its files stay untouched. */
export async function readOldTables(folder: string): Promise<OldTables> {
  const copies = await mkdtemp(join(tmpdir(), 'rollcall-import-'));
  const problems: Problem[] = [];
  const sources = new Set<string>();
  let [employees, attendance]: [OldEmployeeRow[] | null, OldAttendanceRow[] | null] = [null, null];
  try {
    for (const file of await findDatabases(folder)) {
      const from = <Rows>(rows: Rows | null): Rows | null => {
        if (rows) sources.add(file);
        return rows;
      };
      try {
        if (!(await isSqlite(file))) continue;
        if (employees && attendance) {
          const found = [...sources].join(' and ');
          problems.push({ where: file, reason: `It is not read: the tables were found in ${found}.` });
          continue;
        }
        const tables = new OldApplication(await copyOf(file, copies));
        try {
          employees ??= from(tables.listEmployees());
          attendance ??= from(tables.listAttendance());
        } finally {
          tables.close();
        }
      } catch (error) {
        problems.push({ where: file, reason: `This database cannot be read (${(error as Error).message}).` });
      }
    }
  } finally {
    await rm(copies, { recursive: true, force: true });
  }
  const where = [...sources][0] ?? folder;
  if (!employees && !attendance) problems.push({ where, reason: 'There is no database with Employees or Attendance.' });
  else if (!employees) problems.push({ where, reason: 'There is no table Employees.' });
  else if (!attendance) problems.push({ where, reason: 'There is no table Attendance.' });
  return { employees: employees ?? [], attendance: attendance ?? [], problems };
}

/** The photographs of faces below a folder: pictures of anything else in the repository are no people. */
export async function openOldPhotos(folder: string): Promise<PhotoFiles> {
  const files = await openFolder(folder);
  const isOfFace = (path: string): boolean =>
    path
      .split('/')
      .slice(0, -1)
      .some((part) => OF_FACES.test(part));
  return { ...files, paths: files.paths.filter(isOfFace) };
}

/** Where `attendance.db` comes before any other name, and what is nearer to the top before what is deeper. */
async function findDatabases(folder: string, depth = MOST_DEPTH): Promise<string[]> {
  const found: string[] = [];
  const deeper: string[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => [])) {
    const file = join(folder, entry.name);
    if (entry.isFile() && DATABASE.test(entry.name)) found.push(file);
    else if (entry.isDirectory() && depth > 0 && !PASSED_OVER.test(entry.name)) {
      deeper.push(...(await findDatabases(file, depth - 1)));
    }
  }
  const isUsual = (file: string): number => (/^attendance\./i.test(basename(file)) ? 0 : 1);
  return [...found, ...deeper].sort((a, b) => isUsual(a) - isUsual(b));
}

/** A copy with what is not in the file yet, so that nothing of the old application is written to. */
async function copyOf(file: string, copies: string): Promise<string> {
  const copy = join(copies, 'old.db');
  for (const suffix of ['', '-wal', '-journal']) {
    await rm(`${copy}${suffix}`, { force: true });
    await copyFile(`${file}${suffix}`, `${copy}${suffix}`).catch(unlessMissing);
  }
  return copy;
}

async function isSqlite(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(16), 0, 16, 0);
    return buffer.toString('latin1') === SQLITE_HEADER;
  } finally {
    await file.close();
  }
}

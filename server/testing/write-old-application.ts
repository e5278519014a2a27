import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Sqlite from 'better-sqlite3';

/** A folder as the old application leaves it: SQL for its database, and files by their paths. */
export function writeOldApplication(
  folder: string,
  { sql, files = {}, database = 'attendance.db' }: { sql: string; files?: Record<string, Buffer>; database?: string },
): string {
  for (const [path, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  mkdirSync(dirname(join(folder, database)), { recursive: true });
  const tables = new Sqlite(join(folder, database));
  tables.exec(sql);
  tables.close();
  return folder;
}

/** The tables as its code creates them. */
export const OLD_TABLES = `
  CREATE TABLE Employees (ID INTEGER, Name TEXT, Position TEXT, Department TEXT, ImageID TEXT);
  CREATE TABLE Attendance (EmployeeID INTEGER, EmployeeName TEXT, Date TEXT, CheckInTime TEXT, CheckOutTime TEXT);`;

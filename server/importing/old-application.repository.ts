import Sqlite from 'better-sqlite3';

/** A row of the old table Employees; empty where it says nothing. */
export interface OldEmployeeRow {
  row: number;
  id: string;
  name: string;
  position: string;
  department: string;
  imageId: string;
}

/** A row of the old table Attendance. */
export interface OldAttendanceRow {
  row: number;
  employeeId: string;
  employeeName: string;
  date: string;
  checkIn: string;
  checkOut: string;
}

/** Names of a column, without case and anything but letters and digits; the first that is there counts. */
const EMPLOYEE_COLUMNS = {
  id: ['id', 'employeeid', 'empid', 'number'],
  name: ['name', 'employeename', 'fullname'],
  position: ['position', 'jobtitle', 'title', 'role'],
  department: ['department', 'dept'],
  imageId: ['imageid', 'image', 'imagename', 'faceid', 'folder'],
} as const;
const ATTENDANCE_COLUMNS = {
  employeeId: ['employeeid', 'empid', 'userid'],
  employeeName: ['employeename', 'name', 'fullname'],
  date: ['date', 'day', 'attendancedate'],
  checkIn: ['checkintime', 'checkin', 'timein', 'intime', 'arrival', 'time'],
  checkOut: ['checkouttime', 'checkout', 'timeout', 'outtime', 'departure'],
} as const;

/** The tables of an old application, in a file that nobody else has open. Tables that are not there are null. */
export class OldApplication {
  private readonly database: Sqlite.Database;

  /** Throws for a file that is no database. */
  constructor(file: string) {
    this.database = new Sqlite(file, { fileMustExist: true });
  }

  listEmployees(): OldEmployeeRow[] | null {
    return this.rows(/^employees?$/i, EMPLOYEE_COLUMNS);
  }

  listAttendance(): OldAttendanceRow[] | null {
    return this.rows(/^attendances?$/i, ATTENDANCE_COLUMNS);
  }

  close(): void {
    this.database.close();
  }

  private rows<Columns extends Record<string, readonly string[]>>(
    table: RegExp,
    columns: Columns,
  ): ({ row: number } & Record<keyof Columns, string>)[] | null {
    const name = this.tableNamed(table);
    if (name === null) return null;
    const there = new Map(
      this.database
        .prepare<[string], { name: string }>('SELECT name FROM pragma_table_info(?)')
        .all(name)
        .map((column) => [column.name.toLowerCase().replace(/[^a-z0-9]/g, ''), column.name]),
    );
    const chosen = Object.entries(columns).map(([field, names]) => {
      const found = names.find((each) => there.has(each));
      return `${found === undefined ? "''" : quoted(there.get(found)!)} AS ${quoted(field)}`;
    });
    const rows = this.database
      .prepare<[], Record<string, unknown>>(`SELECT ${chosen.join(', ')} FROM ${quoted(name)}`)
      .all();
    return rows.map((row, index) => ({
      ...(Object.fromEntries(Object.entries(row).map(([field, value]) => [field, textOf(value)])) as Record<
        keyof Columns,
        string
      >),
      row: index + 1,
    }));
  }

  private tableNamed(pattern: RegExp): string | null {
    const tables = this.database
      .prepare<[], { name: string }>("SELECT name FROM sqlite_master WHERE type IN ('table', 'view') ORDER BY name")
      .all();
    return tables.find(({ name }) => pattern.test(name.replace(/[^a-z]/gi, '')))?.name ?? null;
  }
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** SQLite lets any column hold anything. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return Number.isInteger(value) ? value.toFixed(0) : String(value);
  if (typeof value === 'bigint') return value.toString();
  if (Buffer.isBuffer(value)) return value.toString('utf8').trim();
  return typeof value === 'string' ? value.trim() : '';
}

import type { Database } from '../database/database.js';
import { Prisma } from '../database/generated/client.js';
import type { Scope } from '../scope.js';
import { MINUTE_COLUMNS, type DayMinutes } from './day-record.rules.js';

/** What is not given, or null, does not narrow; dates are both included. */
export interface SummaryQuery {
  from: string;
  to: string;
  siteId?: string | null;
  department?: string | null;
  employeeId?: string | null;
}

/** The sums of some day records. */
export interface Totals extends DayMinutes {
  /** Records with a punch. */
  presentDays: number;
  lateDays: number;
  /** Records on which somebody, or a punch of theirs, is missing. */
  missingDays: number;
  correctedDays: number;
}

/** The sums of the records of a date or of an employee. */
export interface KeyedTotals extends Totals {
  key: string;
}

/** Numbers of the database, which may be bigger than a number of JavaScript for all it knows. */
type Counted = Record<keyof Totals, number | bigint>;

export class SummaryRepository {
  constructor(private readonly database: Database) {}

  /** Sums by date or by employee, in the order of these keys. */
  async sum(scope: Scope, by: 'date' | 'employeeId', query: SummaryQuery): Promise<KeyedTotals[]> {
    const key = by === 'date' ? Prisma.sql`date` : Prisma.sql`"employeeId"`;
    const minutes = Prisma.raw(MINUTE_COLUMNS.map((column) => `SUM("${column}") AS "${column}"`).join(', '));
    // Grouping by an expression keeps the database from reading everybody's whole past in the order of the key.
    const rows = await this.database.read.$queryRaw<(Counted & { key: string })[]>`
      SELECT ${key} || '' AS "key", ${minutes},
        SUM(CASE WHEN status = 'PRESENT' THEN 1 ELSE 0 END) AS "presentDays",
        SUM(CASE WHEN "isLate" THEN 1 ELSE 0 END) AS "lateDays",
        SUM(CASE WHEN "isMissing" THEN 1 ELSE 0 END) AS "missingDays",
        SUM(CASE WHEN "isCorrected" THEN 1 ELSE 0 END) AS "correctedDays"
      FROM "Attendance" WHERE ${matching(query)} AND ${ofPeople(scope)}
      GROUP BY 1 ORDER BY 1`;
    return rows.map(({ key: own, ...sums }) => {
      const totals = Object.fromEntries(Object.entries(sums).map(([column, sum]) => [column, Number(sum)]));
      return { ...(totals as unknown as Totals), key: own };
    });
  }

  /** The names of people and of their departments, by id. */
  async namesOf(employeeIds: readonly string[]): Promise<Map<string, { name: string; department: string }>> {
    const rows = await this.database.read.employee.findMany({
      where: { id: { in: [...employeeIds] } },
      select: { id: true, name: true, department: { select: { name: true } } },
    });
    return new Map(rows.map(({ id, name, department }) => [id, { name, department: department.name }]));
  }
}

function ofPeople(scope: Scope): Prisma.Sql {
  switch (scope.kind) {
    case 'everybody':
      return Prisma.sql`TRUE`;
    case 'employee':
      return Prisma.sql`"employeeId" = ${scope.id}`;
    case 'departments':
      if (scope.ids.length === 0) return Prisma.sql`FALSE`;
      return Prisma.sql`"employeeId" IN (SELECT id FROM "Employee" WHERE "departmentId" IN (${Prisma.join([...scope.ids])}))`;
    case 'nobody':
      return Prisma.sql`FALSE`;
  }
}

function matching({ from, to, siteId, department, employeeId }: SummaryQuery): Prisma.Sql {
  const people = Prisma.join(
    [
      Prisma.sql`TRUE`,
      ...(siteId ? [Prisma.sql`"siteId" = ${siteId}`] : []),
      ...(department ? [Prisma.sql`"departmentId" IN (SELECT id FROM "Department" WHERE name = ${department})`] : []),
    ],
    ' AND ',
  );
  return Prisma.join(
    [
      Prisma.sql`date >= ${from} AND date <= ${to}`,
      ...(employeeId ? [Prisma.sql`"employeeId" = ${employeeId}`] : []),
      ...(siteId || department ? [Prisma.sql`"employeeId" IN (SELECT id FROM "Employee" WHERE ${people})`] : []),
    ],
    ' AND ',
  );
}

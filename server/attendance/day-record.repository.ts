import type { Database, Transaction } from '../database/database.js';
import type { Attendance } from '../database/generated/client.js';
import { newId } from '../ids.js';
import { employeesIn, EVERYBODY, type Scope } from '../scope.js';
import type { DaySpan } from './changed-days.rules.js';
import { toColumns, toDayRecord } from './day-row.js';
import type { StoredDay } from './day-record.rules.js';
import { differences, type DayDifference } from './difference.rules.js';
import type { Person } from './history-reader.js';
import { adjustmentsFor, standingRecords, type Adjustment } from './period.rules.js';

/** What is not given, or null, does not narrow. */
export interface PeopleQuery {
  /** Everybody where it is not said. */
  scope?: Scope;
  siteId?: string | null;
  departmentId?: string | null;
  employeeId?: string | null;
  isActive?: boolean;
  /** Only people of whom something is booked about these dates. */
  adjusted?: { from: string; to: string };
}

export class DayRecordRepository {
  constructor(private readonly database: Database) {}

  /** Stored records of a few people between two dates, by employee. */
  async read(employeeIds: readonly string[], from: string, to: string): Promise<Map<string, StoredDay[]>> {
    const rows = await this.database.read.attendance.findMany({
      where: { employeeId: { in: [...employeeIds] }, date: { gte: from, lte: to } },
      orderBy: { date: 'asc' },
    });
    const people = new Map<string, StoredDay[]>(employeeIds.map((id) => [id, []]));
    for (const row of rows) people.get(row.employeeId)?.push(toDayRecord(row));
    return people;
  }

  /**
   * Stores records that were derived, unless an event came in since the log was read. Gives what changed, null where
   * somebody was faster.
   */
  store(employeeId: string, lastOrdinal: number, span: DaySpan, now: Date): Promise<DayDifference[] | null> {
    return this.database.write(async (transaction) => {
      const last = await transaction.attendanceEvent.findFirst({
        where: { employeeId },
        orderBy: { ordinal: 'desc' },
        select: { ordinal: true },
      });
      if ((last?.ordinal ?? 0) !== lastOrdinal) return null;
      const [written] = await writeDays(transaction, [{ employeeId, ...span }], now);
      return written!.changes;
    });
  }

  /** Who has records: all of a site, of a department, one employee, or everybody; oldest first, who left included. */
  listPeople(query: PeopleQuery = {}): Promise<Person[]> {
    const { scope = EVERYBODY, siteId, departmentId, employeeId, adjusted } = query;
    return this.database.read.employee.findMany({
      where: {
        AND: [employeesIn(scope)],
        ...(siteId && { siteId }),
        ...(departmentId && { departmentId }),
        ...(employeeId && { id: employeeId }),
        ...(query.isActive !== undefined && { active: query.isActive }),
        ...(adjusted && { adjustments: { some: { date: { gte: adjusted.from, lte: adjusted.to } } } }),
      },
      select: { id: true, siteId: true, departmentId: true, createdAt: true },
      orderBy: { id: 'asc' },
    });
  }

  /** The last date of which there is a record; null where there are none. */
  async findLastDate(): Promise<string | null> {
    const last = await this.database.read.attendance.findFirst({ orderBy: { date: 'desc' }, select: { date: true } });
    return last?.date ?? null;
  }

  /** The first date on which anything happened to anybody, on the UTC calendar; null where nothing did. */
  async findFirstDate(): Promise<string | null> {
    const first = await this.database.read.attendanceEvent.findFirst({
      orderBy: { sequence: 'asc' },
      select: { recordedAt: true },
    });
    return first?.recordedAt.toISOString().slice(0, 10) ?? null;
  }
}

/** What somebody's records between two dates follow to be. */
export interface EmployeeDays extends DaySpan {
  employeeId: string;
}

/** What changed, and the rows that there are now by their dates. */
interface WrittenDays {
  changes: DayDifference[];
  rows: Map<string, Attendance>;
}

/**
 * Brings the stored records of a few people, each of a span of dates, to what was derived, in the transaction of its
 * cause. Records of locked periods stay: what would have changed is booked as an adjustment. Gives what was written for each,
 * in their order.
 */
export async function writeDays(
  transaction: Transaction,
  spans: readonly EmployeeDays[],
  now: Date,
): Promise<WrittenDays[]> {
  const from = spans.map((span) => span.from).sort()[0]!;
  const to = spans
    .map((span) => span.to)
    .sort()
    .at(-1)!;
  const theirs = { employeeId: { in: spans.map(({ employeeId }) => employeeId) }, date: { gte: from, lte: to } };
  const stored = await transaction.attendance.findMany({ where: theirs, orderBy: { date: 'asc' } });
  const periods = await transaction.payPeriod.findMany({
    where: { from: { lte: to }, to: { gte: from }, lockedAt: { not: null } },
  });
  const booked = periods.length > 0 ? await transaction.adjustment.findMany({ where: theirs }) : [];

  const added: Attendance[] = [];
  const due: Adjustment[] = [];
  const written: WrittenDays[] = [];
  for (const span of spans) {
    const { employeeId, days } = span;
    const before = stored.filter((row) => isOf(span, row));
    const records = before.map(toDayRecord);
    const standing = standingRecords(periods, records, days);
    const changes = differences(records, standing);
    const rows = new Map(before.map((row) => [row.date, row]));
    const fresh = new Map(standing.map((day) => [day.date, day]));
    for (const date of new Set(changes.map((change) => change.date))) {
      const [row, day] = [rows.get(date), fresh.get(date)];
      if (row && day) {
        const columns = toColumns(day);
        await transaction.attendance.update({ where: { id: row.id }, data: columns, select: { id: true } });
        rows.set(date, { ...row, ...columns });
      } else if (day) {
        added.push({ id: newId(), employeeId, ...toColumns(day) });
        rows.set(date, added.at(-1)!);
      } else if (row) {
        await transaction.attendance.delete({ where: { id: row.id } });
        rows.delete(date);
      }
    }
    const own = booked.filter((each) => isOf(span, each)) as Adjustment[];
    due.push(...adjustmentsFor(employeeId, periods, records, days, own));
    written.push({ changes, rows });
  }
  if (added.length > 0) await transaction.attendance.createMany({ data: added });
  if (due.length > 0) {
    await transaction.adjustment.createMany({ data: due.map((each) => ({ id: newId(), createdAt: now, ...each })) });
  }
  return written;
}

const isOf = ({ employeeId, from, to }: EmployeeDays, row: { employeeId: string; date: string }): boolean =>
  row.employeeId === employeeId && from <= row.date && row.date <= to;

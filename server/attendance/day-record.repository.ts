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
      return (await writeDays(transaction, employeeId, span, now)).changes;
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

/**
 * Brings the stored records of a span of dates to what was derived, in the transaction of its cause. Records of locked
 * periods stay: what would have changed is booked as an adjustment. Gives what changed, and the rows that there are now by
 * their dates.
 */
export async function writeDays(
  transaction: Transaction,
  employeeId: string,
  { from, to, days }: DaySpan,
  now: Date,
): Promise<{ changes: DayDifference[]; rows: Map<string, Attendance> }> {
  const dates = { gte: from, lte: to };
  const [before, periods] = [
    await transaction.attendance.findMany({ where: { employeeId, date: dates }, orderBy: { date: 'asc' } }),
    await transaction.payPeriod.findMany({ where: { from: { lte: to }, to: { gte: from }, lockedAt: { not: null } } }),
  ];
  const rows = new Map(before.map((row) => [row.date, row]));
  const stored = before.map(toDayRecord);
  const standing = standingRecords(periods, stored, days);
  const changes = differences(stored, standing);
  const changed = new Set(changes.map(({ date }) => date));
  const fresh = new Map(standing.map((day) => [day.date, day]));
  for (const date of changed) {
    const day = fresh.get(date);
    const key = { employeeId_date: { employeeId, date } };
    if (!day) {
      await transaction.attendance.delete({ where: key });
      rows.delete(date);
    } else {
      const columns = toColumns(day);
      const create = { id: newId(), employeeId, ...columns };
      rows.set(date, await transaction.attendance.upsert({ where: key, create, update: columns }));
    }
  }
  if (periods.length > 0) {
    const booked = await transaction.adjustment.findMany({ where: { employeeId, date: dates } });
    const due = adjustmentsFor(employeeId, periods, stored, days, booked as Adjustment[]);
    if (due.length > 0) {
      await transaction.adjustment.createMany({
        data: due.map((each) => ({ id: newId(), createdAt: now, ...each })),
      });
    }
  }
  return { changes, rows };
}

import { isUniqueViolation, type Database, type Transaction } from '../database/database.js';
import {
  Prisma,
  type Attendance,
  type AttendanceAnswer,
  type AttendanceEvent,
  type RecognitionDecision,
} from '../database/generated/client.js';
import { employeeRelations, type Employee } from '../employees/employee.repository.js';
import { inGroups } from '../in-groups.js';
import { addDays, dateAt } from '../schedules/local-time.rules.js';
import { ofEmployeesIn, type Scope } from '../scope.js';
import type { ChangedDays } from './changed-days.rules.js';
import { columnsOfPunch, toColumns } from './day-row.js';
import { writeDays } from './day-record.repository.js';
import { punchTime, type LogEntry } from './event-log.rules.js';
import type { OvertimeApproval } from './overtime.rules.js';

export type EventRow = AttendanceEvent & { employee: Employee };
export type AttendanceRow = Attendance & { employee: Employee };
export type Answer = AttendanceAnswer;
export type { Attendance, RecognitionDecision };

export type NewEvent = Omit<AttendanceEvent, 'sequence'>;

/** What was read of somebody's log. */
export interface LogSince {
  log: LogEntry[];
  /** Of the last event there is; 0 for none. */
  lastOrdinal: number;
  /** When the earliest event there is came in; imported ones may follow later ones. */
  firstAt: Date | null;
}

/** A punch that was accepted, with all that is written of it. */
export interface AcceptedPunch {
  event: NewEvent;
  employee: Employee;
  change: ChangedDays;
  /** Null without a key. */
  answer: Omit<Answer, 'attendanceId'> | null;
}

/** A recorded event with the day record that it led to. */
export interface Recorded {
  event: EventRow;
  attendance: AttendanceRow;
}

const logColumns = {
  id: true,
  employeeId: true,
  action: true,
  kind: true,
  recordedAt: true,
  capturedAt: true,
  clockOffsetMs: true,
  isDeferred: true,
  correctedTime: true,
  targetId: true,
  source: true,
  reason: true,
} as const;

export const withEmployee = { include: { employee: { include: employeeRelations } } } as const;

export class AttendanceRepository {
  private readonly answerOfMany = inGroups(async (keys: readonly Pick<Answer, 'source' | 'idempotencyKey'>[]) => {
    const found = await this.database.read.attendanceAnswer.findMany({
      where: {
        source: { in: [...new Set(keys.map(({ source }) => source))] },
        idempotencyKey: { in: [...new Set(keys.map(({ idempotencyKey }) => idempotencyKey))] },
      },
    });
    return keys.map(
      (key) => found.find((row) => row.source === key.source && row.idempotencyKey === key.idempotencyKey) ?? null,
    );
  });

  private readonly recordOfMany = inGroups((punches: readonly AcceptedPunch[]) =>
    this.database.write((transaction) => recordAll(transaction, punches)),
  );

  private readonly noteOfMany = inGroups(async (answers: readonly Answer[]) => {
    await this.database.write((transaction) => transaction.attendanceAnswer.createMany({ data: [...answers] }));
    return answers;
  });

  constructor(private readonly database: Database) {}

  /**
   * The logs of a few people since an instant, with older punches that later corrections are about, and where
   * the log of each begins and ends. The ordinals are read first: an event that comes in between makes the next one fail on its
   * ordinal, never go by what is out of date.
   */
  async readLogs(employeeIds: readonly string[], since: Date): Promise<Map<string, LogSince>> {
    const { read } = this.database;
    const events = read.attendanceEvent;
    const ends = await read.$queryRaw<
      { employeeId: string; lastOrdinal: number | bigint | null; firstAt: string | Date | null }[]
    >`
      SELECT "id" AS "employeeId",
        (SELECT MAX("ordinal") FROM "AttendanceEvent" WHERE "employeeId" = "Employee"."id") AS "lastOrdinal",
        (SELECT MIN("recordedAt") FROM "AttendanceEvent" WHERE "employeeId" = "Employee"."id") AS "firstAt"
      FROM "Employee" WHERE "id" IN (${Prisma.join([...employeeIds])})`;
    const logs = new Map<string, LogSince>(employeeIds.map((id) => [id, { log: [], lastOrdinal: 0, firstAt: null }]));
    for (const { employeeId, lastOrdinal, firstAt } of ends) {
      if (lastOrdinal === null || firstAt === null) continue;
      logs.set(employeeId, { log: [], lastOrdinal: Number(lastOrdinal), firstAt: new Date(firstAt) });
    }
    let found = await events.findMany({
      where: { employeeId: { in: [...employeeIds] }, recordedAt: { gte: since } },
      select: logColumns,
    });
    const known = new Set<string>();
    while (found.length > 0) {
      for (const entry of found) {
        known.add(entry.id);
        logs.get(entry.employeeId)?.log.push(entry);
      }
      const targets = found.flatMap(({ targetId }) => (targetId && !known.has(targetId) ? [targetId] : []));
      if (targets.length === 0) break;
      found = await events.findMany({ where: { id: { in: targets } }, select: logColumns });
    }
    return logs;
  }

  /** The overtime approvals of a few people from a date on. */
  readApprovals(employeeIds: readonly string[], from: string): Promise<OvertimeApproval[]> {
    return this.database.read.overtimeApproval.findMany({
      where: { employeeId: { in: [...employeeIds] }, date: { gte: from } },
    });
  }

  /**
   * Appends an event of an employee, brings the day records up to date and notes the answer, all or nothing. Null when
   * somebody else was first: another event took the ordinal, or another request with this key was answered.
   */
  record(punch: AcceptedPunch): Promise<Recorded | null> {
    return nullWhereTaken(this.recordOfMany(punch));
  }

  /** Adds events that were made elsewhere; their records have to be derived afterwards. */
  async import(events: NewEvent[]): Promise<void> {
    await this.database.write((transaction) => transaction.attendanceEvent.createMany({ data: events }));
  }

  findAnswer(source: string, idempotencyKey: string): Promise<Answer | null> {
    return this.answerOfMany({ source, idempotencyKey });
  }

  /** Notes a refusal as the first answer to a key. False where the key has an answer already. */
  async noteAnswer(answer: Answer): Promise<boolean> {
    return (await nullWhereTaken(this.noteOfMany(answer))) !== null;
  }

  findEvent(id: string): Promise<(EventRow & { decision: RecognitionDecision | null }) | null> {
    return this.database.read.attendanceEvent.findUnique({
      where: { id },
      include: { ...withEmployee.include, decision: true },
    });
  }

  async findPhotoPath(eventId: string): Promise<string | null> {
    const event = await this.database.read.attendanceEvent.findUnique({
      where: { id: eventId },
      select: { photoPath: true },
    });
    return event?.photoPath ?? null;
  }

  /**
   * The day record of an id that `record` gave to this event; where that has become part of another day's, the last one up
   * to then. Of a date that a locked period keeps without one, what the punch alone would make of it.
   */
  async getAttendance(id: string, event: EventRow): Promise<AttendanceRow> {
    const { attendance } = this.database.read;
    const { employee, employeeId } = event;
    const at = punchTime(event);
    const date = dateAt(employee.site.timeZone, employee.site.dayStartsAtMinutes, at);
    const wasStored = id !== event.id;
    const row =
      (await attendance.findUnique({ where: { id }, ...withEmployee })) ??
      (await attendance.findFirst({
        where: { employeeId, date: wasStored ? { lte: addDays(date, 1) } : date },
        orderBy: { date: 'desc' },
        ...withEmployee,
      }));
    return row ?? { id, employeeId, employee, ...columnsOfPunch(date, event.kind, at) };
  }

  /** Where an event of somebody in the scope stands in the log; null where there is none. */
  async findSequence(scope: Scope, eventId: string): Promise<number | null> {
    const event = await this.database.read.attendanceEvent.findFirst({
      where: { id: eventId, ...ofEmployeesIn(scope) },
      select: { sequence: true },
    });
    return event?.sequence ?? null;
  }

  async findLastSequence(): Promise<number> {
    const last = await this.database.read.attendanceEvent.findFirst({
      orderBy: { sequence: 'desc' },
      select: { sequence: true },
    });
    return last?.sequence ?? 0;
  }

  /** The log after a sequence, oldest first. */
  listEventsAfter(scope: Scope, sequence: number, take: number): Promise<EventRow[]> {
    return this.database.read.attendanceEvent.findMany({
      where: { sequence: { gt: sequence }, ...ofEmployeesIn(scope) },
      orderBy: { sequence: 'asc' },
      take,
      ...withEmployee,
    });
  }
}

/** The record of a date that a locked period keeps without one; its id is the event's. */
function wouldBe({ id, employeeId, employee }: EventRow, { date, days }: ChangedDays): AttendanceRow {
  const day = days.find((each) => each.date === date);
  if (!day) throw new Error('a punch that was accepted led to no day record');
  return { id, employeeId, employee, ...toColumns(day) };
}

/** Events, day records and answers of a few people, in one transaction. */
async function recordAll(transaction: Transaction, punches: readonly AcceptedPunch[]): Promise<Recorded[]> {
  const events = await transaction.attendanceEvent.createManyAndReturn({ data: punches.map(({ event }) => event) });
  const created = new Map(events.map((event) => [event.id, event]));
  const spans = punches.map(({ employee, change }) => ({ employeeId: employee.id, ...change }));
  const written = await writeDays(transaction, spans, punches[0]!.event.recordedAt);
  const recorded = punches.map(({ event: { id }, employee, change }, index) => {
    const event = { ...created.get(id)!, employee };
    const stored = written[index]!.rows.get(change.date);
    return { event, attendance: stored ? { ...stored, employee } : wouldBe(event, change) };
  });
  const answers = punches.flatMap(({ answer }, index) =>
    answer ? { ...answer, attendanceId: recorded[index]!.attendance.id } : [],
  );
  if (answers.length > 0) await transaction.attendanceAnswer.createMany({ data: answers });
  return recorded;
}

/** What was written; null where a unique key was taken, so that nothing was. */
async function nullWhereTaken<T>(written: Promise<T>): Promise<T | null> {
  try {
    return await written;
  } catch (error) {
    if (isUniqueViolation(error)) return null;
    throw error;
  }
}

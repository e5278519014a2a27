import { isUniqueViolation, type Database } from '../database/database.js';
import type {
  Attendance,
  AttendanceAnswer,
  AttendanceEvent,
  Prisma,
  RecognitionDecision,
} from '../database/generated/client.js';
import { employeeRelations, type Employee } from '../employees/employee.repository.js';
import type { DayRecord } from './attendance.rules.js';

export type EventRow = AttendanceEvent & { employee: Employee };
export type AttendanceRow = Attendance & { employee: Employee };
export type Answer = AttendanceAnswer;
export type { Attendance, RecognitionDecision };

export type NewEvent = Omit<AttendanceEvent, 'sequence'>;

/** A recorded event with the day record that it led to. */
export interface Recorded {
  event: EventRow;
  attendance: AttendanceRow;
}

export interface AttendanceQuery {
  employeeId?: string | null;
  department?: string | null;
  /** The first and the last day. */
  from?: string | null;
  to?: string | null;
  /** Only records of active people that are open since this instant or later. */
  openSince?: Date;
}

const withEmployee = { include: { employee: { include: employeeRelations } } } as const;

export class AttendanceRepository {
  constructor(private readonly database: Database) {}

  /**
   * One employee's events since an instant, oldest first, and the ordinal of the last there is. The ordinal is read
   * first: an event that comes in between makes the next one fail on its ordinal, never go by what is out of date.
   */
  async readEventsOf(employeeId: string, since: Date): Promise<{ lastOrdinal: number; events: AttendanceEvent[] }> {
    const last = await this.database.read.attendanceEvent.findFirst({
      where: { employeeId },
      orderBy: { ordinal: 'desc' },
      select: { ordinal: true },
    });
    const events = await this.database.read.attendanceEvent.findMany({
      where: { employeeId, recordedAt: { gte: since } },
      orderBy: { ordinal: 'asc' },
    });
    return { lastOrdinal: last?.ordinal ?? 0, events };
  }

  /**
   * Appends an event, brings its day record up to date and notes the answer, all or nothing. Null when somebody else
   * was first: another event took the ordinal, or another request with this key was answered.
   */
  async record(
    event: NewEvent,
    day: DayRecord,
    newAttendanceId: string,
    answer: Omit<Answer, 'attendanceId'> | null,
  ): Promise<Recorded | null> {
    try {
      return await this.database.write(async (transaction) => {
        const created = await transaction.attendanceEvent.create({ data: event, ...withEmployee });
        const { employeeId } = event;
        const attendance = await transaction.attendance.upsert({
          where: { employeeId_date: { employeeId, date: day.date } },
          create: { id: newAttendanceId, employeeId, ...day },
          update: day,
          ...withEmployee,
        });
        if (answer) await transaction.attendanceAnswer.create({ data: { ...answer, attendanceId: attendance.id } });
        return { event: created, attendance };
      });
    } catch (error) {
      if (isUniqueViolation(error)) return null;
      throw error;
    }
  }

  /** Adds events and day records that were made elsewhere, all or nothing. */
  async import(events: NewEvent[], days: Attendance[]): Promise<void> {
    await this.database.write(async (transaction) => {
      await transaction.attendanceEvent.createMany({ data: events });
      await transaction.attendance.createMany({ data: days });
    });
  }

  findAnswer(source: string, idempotencyKey: string): Promise<Answer | null> {
    return this.database.read.attendanceAnswer.findUnique({
      where: { source_idempotencyKey: { source, idempotencyKey } },
    });
  }

  /** Notes a refusal as the first answer to a key. False where the key has an answer already. */
  async noteAnswer(answer: Answer): Promise<boolean> {
    try {
      await this.database.write((transaction) => transaction.attendanceAnswer.create({ data: answer }));
      return true;
    } catch (error) {
      if (isUniqueViolation(error)) return false;
      throw error;
    }
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

  getAttendance(id: string): Promise<AttendanceRow> {
    return this.database.read.attendance.findUniqueOrThrow({ where: { id }, ...withEmployee });
  }

  async findLastSequence(): Promise<number> {
    const last = await this.database.read.attendanceEvent.findFirst({
      orderBy: { sequence: 'desc' },
      select: { sequence: true },
    });
    return last?.sequence ?? 0;
  }

  /** The log after a sequence, oldest first. */
  listEventsAfter(sequence: number, take: number): Promise<EventRow[]> {
    return this.database.read.attendanceEvent.findMany({
      where: { sequence: { gt: sequence } },
      orderBy: { sequence: 'asc' },
      take,
      ...withEmployee,
    });
  }

  /** The log before a sequence (null: its end), newest first. */
  listEventsBefore(sequence: number | null, take: number): Promise<EventRow[]> {
    return this.database.read.attendanceEvent.findMany({
      ...(sequence !== null && { where: { sequence: { lt: sequence } } }),
      orderBy: { sequence: 'desc' },
      take,
      ...withEmployee,
    });
  }

  /** Day records, latest day first, within a day the latest to be made first. */
  list(
    query: AttendanceQuery,
    take: number,
    after: readonly [date: string, id: string] | null,
  ): Promise<AttendanceRow[]> {
    return this.database.read.attendance.findMany({
      where: {
        AND: [
          matching(query),
          after ? { OR: [{ date: { lt: after[0] } }, { date: after[0], id: { lt: after[1] } }] } : {},
        ],
      },
      orderBy: [{ date: 'desc' }, { id: 'desc' }],
      take,
      ...withEmployee,
    });
  }

  /** For each department in order: how many active people it has, and how many people are in. */
  async countByDepartment(openSince: Date): Promise<{ department: string; employees: number; present: number }[]> {
    const count = (where: Prisma.EmployeeWhereInput) =>
      this.database.read.employee.groupBy({ by: ['departmentId'], where, _count: true });
    const [departments, all, present] = await Promise.all([
      this.database.read.department.findMany({ orderBy: { name: 'asc' } }),
      count({ active: true }),
      count({ attendance: { some: matching({ openSince }) } }),
    ]);
    const employeesIn = new Map(all.map((row) => [row.departmentId, row._count]));
    const presentIn = new Map(present.map((row) => [row.departmentId, row._count]));
    return departments.flatMap(({ id, name }) => {
      const employees = employeesIn.get(id) ?? 0;
      return employees > 0 ? { department: name, employees, present: presentIn.get(id) ?? 0 } : [];
    });
  }
}

/** What is not given, or null, does not narrow. */
function matching({ employeeId, department, from, to, openSince }: AttendanceQuery): Prisma.AttendanceWhereInput {
  return {
    AND: [
      employeeId ? { employeeId } : {},
      department ? { employee: { department: { name: department } } } : {},
      from ? { date: { gte: from } } : {},
      to ? { date: { lte: to } } : {},
      openSince ? { openSince: { gte: openSince }, employee: { active: true } } : {},
    ],
  };
}

import {
  AttendanceRepository,
  type AcceptedPunch,
  type Answer,
  type AttendanceRow,
  type EventRow,
  type NewEvent,
  type RecognitionDecision,
  type Recorded,
} from '../attendance/attendance.repository.js';
import { toColumns } from '../attendance/day-row.js';
import type { LogEntry } from '../attendance/event-log.rules.js';
import type { Employee } from '../employees/employee.repository.js';
import type { Scope } from '../scope.js';

/** Attendance kept in arrays, with the database's unique keys. What is not overridden here fails. */
export class InMemoryAttendance extends AttendanceRepository {
  readonly log: EventRow[] = [];
  readonly days: AttendanceRow[] = [];
  readonly answers: Answer[] = [];
  readonly decisions = new Map<string, RecognitionDecision>();
  /** Runs between what a caller has read and what it records: where somebody else is first. */
  beforeRecord: () => unknown = () => undefined;

  constructor(private readonly employees: Employee[]) {
    super(undefined as never);
  }

  override async readLogs(employeeIds: readonly string[], since: Date) {
    return new Map(
      employeeIds.map((id) => {
        const own = this.log.filter(({ employeeId }) => employeeId === id);
        const log: LogEntry[] = own.filter(({ recordedAt }) => recordedAt >= since);
        return [id, { lastOrdinal: own.at(-1)?.ordinal ?? 0, firstAt: own[0]?.recordedAt ?? null, log }];
      }),
    );
  }

  override async readApprovals() {
    return [];
  }

  override async record({ event, change: { date, days }, answer }: AcceptedPunch): Promise<Recorded | null> {
    await this.beforeRecord();
    const { employeeId, ordinal } = event;
    if (this.log.some((other) => other.employeeId === employeeId && other.ordinal === ordinal)) return null;
    if (answer && (await this.findAnswer(answer.source, answer.idempotencyKey))) return null;
    const row = this.append(event);
    const day = days.find((each) => each.date === date);
    if (!day) throw new Error(`no record of ${date} among those that changed`);
    const attendance = { id: `day-${this.days.length + 1}`, employeeId, employee: row.employee, ...toColumns(day) };
    this.days.push(attendance);
    if (answer) this.answers.push({ ...answer, attendanceId: attendance.id });
    return { event: row, attendance };
  }

  override async import(events: NewEvent[]): Promise<void> {
    for (const event of events) this.append(event);
  }

  override async findAnswer(source: string, idempotencyKey: string): Promise<Answer | null> {
    return this.answers.find((row) => row.source === source && row.idempotencyKey === idempotencyKey) ?? null;
  }

  override async noteAnswer(answer: Answer): Promise<boolean> {
    if (await this.findAnswer(answer.source, answer.idempotencyKey)) return false;
    this.answers.push(answer);
    return true;
  }

  override async findEvent(id: string) {
    const event = this.log.find((row) => row.id === id);
    return event ? { ...event, decision: this.decisions.get(event.decisionId ?? '') ?? null } : null;
  }

  override async getAttendance(id: string): Promise<AttendanceRow> {
    const row = this.days.find((day) => day.id === id);
    if (!row) throw new Error(`no day record ${id}`);
    return row;
  }

  override async findSequence(_scope: Scope, eventId: string): Promise<number | null> {
    return this.log.find(({ id }) => id === eventId)?.sequence ?? null;
  }

  override async findLastSequence(): Promise<number> {
    return this.log.at(-1)?.sequence ?? 0;
  }

  override async listEventsAfter(_scope: Scope, sequence: number, take: number): Promise<EventRow[]> {
    return this.log.filter((event) => event.sequence > sequence).slice(0, take);
  }

  /** Adds to the log as if from elsewhere. */
  append(event: NewEvent): EventRow {
    const employee = this.employees.find(({ id }) => id === event.employeeId);
    if (!employee) throw new Error(`no employee ${event.employeeId}`);
    const row = { ...event, sequence: this.log.length + 1, employee };
    this.log.push(row);
    return row;
  }
}

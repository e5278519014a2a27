import { isUniqueViolation, type Database } from '../database/database.js';
import type { CorrectionRequest, Prisma } from '../database/generated/client.js';
import { employeeRelations, refuseMissingEmployee, type Employee } from '../employees/employee.repository.js';
import { ConflictError } from '../errors.js';
import { noSuch } from '../row-errors.js';
import { ofEmployeesIn, type Scope } from '../scope.js';
import type { EventRow, NewEvent } from './attendance.repository.js';
import type { DaySpan } from './changed-days.rules.js';
import { writeDays } from './day-record.repository.js';
import type { OvertimeApproval } from './overtime.rules.js';

export type CorrectionRequestRow = CorrectionRequest & { employee: Employee };
export type CorrectionState = CorrectionRequest['state'];

/** What a manager decides about a request. */
export interface Decision {
  id: string;
  state: Exclude<CorrectionState, 'OPEN'>;
  decidedAt: Date;
  decidedBy: string;
  comment: string | null;
}

const withEmployee = {
  include: { employee: { include: employeeRelations } },
} satisfies Prisma.CorrectionRequestDefaultArgs;

export class CorrectionRepository {
  constructor(private readonly database: Database) {}

  /** A punch with all corrections of it, in order; empty where there is no such event. */
  async readPunch(eventId: string): Promise<EventRow[]> {
    const event = await this.database.read.attendanceEvent.findUnique({ where: { id: eventId } });
    if (!event) return [];
    const rootId = event.targetId ?? event.id;
    return this.database.read.attendanceEvent.findMany({
      where: { employeeId: event.employeeId, OR: [{ id: rootId }, { targetId: rootId }] },
      orderBy: { sequence: 'asc' },
      ...withEmployee,
    });
  }

  /**
   * Appends corrections with the records that they lead to, and notes the decision that they follow from, all or
   * nothing. Null where an event of one of the people came first. Throws CONFLICT for a request that is decided.
   */
  async append(
    rows: readonly NewEvent[],
    changes: ReadonlyMap<string, DaySpan>,
    decision: Decision | null,
  ): Promise<EventRow[] | null> {
    try {
      return await this.database.write(async (transaction) => {
        const created: EventRow[] = [];
        for (const data of rows) created.push(await transaction.attendanceEvent.create({ data, ...withEmployee }));
        const spans = [...changes].map(([employeeId, span]) => ({ employeeId, ...span }));
        await writeDays(transaction, spans, rows[0]!.recordedAt);
        if (decision) await decide(transaction.correctionRequest, decision);
        return created;
      });
    } catch (error) {
      if (isUniqueViolation(error)) return null;
      throw error;
    }
  }

  createRequest(request: CorrectionRequest): Promise<CorrectionRequestRow> {
    return this.database.write((transaction) =>
      transaction.correctionRequest.create({ data: request, ...withEmployee }),
    );
  }

  /** Null where there is no such request of somebody in the scope. */
  findRequest(scope: Scope, id: string): Promise<CorrectionRequestRow | null> {
    return this.database.read.correctionRequest.findFirst({
      where: { id, ...ofEmployeesIn(scope) },
      ...withEmployee,
    });
  }

  /** Newest first, of one state or all. */
  listRequests(
    scope: Scope,
    state: CorrectionState | null,
    take: number,
    beforeId: string | null,
  ): Promise<CorrectionRequestRow[]> {
    return this.database.read.correctionRequest.findMany({
      where: { ...ofEmployeesIn(scope), ...(state && { state }), ...(beforeId && { id: { lt: beforeId } }) },
      orderBy: { id: 'desc' },
      take,
      ...withEmployee,
    });
  }

  /** Notes a refusal. Throws NOT_FOUND, or CONFLICT for a request that is decided. */
  async decide(decision: Decision): Promise<void> {
    await this.database.write((transaction) => decide(transaction.correctionRequest, decision));
  }

  /** Throws NOT_FOUND for an employee who is not in the scope. */
  async approveOvertime(scope: Scope, approval: OvertimeApproval): Promise<void> {
    await this.database.write(async (transaction) => {
      await refuseMissingEmployee(transaction, scope, approval.employeeId);
      await transaction.overtimeApproval.create({ data: approval });
    });
  }
}

async function decide(requests: Prisma.TransactionClient['correctionRequest'], decision: Decision): Promise<void> {
  const { id, ...data } = decision;
  const { count } = await requests.updateMany({ where: { id, state: 'OPEN' }, data });
  if (count > 0) return;
  if (!(await requests.findUnique({ where: { id } }))) throw noSuch('correction request');
  throw new ConflictError('DECIDED_ALREADY', 'This request is decided already.');
}

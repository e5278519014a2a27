import type { Database, Transaction } from '../database/database.js';
import type { Prisma } from '../database/generated/client.js';
import { employeeRelations, refuseMissingEmployee } from '../employees/employee.repository.js';
import { DomainError } from '../errors.js';
import { noSuch } from '../row-errors.js';
import { ofEmployeesIn, type Scope } from '../scope.js';
import type { DateKey } from './input-parts.js';
import type { LeaveDetails } from './leave-input.js';

const relations = { employee: { include: employeeRelations } } as const;

export type LeaveRow = Prisma.LeaveGetPayload<{ include: typeof relations }>;

/** What is not given, or null, does not narrow; a leave is in the list when one of its days is between the dates. */
export interface LeaveQuery {
  employeeId?: string | null;
  from?: string | null;
  to?: string | null;
}

export class LeaveRepository {
  constructor(private readonly database: Database) {}

  /** The latest first day first. */
  list(scope: Scope, { employeeId, from, to }: LeaveQuery, take: number, after: DateKey | null): Promise<LeaveRow[]> {
    return this.database.read.leave.findMany({
      where: {
        AND: [
          ofEmployeesIn(scope),
          employeeId ? { employeeId } : {},
          from ? { to: { gte: from } } : {},
          to ? { from: { lte: to } } : {},
          after ? { OR: [{ from: { lt: after[0] } }, { from: after[0], id: { lt: after[1] } }] } : {},
        ],
      },
      orderBy: [{ from: 'desc' }, { id: 'desc' }],
      take,
      include: relations,
    });
  }

  /** Throws NOT_FOUND for the employee, CONFLICT where they have leave at that time already. */
  create(scope: Scope, id: string, details: LeaveDetails): Promise<LeaveRow> {
    return this.database.write(async (transaction) => {
      await refuseImpossible(transaction, scope, id, details);
      return transaction.leave.create({ data: { id, ...details }, include: relations });
    });
  }

  /** As `create`. */
  update(scope: Scope, id: string, details: LeaveDetails): Promise<LeaveRow> {
    return this.database.write(async (transaction) => {
      if (!(await transaction.leave.findFirst({ where: { id, ...ofEmployeesIn(scope) } }))) throw noSuch('leave');
      await refuseImpossible(transaction, scope, id, details);
      return transaction.leave.update({ where: { id }, data: details, include: relations });
    });
  }

  /** False where there is none. */
  async remove(scope: Scope, id: string): Promise<boolean> {
    const { count } = await this.database.write((transaction) =>
      transaction.leave.deleteMany({ where: { id, ...ofEmployeesIn(scope) } }),
    );
    return count > 0;
  }
}

/** Two halves of a day may be two leaves; the same half may not. */
async function refuseImpossible(
  transaction: Transaction,
  scope: Scope,
  id: string,
  details: LeaveDetails,
): Promise<void> {
  const { employeeId, from, to, part } = details;
  await refuseMissingEmployee(transaction, scope, employeeId);
  const other = await transaction.leave.findFirst({
    where: {
      id: { not: id },
      employeeId,
      from: { lte: to },
      to: { gte: from },
      ...(part !== 'WHOLE' && { part: { in: ['WHOLE', part] } }),
    },
  });
  if (other) {
    throw new DomainError(
      'CONFLICT',
      `There is leave at that time already: ${other.kind}, ${other.from} to ${other.to}.`,
    );
  }
}

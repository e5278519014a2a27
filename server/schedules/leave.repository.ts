import type { Database, Transaction } from '../database/database.js';
import type { Prisma } from '../database/generated/client.js';
import { employeeRelations, refuseMissingEmployee } from '../employees/employee.repository.js';
import { ConflictError } from '../errors.js';
import { newId } from '../ids.js';
import { noSuch } from '../row-errors.js';
import { employeesIn, ofEmployeesIn, type Scope } from '../scope.js';
import { offCsv } from './csv-rows.js';
import type { DateKey } from './input-parts.js';
import type { NumberedLeave } from './leave-csv.js';
import type { LeaveDetails } from './leave-input.js';

const relations = { employee: { include: employeeRelations } } as const;

export type LeaveRow = Prisma.LeaveGetPayload<{ include: typeof relations }>;

/** What is not given, or null, does not narrow; a leave is in the list when one of its days is between the dates. */
export interface LeaveQuery {
  employeeId?: string | null;
  from?: string | null;
  to?: string | null;
}

/** How many leaves an import added, and how many were there already. */
export interface LeaveImport {
  added: number;
  unchanged: number;
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

  /** Adds what is not there, all or nothing. Throws BAD_USER_INPUT for a number that nobody has; CONFLICT as `create`. */
  import(scope: Scope, leaves: readonly NumberedLeave[]): Promise<LeaveImport> {
    return this.database.write(async (transaction) => {
      const ids = await idsOf(
        transaction,
        scope,
        leaves.map(({ number }) => number),
      );
      const result = { added: 0, unchanged: 0 };
      for (const { number, ...leave } of leaves) {
        const details = { ...leave, employeeId: ids.get(number)! };
        if (await transaction.leave.findFirst({ where: details })) result.unchanged++;
        else {
          const id = newId();
          await refuseImpossible(transaction, scope, id, details);
          await transaction.leave.create({ data: { id, ...details } });
          result.added++;
        }
      }
      return result;
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

async function idsOf(transaction: Transaction, scope: Scope, numbers: readonly number[]): Promise<Map<number, string>> {
  const people = await transaction.employee.findMany({
    where: { ...employeesIn(scope), number: { in: [...new Set(numbers)] } },
    select: { id: true, number: true },
  });
  const ids = new Map(people.map(({ id, number }) => [number, id]));
  const unknown = [...new Set(numbers)].filter((number) => !ids.has(number));
  if (unknown.length > 0) throw offCsv(unknown.map((number) => `nobody has the number ${number}`));
  return ids;
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
    throw new ConflictError(
      'DATES_TAKEN',
      `There is leave at that time already: ${other.kind}, ${other.from} to ${other.to}.`,
    );
  }
}

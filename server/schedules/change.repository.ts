import type { Database } from '../database/database.js';
import type { Prisma } from '../database/generated/client.js';
import { employeeRelations, refuseMissingEmployee } from '../employees/employee.repository.js';
import { DomainError } from '../errors.js';
import { newId } from '../ids.js';
import { ofEmployeesIn, type Scope } from '../scope.js';
import type { DateKey } from './input-parts.js';
import { findOverlap } from './shift-overlap.js';
import { getShifts, shiftRelations } from './shift.repository.js';

const relations = { employee: { include: employeeRelations }, shift: { include: shiftRelations } } as const;

export type ChangeRow = Prisma.OneOffChangeGetPayload<{ include: typeof relations }>;

/** What is not given, or null, does not narrow. */
export interface ChangeQuery {
  employeeId?: string | null;
  from?: string | null;
  to?: string | null;
}

export class ChangeRepository {
  constructor(private readonly database: Database) {}

  /** In order of dates. */
  list(scope: Scope, { employeeId, from, to }: ChangeQuery, take: number, after: DateKey | null): Promise<ChangeRow[]> {
    return this.database.read.oneOffChange.findMany({
      where: {
        AND: [
          ofEmployeesIn(scope),
          employeeId ? { employeeId } : {},
          from ? { date: { gte: from } } : {},
          to ? { date: { lte: to } } : {},
          after ? { OR: [{ date: { gt: after[0] } }, { date: after[0], id: { gt: after[1] } }] } : {},
        ],
      },
      orderBy: [{ date: 'asc' }, { id: 'asc' }],
      take,
      include: relations,
    });
  }

  /**
   * Replaces what was changed of a date by these shifts, or by a free day where there are none. Throws NOT_FOUND for the
   * employee, BAD_USER_INPUT for shifts that are missing or overlap.
   */
  set(scope: Scope, employeeId: string, date: string, shiftIds: readonly string[]): Promise<ChangeRow[]> {
    return this.database.write(async (transaction) => {
      await refuseMissingEmployee(transaction, scope, employeeId);
      const overlap = findOverlap(await getShifts(transaction, shiftIds));
      if (overlap) throw new DomainError('BAD_USER_INPUT', `shiftIds: ${overlap.join(' and ')} overlap.`);
      await transaction.oneOffChange.deleteMany({ where: { employeeId, date } });
      const shifts = shiftIds.length > 0 ? shiftIds : [null];
      await transaction.oneOffChange.createMany({
        data: shifts.map((shiftId) => ({ id: newId(), employeeId, date, shiftId })),
      });
      return transaction.oneOffChange.findMany({
        where: { employeeId, date },
        orderBy: { id: 'asc' },
        include: relations,
      });
    });
  }

  /** False where nothing was changed of the date. */
  async remove(scope: Scope, employeeId: string, date: string): Promise<boolean> {
    const { count } = await this.database.write((transaction) =>
      transaction.oneOffChange.deleteMany({ where: { employeeId, date, ...ofEmployeesIn(scope) } }),
    );
    return count > 0;
  }
}

import type { Database, Transaction } from '../database/database.js';
import type { Prisma } from '../database/generated/client.js';
import { departmentRelations } from '../employees/department.repository.js';
import { employeeRelations } from '../employees/employee.repository.js';
import { noSuch } from '../row-errors.js';
import { placesIn, type Scope } from '../scope.js';
import type { AssignmentDetails } from './assignment-input.js';
import { patternRelations } from './pattern.repository.js';
import type { Placed } from './schedule-reader.js';

const relations = {
  pattern: { include: patternRelations },
  site: true,
  department: { include: departmentRelations },
  employee: { include: employeeRelations },
} as const;

export type AssignmentRow = Prisma.AssignmentGetPayload<{ include: typeof relations }>;

/** More than anybody's plan turns. */
const MAX_IN_FORCE = 200;

/** What is not given, or null, does not narrow. */
export interface AssignmentQuery {
  patternId?: string | null;
  siteId?: string | null;
  departmentId?: string | null;
  employeeId?: string | null;
}

export class AssignmentRepository {
  constructor(private readonly database: Database) {}

  /** Those of sites, and those of departments and people in the scope; newest first. */
  list(scope: Scope, query: AssignmentQuery, take: number, beforeId: string | null): Promise<AssignmentRow[]> {
    const { patternId, siteId, departmentId, employeeId } = query;
    return this.database.read.assignment.findMany({
      where: {
        ...placesIn(scope),
        ...(patternId && { patternId }),
        ...(siteId && { siteId }),
        ...(departmentId && { departmentId }),
        ...(employeeId && { employeeId }),
        ...(beforeId && { id: { lt: beforeId } }),
      },
      orderBy: { id: 'desc' },
      take,
      include: relations,
    });
  }

  /** Those that may hold for this person on a date or later. */
  listFor({ id, siteId, departmentId }: Placed, from: string): Promise<AssignmentRow[]> {
    return this.database.read.assignment.findMany({
      where: {
        OR: [{ employeeId: id }, { siteId }, ...(departmentId === null ? [] : [{ departmentId }])],
        AND: [{ OR: [{ to: null }, { to: { gte: from } }] }],
      },
      orderBy: { from: 'desc' },
      take: MAX_IN_FORCE,
      include: relations,
    });
  }

  /** Throws NOT_FOUND for a pattern, site, department or employee that is not there. */
  create(id: string, details: AssignmentDetails): Promise<AssignmentRow> {
    return this.database.write(async (transaction) => {
      await refuseMissing(transaction, details);
      return transaction.assignment.create({ data: { id, ...details }, include: relations });
    });
  }

  /** As `create`. */
  update(id: string, details: AssignmentDetails): Promise<AssignmentRow> {
    return this.database.write(async (transaction) => {
      if (!(await transaction.assignment.findUnique({ where: { id } }))) throw noSuch('assignment');
      await refuseMissing(transaction, details);
      return transaction.assignment.update({ where: { id }, data: details, include: relations });
    });
  }

  /** False where there is none. */
  async remove(id: string): Promise<boolean> {
    const { count } = await this.database.write((transaction) => transaction.assignment.deleteMany({ where: { id } }));
    return count > 0;
  }
}

async function refuseMissing(transaction: Transaction, details: AssignmentDetails): Promise<void> {
  const { patternId, siteId, departmentId, employeeId } = details;
  if (!(await transaction.pattern.findUnique({ where: { id: patternId } }))) throw noSuch('pattern');
  if (siteId && !(await transaction.site.findUnique({ where: { id: siteId } }))) throw noSuch('site');
  if (departmentId && !(await transaction.department.findUnique({ where: { id: departmentId } }))) {
    throw noSuch('department');
  }
  if (employeeId && !(await transaction.employee.findUnique({ where: { id: employeeId } }))) throw noSuch('employee');
}

import type { Database, Transaction } from '../database/database.js';
import type { Department, Prisma } from '../database/generated/client.js';
import { ConflictError, DomainError } from '../errors.js';
import { newId } from '../ids.js';
import { nameTaken, noSuch, refuseInUse } from '../row-errors.js';
import { departmentsIn, includesDepartment, type Scope } from '../scope.js';
import { foldForSearch, searchTextOf } from './employee-details.js';

/** More than any company has; what is typed at kiosks must not grow without end. */
const MAX_DEPARTMENTS = 1000;

/** What is read with every department that is shown. */
export const departmentRelations = { _count: { select: { employees: true } } } as const;

export type DepartmentRow = Prisma.DepartmentGetPayload<{ include: typeof departmentRelations }>;

export class DepartmentRepository {
  constructor(private readonly database: Database) {}

  /** In order of names. */
  list(scope: Scope, take: number, afterName: string | null): Promise<DepartmentRow[]> {
    return this.database.read.department.findMany({
      where: { ...departmentsIn(scope), ...(afterName !== null && { name: { gt: afterName } }) },
      orderBy: { name: 'asc' },
      take,
      include: departmentRelations,
    });
  }

  async listNames(scope: Scope, take: number): Promise<string[]> {
    const rows = await this.database.read.department.findMany({
      where: departmentsIn(scope),
      orderBy: { name: 'asc' },
      take,
    });
    return rows.map(({ name }) => name);
  }

  /** Throws CONFLICT where a department has this name, be it written otherwise. */
  create(name: string): Promise<DepartmentRow> {
    return this.database.write(async (transaction) => {
      if (await findNamed(transaction, name)) throw nameTaken('department', name);
      return createDepartment(transaction, name);
    });
  }

  /** Renames it for its people too, who are found by it. Throws NOT_FOUND or CONFLICT. */
  rename(id: string, name: string): Promise<DepartmentRow> {
    return this.database.write(async (transaction) => {
      await getDepartment(transaction, id);
      const namesake = await findNamed(transaction, name);
      if (namesake && namesake.id !== id) throw nameTaken('department', name);
      const renamed = await transaction.department.update({
        where: { id },
        data: { name },
        include: departmentRelations,
      });
      await movePeople(transaction, id, renamed);
      return renamed;
    });
  }

  /**
   * Removes a department after moving its people and assignments to another one. Without another one, one that is in use
   * is refused with CONFLICT. Throws NOT_FOUND.
   */
  async remove(id: string, moveToId: string | null): Promise<void> {
    await this.database.write(async (transaction) => {
      const { name } = await getDepartment(transaction, id);
      if (moveToId === null) await refuseUsed(transaction, id, name);
      else {
        const other = await getDepartment(transaction, moveToId);
        if (other.id === id) throw new DomainError('BAD_USER_INPUT', 'moveTo: must be another department.');
        await movePeople(transaction, id, other);
        await transaction.assignment.updateMany({ where: { departmentId: id }, data: { departmentId: moveToId } });
      }
      await transaction.department.delete({ where: { id } });
    });
  }
}

/**
 * The department of this name, made where there is none. Case, accents and spaces make no other department. Throws
 * CONFLICT where there are as many as there may be, FORBIDDEN for one that is not in the scope.
 */
export async function departmentNamed(transaction: Transaction, scope: Scope, name: string): Promise<Department> {
  const department = await findNamed(transaction, name);
  if (department ? !includesDepartment(scope, department.id) : scope.kind !== 'everybody') {
    throw new DomainError('FORBIDDEN', 'department: must be one of your own.');
  }
  return department ?? createDepartment(transaction, name);
}

async function findNamed(transaction: Transaction, name: string): Promise<Department | null> {
  const exact = await transaction.department.findUnique({ where: { name } });
  if (exact) return exact;
  const all = await transaction.department.findMany({ orderBy: { name: 'asc' } });
  return all.find((department) => foldForSearch(department.name) === foldForSearch(name)) ?? null;
}

async function createDepartment(transaction: Transaction, name: string): Promise<DepartmentRow> {
  if ((await transaction.department.count()) >= MAX_DEPARTMENTS) {
    throw new ConflictError('TOO_MANY', `There are ${MAX_DEPARTMENTS} departments already: use one of them.`);
  }
  return transaction.department.create({ data: { id: newId(), name }, include: departmentRelations });
}

async function getDepartment(transaction: Transaction, id: string): Promise<Department> {
  const department = await transaction.department.findUnique({ where: { id } });
  if (!department) throw noSuch('department');
  return department;
}

async function refuseUsed(transaction: Transaction, departmentId: string, name: string): Promise<void> {
  refuseInUse('department', name, [
    { kind: 'employee', count: await transaction.employee.count({ where: { departmentId } }) },
    { kind: 'assignment', count: await transaction.assignment.count({ where: { departmentId } }) },
  ]);
}

/** Puts everybody of a department into another one, or into the same one under its new name. */
async function movePeople(transaction: Transaction, departmentId: string, to: Department): Promise<void> {
  const people = await transaction.employee.findMany({
    where: { departmentId },
    select: { id: true, number: true, name: true, position: true },
  });
  for (const { id, number, name, position } of people) {
    const searchText = searchTextOf(number, { name, position, department: to.name });
    // `updateMany` reads nothing back: 0.7 ms a person instead of 3, in a transaction that may last 10 s.
    await transaction.employee.updateMany({ where: { id }, data: { departmentId: to.id, searchText } });
  }
}

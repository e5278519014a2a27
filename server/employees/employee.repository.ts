import type { Database, Transaction } from '../database/database.js';
import type { Prisma, Site } from '../database/generated/client.js';
import { rowsInGroups } from '../in-groups.js';
import { noSuch } from '../row-errors.js';
import { employeesIn, type Scope } from '../scope.js';
import { departmentNamed } from './department.repository.js';
import { imageIdOf, searchTextOf, type EmployeeChanges, type EmployeeDetails } from './employee-details.js';

/** What is read with every employee. */
export const employeeRelations = { department: true, site: true } as const;

export type Employee = Prisma.EmployeeGetPayload<{ include: typeof employeeRelations }>;

/** Where an employee stands in the order of names. */
export type EmployeeKey = readonly [searchText: string, id: string];

/** What is not given, or null, does not narrow. */
export interface EmployeePlace {
  siteId?: string | null;
  departmentId?: string | null;
}

export class EmployeeRepository {
  /** Those who are asked for at the same time, a door full of people say, are read together. */
  private readonly oneOfMany = rowsInGroups<Employee>(
    (ids) => this.listByIds(ids),
    ({ id }) => id,
  );

  constructor(private readonly database: Database) {}

  find(id: string): Promise<Employee | null> {
    return this.oneOfMany(id);
  }

  /** Those that are there, in no order. */
  listByIds(ids: readonly string[]): Promise<Employee[]> {
    return this.database.read.employee.findMany({ where: { id: { in: [...ids] } }, include: employeeRelations });
  }

  findByImageId(imageId: string): Promise<Employee | null> {
    return this.database.read.employee.findUnique({ where: { imageId }, include: employeeRelations });
  }

  /** Adds a person without a face. Throws NOT_FOUND where there is no such site. */
  create(employee: NewEmployee): Promise<Employee> {
    return this.database.write((transaction) => createEmployee(transaction, employee));
  }

  /** Null where there is no such employee in the scope. */
  findIn(scope: Scope, id: string): Promise<Employee | null> {
    return this.database.read.employee.findFirst({ where: within(scope, id), include: employeeRelations });
  }

  /** In order of names. `search` is folded; every one of its words must occur. */
  list(scope: Scope, words: string[], take: number, after: EmployeeKey | null): Promise<Employee[]> {
    return this.database.read.employee.findMany({
      where: {
        AND: [employeesIn(scope), matching(words), behind(after)],
      },
      orderBy: [{ searchText: 'asc' }, { id: 'asc' }],
      take,
      include: employeeRelations,
    });
  }

  /** Active people in the scope, in order of names, of a site and a department where these are given. */
  listActive(scope: Scope, place: EmployeePlace, take: number, after: EmployeeKey | null): Promise<Employee[]> {
    const { siteId, departmentId } = place;
    const where = { active: true, ...(siteId && { siteId }), ...(departmentId && { departmentId }) };
    return this.database.read.employee.findMany({
      where: { AND: [employeesIn(scope), where, behind(after)] },
      orderBy: [{ searchText: 'asc' }, { id: 'asc' }],
      take,
      include: employeeRelations,
    });
  }

  count(scope: Scope, words: string[] = []): Promise<number> {
    return this.database.read.employee.count({ where: { AND: [employeesIn(scope), matching(words)] } });
  }

  /**
   * Adds a person without a face. Throws NOT_FOUND where there is no such site, FORBIDDEN for a department that is not in
   * the scope.
   */
  /**
   * Changes what is given. Null where there is no such employee in the scope; throws NOT_FOUND where there is no such site,
   * FORBIDDEN for a department that is not in the scope.
   */
  update(scope: Scope, id: string, changes: EmployeeChanges): Promise<Employee | null> {
    return this.database.write(async (transaction) => {
      const employee = await transaction.employee.findFirst({ where: within(scope, id), include: employeeRelations });
      if (!employee) return null;
      const name = changes.name ?? employee.name;
      const position = changes.position ?? employee.position;
      const department = changes.department
        ? await departmentNamed(transaction, scope, changes.department)
        : employee.department;
      const site = changes.siteId ? await getSite(transaction, changes.siteId) : employee.site;
      const searchText = searchTextOf(employee.number, { name, position, department: department.name });
      const active = changes.active ?? employee.active;
      const leavesOn = changes.leavesOn === undefined ? employee.leavesOn : changes.leavesOn;
      return transaction.employee.update({
        where: { id },
        data: { name, position, departmentId: department.id, siteId: site.id, active, leavesOn, searchText },
        include: employeeRelations,
      });
    });
  }

  findByNumber(number: number): Promise<Employee | null> {
    return this.database.read.employee.findUnique({ where: { number }, include: employeeRelations });
  }

  findByBadgeHash(badgeHash: string): Promise<Employee | null> {
    return this.database.read.employee.findUnique({ where: { badgeHash }, include: employeeRelations });
  }

  /** What they are known by besides their face. Null where there is no such employee in the scope. */
  setSecrets(
    scope: Scope,
    id: string,
    secrets: { pinHash: string | null } | { badgeHash: string | null },
  ): Promise<Employee | null> {
    return this.database.write(async (transaction) => {
      await transaction.employee.updateMany({ where: within(scope, id), data: secrets });
      return transaction.employee.findFirst({ where: within(scope, id), include: employeeRelations });
    });
  }
}

const within = (scope: Scope, id: string): Prisma.EmployeeWhereInput => ({ AND: [employeesIn(scope), { id }] });

const matching = (words: string[]) => ({ AND: words.map((word) => ({ searchText: { contains: word } })) });

const behind = (after: EmployeeKey | null): Prisma.EmployeeWhereInput =>
  after ? { OR: [{ searchText: { gt: after[0] } }, { searchText: after[0], id: { gt: after[1] } }] } : {};

/** Throws NOT_FOUND where there is no such employee in the scope. */
export async function refuseMissingEmployee(transaction: Transaction, scope: Scope, id: string): Promise<void> {
  if (!(await transaction.employee.findFirst({ where: within(scope, id), select: { id: true } }))) {
    throw noSuch('employee');
  }
}

export interface NewEmployee {
  id: string;
  details: EmployeeDetails;
  /** Whose departments may be named. */
  scope: Scope;
  /** Null for the first site. */
  siteId: string | null;
  /** The next free one where it is null or taken. */
  number: number | null;
  at: Date;
}

/** Throws NOT_FOUND where there is no such site, FORBIDDEN for a department that is not in the scope. */
export async function createEmployee(
  transaction: Transaction,
  { id, details, scope, siteId, number: wanted, at }: NewEmployee,
): Promise<Employee> {
  const number = await freeNumber(transaction, wanted);
  const { name, position } = details;
  const department = await departmentNamed(transaction, scope, details.department);
  const site = await getSite(transaction, siteId);
  return transaction.employee.create({
    data: {
      id,
      number,
      imageId: imageIdOf(number, name),
      name,
      position,
      departmentId: department.id,
      siteId: site.id,
      searchText: searchTextOf(number, { name, position, department: department.name }),
      createdAt: at,
    },
    include: employeeRelations,
  });
}

/** The wanted number where nobody has it, else one more than the highest ever given. */
async function freeNumber(transaction: Transaction, wanted: number | null): Promise<number> {
  if (wanted !== null && !(await transaction.employee.findUnique({ where: { number: wanted } }))) return wanted;
  const { _max } = await transaction.employee.aggregate({ _max: { number: true } });
  return (_max.number ?? 0) + 1;
}

/** The site of an id, the first one for null. Throws NOT_FOUND. */
export async function getSite(transaction: Transaction, id: string | null): Promise<Site> {
  const site = await transaction.site.findFirst({ ...(id !== null && { where: { id } }), orderBy: { id: 'asc' } });
  if (!site) throw noSuch('site');
  return site;
}

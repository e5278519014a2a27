import { z } from 'zod';
import type { Clock } from '../clock.js';
import { newId } from '../ids.js';
import { readPage, type Page, type PageRequest } from '../paging.js';
import { hashPassword } from '../password.js';
import { noSuch } from '../row-errors.js';
import type { Scope } from '../scope.js';
import { parseInput } from '../validate.js';
import { hashBadge, newBadge } from './badge.js';
import { employeeChanges, employeeDetails, foldForSearch } from './employee-details.js';
import { employeeKey, keyOfEmployee } from './employee-key.js';
import type { Employee, EmployeeRepository } from './employee.repository.js';
import { newPin } from './pin.js';

const searchText = z.object({ search: z.string().max(200, 'must have at most 200 characters') });

export type { Employee };
export type EmployeePage = Page<Employee> & { totalCount: number };

export class EmployeeService {
  constructor(private readonly dependencies: { employees: EmployeeRepository; clock: Clock }) {}

  /** Null where there is no such employee in the scope. */
  find(scope: Scope, id: string): Promise<Employee | null> {
    return this.dependencies.employees.findIn(scope, id);
  }

  /** People in order of names, with how many match in all. Throws BAD_USER_INPUT for a page or search that is off. */
  async list(scope: Scope, request: PageRequest, search = ''): Promise<EmployeePage> {
    const { employees } = this.dependencies;
    const words = foldForSearch(parseInput(searchText, { search }).search).split(' ').filter(Boolean);
    const page = await readPage(request, employeeKey, keyOfEmployee, (take, after) =>
      employees.list(scope, words, take, after),
    );
    return { ...page, totalCount: await employees.count(scope, words) };
  }

  /**
   * Adds a person who has no face here: they check in and out by PIN or badge. Throws BAD_USER_INPUT, NOT_FOUND, or
   * FORBIDDEN for another's department.
   */
  async add(scope: Scope, { siteId = null, ...input }: { siteId?: string | null }): Promise<Employee> {
    const { employees, clock } = this.dependencies;
    const details = parseInput(employeeDetails, input);
    return employees.create({ id: newId(), details, scope, siteId, number: null, at: clock.now() });
  }

  /** Changes what is given and leaves the rest. Throws BAD_USER_INPUT, NOT_FOUND, or FORBIDDEN for another's department. */
  async update(scope: Scope, id: string, input: unknown): Promise<Employee> {
    return found(await this.dependencies.employees.update(scope, id, parseInput(employeeChanges, input)));
  }

  /** Sets the PIN, or takes it away (null). Only its argon2id hash is kept. Throws BAD_USER_INPUT or NOT_FOUND. */
  async setPin(scope: Scope, id: string, pin: string | null): Promise<Employee> {
    const pinHash = pin === null ? null : await hashPassword(parseInput(z.object({ pin: newPin }), { pin }).pin);
    return found(await this.dependencies.employees.setSecrets(scope, id, { pinHash }));
  }

  /** A new badge, shown this once; the one before works no more. Throws NOT_FOUND. */
  async issueBadge(scope: Scope, id: string): Promise<{ employee: Employee; code: string }> {
    const code = newBadge();
    const employee = found(await this.dependencies.employees.setSecrets(scope, id, { badgeHash: hashBadge(code) }));
    return { employee, code };
  }

  /** Makes a badge worthless, as one that was lost. Throws NOT_FOUND. */
  async withdrawBadge(scope: Scope, id: string): Promise<Employee> {
    return found(await this.dependencies.employees.setSecrets(scope, id, { badgeHash: null }));
  }
}

function found(employee: Employee | null): Employee {
  if (!employee) throw noSuch('employee');
  return employee;
}

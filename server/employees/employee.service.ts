import { z } from 'zod';
import type { Clock } from '../clock.js';
import { newId } from '../ids.js';
import { readPage, type Page, type PageRequest } from '../paging.js';
import { hashPassword } from '../password.js';
import { noSuch } from '../row-errors.js';
import { parseInput } from '../validate.js';
import { employeeChanges, employeeDetails, foldForSearch } from './employee-details.js';
import type { Employee, EmployeeKey, EmployeeRepository } from './employee.repository.js';
import { newPin } from './pin.js';

const searchText = z.object({ search: z.string().max(200, 'must have at most 200 characters') });
const employeeKey: z.ZodType<EmployeeKey> = z.tuple([z.string(), z.string()]);

export type { Employee };
export type EmployeePage = Page<Employee> & { totalCount: number };

export class EmployeeService {
  constructor(private readonly dependencies: { employees: EmployeeRepository; clock: Clock }) {}

  find(id: string): Promise<Employee | null> {
    return this.dependencies.employees.find(id);
  }

  /** People in order of names, with how many match in all. Throws BAD_USER_INPUT for a page or search that is off. */
  async list(request: PageRequest, search = ''): Promise<EmployeePage> {
    const { employees } = this.dependencies;
    const words = foldForSearch(parseInput(searchText, { search }).search).split(' ').filter(Boolean);
    const keyOf = (employee: Employee): EmployeeKey => [employee.searchText, employee.id];
    const page = await readPage(request, employeeKey, keyOf, (take, after) => employees.list(words, take, after));
    return { ...page, totalCount: await employees.count(words) };
  }

  /** Adds a person who has no face here: they check in and out by PIN or badge. Throws BAD_USER_INPUT or NOT_FOUND. */
  async add({ siteId = null, ...input }: { siteId?: string | null }): Promise<Employee> {
    const { employees, clock } = this.dependencies;
    const details = parseInput(employeeDetails, input);
    return employees.create({ id: newId(), details, siteId, at: clock.now() });
  }

  /** Changes what is given and leaves the rest. Throws BAD_USER_INPUT or NOT_FOUND. */
  async update(id: string, input: unknown): Promise<Employee> {
    return found(await this.dependencies.employees.update(id, parseInput(employeeChanges, input)));
  }

  /** Sets the PIN, or takes it away (null). Only its argon2id hash is kept. Throws BAD_USER_INPUT or NOT_FOUND. */
  async setPin(id: string, pin: string | null): Promise<Employee> {
    const pinHash = pin === null ? null : await hashPassword(parseInput(z.object({ pin: newPin }), { pin }).pin);
    return found(await this.dependencies.employees.setPinHash(id, pinHash));
  }
}

function found(employee: Employee | null): Employee {
  if (!employee) throw noSuch('employee');
  return employee;
}

import { z } from 'zod';
import { readPage, type Page, type PageRequest } from '../paging.js';
import type { Scope } from '../scope.js';
import { parseInput } from '../validate.js';
import type { DepartmentRepository, DepartmentRow } from './department.repository.js';
import { oneLine } from './employee-details.js';

const MAX_NAMES = 200;

const departmentInput = z.object({ name: oneLine });
const nameKey = z.tuple([z.string()]);

export type { DepartmentRow };

/** The departments of the company, which belong to no site in particular. */
export class DepartmentService {
  constructor(private readonly dependencies: { departments: DepartmentRepository }) {}

  /** In order of names. Throws BAD_USER_INPUT for a page that is off. */
  list(scope: Scope, request: PageRequest): Promise<Page<DepartmentRow>> {
    const keyOf = ({ name }: DepartmentRow): [string] => [name];
    return readPage(request, nameKey, keyOf, (take, after) =>
      this.dependencies.departments.list(scope, take, after?.[0] ?? null),
    );
  }

  listNames(scope: Scope): Promise<string[]> {
    return this.dependencies.departments.listNames(scope, MAX_NAMES);
  }

  /** Throws BAD_USER_INPUT or CONFLICT. */
  async create(input: unknown): Promise<DepartmentRow> {
    const { name } = parseInput(departmentInput, input);
    return this.dependencies.departments.create(name);
  }

  /** Throws BAD_USER_INPUT, NOT_FOUND or CONFLICT. */
  async rename(id: string, input: unknown): Promise<DepartmentRow> {
    const { name } = parseInput(departmentInput, input);
    return this.dependencies.departments.rename(id, name);
  }

  /** Throws NOT_FOUND, or CONFLICT for one that is in use when nothing says where its people go. */
  remove(id: string, moveToId: string | null): Promise<void> {
    return this.dependencies.departments.remove(id, moveToId);
  }
}

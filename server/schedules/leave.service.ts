import { newId } from '../ids.js';
import { readPage, type Page, type PageRequest } from '../paging.js';
import { noSuch } from '../row-errors.js';
import type { Scope } from '../scope.js';
import { parseInput } from '../validate.js';
import { dateFilter, dateKey, type DateKey } from './input-parts.js';
import { parseLeaveCsv } from './leave-csv.js';
import { leaveInput } from './leave-input.js';
import type { LeaveImport, LeaveQuery, LeaveRepository, LeaveRow } from './leave.repository.js';

/** Days on which people need not come. */
export class LeaveService {
  constructor(private readonly dependencies: { leaves: LeaveRepository }) {}

  /** The latest first day first. Throws BAD_USER_INPUT for a page or filter that is off. */
  list(scope: Scope, query: LeaveQuery, request: PageRequest): Promise<Page<LeaveRow>> {
    parseInput(dateFilter, query);
    const keyOf = (row: LeaveRow): DateKey => [row.from, row.id];
    return readPage(request, dateKey, keyOf, (take, after) => this.dependencies.leaves.list(scope, query, take, after));
  }

  /** Throws BAD_USER_INPUT, NOT_FOUND, or CONFLICT where there is leave at that time already. */
  async create(scope: Scope, input: unknown): Promise<LeaveRow> {
    return this.dependencies.leaves.create(scope, newId(), parseInput(leaveInput, input));
  }

  /** Replaces all that is known of it. Throws as `create`. */
  async update(scope: Scope, id: string, input: unknown): Promise<LeaveRow> {
    return this.dependencies.leaves.update(scope, id, parseInput(leaveInput, input));
  }

  /** Adds leave by a text as in `parseLeaveCsv`. Throws BAD_USER_INPUT or CONFLICT, and adds none then. */
  async import(scope: Scope, csv: string): Promise<LeaveImport> {
    return this.dependencies.leaves.import(scope, parseLeaveCsv(csv));
  }

  /** Throws NOT_FOUND. */
  async remove(scope: Scope, id: string): Promise<void> {
    if (!(await this.dependencies.leaves.remove(scope, id))) throw noSuch('leave');
  }
}

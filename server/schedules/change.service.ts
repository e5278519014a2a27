import { z } from 'zod';
import { DomainError } from '../errors.js';
import { readPage, type Page, type PageRequest } from '../paging.js';
import type { Scope } from '../scope.js';
import { parseInput } from '../validate.js';
import type { ChangeQuery, ChangeRepository, ChangeRow } from './change.repository.js';
import { date, dateFilter, dateKey, id, type DateKey } from './input-parts.js';

const MAX_SHIFTS = 5;

const changeInput = z.object({
  employeeId: id,
  date,
  shiftIds: z
    .array(id)
    .max(MAX_SHIFTS, `must be at most ${MAX_SHIFTS}`)
    .refine((ids) => new Set(ids).size === ids.length, { message: 'must not name a shift twice' }),
});

/** What single people work on single dates instead of their pattern. */
export class ChangeService {
  constructor(private readonly dependencies: { changes: ChangeRepository }) {}

  /** In order of dates. Throws BAD_USER_INPUT for a page or filter that is off. */
  list(scope: Scope, query: ChangeQuery, request: PageRequest): Promise<Page<ChangeRow>> {
    parseInput(dateFilter, query);
    const keyOf = (row: ChangeRow): DateKey => [row.date, row.id];
    return readPage(request, dateKey, keyOf, (take, after) =>
      this.dependencies.changes.list(scope, query, take, after),
    );
  }

  /** Sets what somebody works on a date, a free day without shifts. Throws BAD_USER_INPUT or NOT_FOUND. */
  async set(scope: Scope, input: unknown): Promise<ChangeRow[]> {
    const { employeeId, date, shiftIds } = parseInput(changeInput, input);
    return this.dependencies.changes.set(scope, employeeId, date, shiftIds);
  }

  /** Lets the pattern hold again. Throws NOT_FOUND where nothing was changed. */
  async remove(scope: Scope, employeeId: string, date: string): Promise<void> {
    if (!(await this.dependencies.changes.remove(scope, employeeId, date))) {
      throw new DomainError('NOT_FOUND', `Nothing was changed for this employee on ${date}.`);
    }
  }
}

import { z } from 'zod';
import { newId } from '../ids.js';
import { readPage, type Page, type PageRequest } from '../paging.js';
import { noSuch } from '../row-errors.js';
import type { Scope } from '../scope.js';
import { parseInput } from '../validate.js';
import { assignmentInput } from './assignment-input.js';
import type { AssignmentQuery, AssignmentRepository, AssignmentRow } from './assignment.repository.js';

const idKey = z.tuple([z.string()]);

/** For whom patterns hold, from when to when. */
export class AssignmentService {
  constructor(private readonly dependencies: { assignments: AssignmentRepository }) {}

  /** Newest first. Throws BAD_USER_INPUT for a page that is off. */
  list(scope: Scope, query: AssignmentQuery, request: PageRequest): Promise<Page<AssignmentRow>> {
    const keyOf = ({ id }: AssignmentRow): [string] => [id];
    return readPage(request, idKey, keyOf, (take, after) =>
      this.dependencies.assignments.list(scope, query, take, after?.[0] ?? null),
    );
  }

  /** Throws BAD_USER_INPUT, or NOT_FOUND for what it names. */
  async create(input: unknown): Promise<AssignmentRow> {
    return this.dependencies.assignments.create(newId(), parseInput(assignmentInput, input));
  }

  /** Replaces all that is known of it. Throws BAD_USER_INPUT or NOT_FOUND. */
  async update(id: string, input: unknown): Promise<AssignmentRow> {
    return this.dependencies.assignments.update(id, parseInput(assignmentInput, input));
  }

  /** Throws NOT_FOUND. */
  async remove(id: string): Promise<void> {
    if (!(await this.dependencies.assignments.remove(id))) throw noSuch('assignment');
  }
}

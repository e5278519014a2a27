import { z } from 'zod';
import { newId } from '../ids.js';
import { readPage, type Page, type PageRequest } from '../paging.js';
import { parseInput } from '../validate.js';
import { shiftInput } from './shift-input.js';
import type { ShiftRepository, ShiftRow } from './shift.repository.js';

const nameKey = z.tuple([z.string()]);

/** The times at which people work, to be put into patterns. */
export class ShiftService {
  constructor(private readonly dependencies: { shifts: ShiftRepository }) {}

  /** In order of names. Throws BAD_USER_INPUT for a page that is off. */
  list(request: PageRequest): Promise<Page<ShiftRow>> {
    const keyOf = ({ name }: ShiftRow): [string] => [name];
    return readPage(request, nameKey, keyOf, (take, after) => this.dependencies.shifts.list(take, after?.[0] ?? null));
  }

  /** Throws BAD_USER_INPUT, or CONFLICT for a name that is taken. */
  async create(input: unknown): Promise<ShiftRow> {
    return this.dependencies.shifts.create(newId(), parseInput(shiftInput, input));
  }

  /** Replaces all that is known of it, for days past too. Throws BAD_USER_INPUT, NOT_FOUND or CONFLICT. */
  async update(id: string, input: unknown): Promise<ShiftRow> {
    return this.dependencies.shifts.update(id, parseInput(shiftInput, input));
  }

  /** Throws NOT_FOUND, or CONFLICT saying by what it is used. */
  remove(id: string): Promise<void> {
    return this.dependencies.shifts.remove(id);
  }
}

import { z } from 'zod';
import { newId } from '../ids.js';
import { readPage, type Page, type PageRequest } from '../paging.js';
import { parseInput } from '../validate.js';
import { patternInput } from './pattern-input.js';
import type { PatternRepository, PatternRow } from './pattern.repository.js';

const nameKey = z.tuple([z.string()]);

/** Weeks and rotations of shifts, to be assigned to people. */
export class PatternService {
  constructor(private readonly dependencies: { patterns: PatternRepository }) {}

  /** In order of names. Throws BAD_USER_INPUT for a page that is off. */
  list(request: PageRequest): Promise<Page<PatternRow>> {
    const keyOf = ({ name }: PatternRow): [string] => [name];
    return readPage(request, nameKey, keyOf, (take, after) =>
      this.dependencies.patterns.list(take, after?.[0] ?? null),
    );
  }

  /** Throws BAD_USER_INPUT, or CONFLICT for a name that is taken. */
  async create(input: unknown): Promise<PatternRow> {
    return this.dependencies.patterns.create(newId(), parseInput(patternInput, input));
  }

  /** Replaces all that is known of it, for days past too. Throws BAD_USER_INPUT, NOT_FOUND or CONFLICT. */
  async update(id: string, input: unknown): Promise<PatternRow> {
    return this.dependencies.patterns.update(id, parseInput(patternInput, input));
  }

  /** Throws NOT_FOUND, or CONFLICT for one that is assigned. */
  remove(id: string): Promise<void> {
    return this.dependencies.patterns.remove(id);
  }
}

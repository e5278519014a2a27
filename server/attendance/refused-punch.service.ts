import { z } from 'zod';
import type { Clock } from '../clock.js';
import { readPage, type Page, type PageRequest } from '../paging.js';
import { noSuch } from '../row-errors.js';
import type { Scope } from '../scope.js';
import type { RefusedPunchQuery, RefusedPunchRepository, RefusedPunchRow } from './refused-punch.repository.js';

export type { RefusedPunchRow };

const idKey = z.tuple([z.string()]);

/** Punches that came in late and were refused, which managers look at. */
export class RefusedPunchService {
  constructor(private readonly dependencies: { refusedPunches: RefusedPunchRepository; clock: Clock }) {}

  /** Those that nobody has settled, newest first. Throws BAD_USER_INPUT for a page that is off. */
  list(scope: Scope, query: RefusedPunchQuery, page: PageRequest): Promise<Page<RefusedPunchRow>> {
    const keyOf = ({ id }: RefusedPunchRow): [string] => [id];
    return readPage(page, idKey, keyOf, (take, after) =>
      this.dependencies.refusedPunches.listOpen(scope, query, take, after?.[0] ?? null),
    );
  }

  /** Takes one off the list. Throws NOT_FOUND. */
  async settle(scope: Scope, id: string, source: string): Promise<RefusedPunchRow> {
    const { refusedPunches, clock } = this.dependencies;
    const settled = await refusedPunches.settle(scope, id, clock.now(), source);
    if (!settled) throw noSuch('refused punch');
    return settled;
  }
}

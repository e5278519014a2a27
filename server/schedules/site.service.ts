import { z } from 'zod';
import { oneLine } from '../employees/employee-details.js';
import { newId } from '../ids.js';
import { readPage, type Page, type PageRequest } from '../paging.js';
import { timeZone } from '../time-zone.js';
import { parseInput } from '../validate.js';
import { wholeNumber } from './input-parts.js';
import type { Site, SiteRepository } from './site.repository.js';

const siteInput = z.object({
  name: oneLine,
  timeZone,
  dayStartsAtMinutes: wholeNumber(0, 1439),
  minimumPunchIntervalSeconds: wholeNumber(0, 3600),
});
const nameKey = z.tuple([z.string()]);

export type { Site };

/** Places of work. */
export class SiteService {
  constructor(private readonly dependencies: { sites: SiteRepository }) {}

  /** In order of names. Throws BAD_USER_INPUT for a page that is off. */
  list(request: PageRequest): Promise<Page<Site>> {
    const keyOf = ({ name }: Site): [string] => [name];
    return readPage(request, nameKey, keyOf, (take, after) => this.dependencies.sites.list(take, after?.[0] ?? null));
  }

  /** Throws BAD_USER_INPUT, or CONFLICT for a name that is taken. */
  async create(input: unknown): Promise<Site> {
    return this.dependencies.sites.create(newId(), parseInput(siteInput, input));
  }

  /** Replaces all that is known of it. Throws BAD_USER_INPUT, NOT_FOUND or CONFLICT. */
  async update(id: string, input: unknown): Promise<Site> {
    return this.dependencies.sites.update(id, parseInput(siteInput, input));
  }

  /** Removes it with its holidays. Throws NOT_FOUND, or CONFLICT for one in use and for the last one. */
  remove(id: string): Promise<void> {
    return this.dependencies.sites.remove(id);
  }
}

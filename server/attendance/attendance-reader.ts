import { z } from 'zod';
import type { Clock } from '../clock.js';
import { readPage, type Page, type PageRequest } from '../paging.js';
import type { Scope } from '../scope.js';
import { parseInput } from '../validate.js';
import type { AttendanceListRepository, AttendanceQuery, EventQuery } from './attendance-list.repository.js';
import type { AttendanceRow, EventRow } from './attendance.repository.js';
import type { PolicyRepository } from './policy.repository.js';

const dayKey = z.tuple([z.string(), z.string()]);
const eventKey = z.tuple([z.coerce.date(), z.number().int()]);
const filterBounds = z
  .object({ from: z.string().nullish(), to: z.string().nullish(), department: z.string().max(100).nullish() })
  .refine(({ from, to }) => !from || !to || from <= to, { message: 'from: must not be after to' });
const eventBounds = z
  .object({
    from: z.date().nullish(),
    to: z.date().nullish(),
    department: z.string().max(100).nullish(),
    source: z.string().max(100).nullish(),
    actions: z.array(z.string()).max(10).nullish(),
  })
  .refine(({ from, to }) => !from || !to || from <= to, { message: 'from: must not be after to' });

/** What has been recorded, in pages. */
export class AttendanceReader {
  constructor(
    private readonly dependencies: {
      lists: AttendanceListRepository;
      policies: PolicyRepository;
      clock: Clock;
    },
  ) {}

  /** Day records, latest day first. Throws BAD_USER_INPUT for a page or filter that is off. */
  async list(scope: Scope, query: Omit<AttendanceQuery, 'openSince'>, page: PageRequest): Promise<Page<AttendanceRow>> {
    parseInput(filterBounds, query);
    return this.page(scope, query, page);
  }

  /** The open day records: who is in at this moment. */
  async listPresent(scope: Scope, page: PageRequest): Promise<Page<AttendanceRow>> {
    return this.page(scope, { openSince: await this.earliestOpen() }, page);
  }

  /** The log, newest first. Throws BAD_USER_INPUT for a page or filter that is off. */
  async listEvents(scope: Scope, query: EventQuery, page: PageRequest): Promise<Page<EventRow>> {
    parseInput(eventBounds, query);
    const keyOf = (row: EventRow): [Date, number] => [row.recordedAt, row.sequence];
    return readPage(page, eventKey, keyOf, (take, after) =>
      this.dependencies.lists.listEvents(scope, query, take, after),
    );
  }

  private page(scope: Scope, query: AttendanceQuery, page: PageRequest): Promise<Page<AttendanceRow>> {
    const keyOf = (row: AttendanceRow): [string, string] => [row.date, row.id];
    return readPage(page, dayKey, keyOf, (take, after) => this.dependencies.lists.listDays(scope, query, take, after));
  }

  private async earliestOpen(): Promise<Date> {
    const { clock, policies } = this.dependencies;
    return new Date(clock.now().getTime() - (await policies.longestOpenMinutes()) * 60_000);
  }
}

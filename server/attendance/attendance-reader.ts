import { Repeater } from '@graphql-yoga/subscription';
import { z } from 'zod';
import type { Clock } from '../clock.js';
import { DomainError } from '../errors.js';
import type { Events } from '../events.js';
import { readPage, type Page, type PageRequest } from '../paging.js';
import type { Scope } from '../scope.js';
import { parseInput } from '../validate.js';
import type { AttendanceQuery, AttendanceRepository, AttendanceRow, EventRow } from './attendance.repository.js';
import type { AttendancePolicy } from './attendance.rules.js';

/** `after` of the stream that stands before the first event. */
export const START_OF_LOG = '0';

/** Events that a stream reads at once. */
const STREAM_BATCH = 100;

const dayKey = z.tuple([z.string(), z.string()]);
const sequenceKey = z.tuple([z.number().int()]);
const filterBounds = z
  .object({ from: z.string().nullish(), to: z.string().nullish(), department: z.string().max(100).nullish() })
  .refine(({ from, to }) => !from || !to || from <= to, { message: 'from: must not be after to' });

/** What has been recorded, in pages and live. */
export class AttendanceReader {
  constructor(
    private readonly dependencies: {
      attendance: AttendanceRepository;
      events: Events;
      clock: Clock;
      policy: AttendancePolicy;
    },
  ) {}

  /** Day records, latest day first. Throws BAD_USER_INPUT for a page or filter that is off. */
  async list(scope: Scope, query: Omit<AttendanceQuery, 'openSince'>, page: PageRequest): Promise<Page<AttendanceRow>> {
    parseInput(filterBounds, query);
    return this.page(scope, query, page);
  }

  /** The open day records: who is in at this moment. */
  listPresent(scope: Scope, page: PageRequest): Promise<Page<AttendanceRow>> {
    return this.page(scope, { openSince: this.earliestOpen() }, page);
  }

  /** For each department in order, how many people it has and how many of them are in. */
  countByDepartment(scope: Scope): Promise<{ department: string; employees: number; present: number }[]> {
    return this.dependencies.attendance.countByDepartment(scope, this.earliestOpen());
  }

  /** The log, newest first. */
  listEvents(scope: Scope, page: PageRequest): Promise<Page<EventRow>> {
    const { attendance } = this.dependencies;
    return readPage(
      page,
      sequenceKey,
      (row): [number] => [row.sequence],
      (take, after) => attendance.listEventsBefore(scope, after?.[0] ?? null, take),
    );
  }

  /**
   * The log as it grows: everything after the event `after` (or START_OF_LOG, or what is newest now), in order, each once,
   * without end. The log is read by sequence and the signal, marked before reading, only says when to read again, so nothing
   * is missed or repeated where the past meets the present. Throws BAD_USER_INPUT for an id that is not in the log.
   */
  async stream(scope: Scope, after: string | null): Promise<AsyncIterable<EventRow>> {
    const { attendance, events } = this.dependencies;
    let sequence = await this.sequenceOf(scope, after);
    return new Repeater<EventRow>(async (push, stop) => {
      let isStopped = false;
      const stopped = stop.then(() => {
        isStopped = true;
      });
      while (!isStopped) {
        const mark = events.attendanceRecorded.mark;
        const batch = await attendance.listEventsAfter(scope, sequence, STREAM_BATCH);
        for (const event of batch) {
          if (isStopped) return;
          await push(event);
          sequence = event.sequence;
        }
        if (batch.length === 0) await Promise.race([events.attendanceRecorded.since(mark), stopped]);
      }
    });
  }

  private page(scope: Scope, query: AttendanceQuery, page: PageRequest): Promise<Page<AttendanceRow>> {
    const keyOf = (row: AttendanceRow): [string, string] => [row.date, row.id];
    return readPage(page, dayKey, keyOf, (take, after) => this.dependencies.attendance.list(scope, query, take, after));
  }

  private async sequenceOf(scope: Scope, after: string | null): Promise<number> {
    const { attendance } = this.dependencies;
    if (after === START_OF_LOG) return 0;
    if (after === null) return attendance.findLastSequence();
    const sequence = await attendance.findSequence(scope, after);
    if (sequence === null) {
      throw new DomainError(
        'BAD_USER_INPUT',
        'after: there is no event with this id. Read the present state and start from its newest event.',
      );
    }
    return sequence;
  }

  private earliestOpen(): Date {
    const { clock, policy } = this.dependencies;
    return new Date(clock.now().getTime() - policy.maxOpenMinutes * 60_000);
  }
}

import { Repeater } from '@graphql-yoga/subscription';
import { z } from 'zod';
import type { Clock } from '../clock.js';
import { DomainError } from '../errors.js';
import type { Events } from '../events.js';
import { readPage, type Page, type PageRequest } from '../paging.js';
import { parseInput } from '../validate.js';
import type { AttendanceQuery, AttendanceRepository, AttendanceRow, EventRow } from './attendance.repository.js';
import type { PolicyRepository } from './policy.repository.js';

/** `after` of the stream that stands before the first event. */
export const START_OF_LOG = '0';

/** Events that a stream reads at once. */
const STREAM_BATCH = 100;

export type { AttendanceRow };

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
      policies: PolicyRepository;
      events: Events;
      clock: Clock;
    },
  ) {}

  /** Day records, latest day first. Throws BAD_USER_INPUT for a page or filter that is off. */
  async list(query: Omit<AttendanceQuery, 'openSince'>, page: PageRequest): Promise<Page<AttendanceRow>> {
    parseInput(filterBounds, query);
    return this.page(query, page);
  }

  /** The open day records: who is in at this moment. */
  async listPresent(page: PageRequest): Promise<Page<AttendanceRow>> {
    return this.page({ openSince: await this.earliestOpen() }, page);
  }

  /** The log, newest first. */
  listEvents(page: PageRequest): Promise<Page<EventRow>> {
    const { attendance } = this.dependencies;
    return readPage(
      page,
      sequenceKey,
      (row): [number] => [row.sequence],
      (take, after) => attendance.listEventsBefore(after?.[0] ?? null, take),
    );
  }

  /**
   * The log as it grows: everything after the event `after` (or START_OF_LOG, or what is newest now), in order, each once,
   * without end. The log is read by sequence and the signal, marked before reading, only says when to read again, so nothing
   * is missed or repeated where the past meets the present. Throws BAD_USER_INPUT for an id that is not in the log.
   */
  async stream(after: string | null): Promise<AsyncIterable<EventRow>> {
    const { attendance, events } = this.dependencies;
    let sequence = await this.sequenceOf(after);
    return new Repeater<EventRow>(async (push, stop) => {
      let isStopped = false;
      const stopped = stop.then(() => {
        isStopped = true;
      });
      while (!isStopped) {
        const mark = events.attendanceRecorded.mark;
        const batch = await attendance.listEventsAfter(sequence, STREAM_BATCH);
        for (const event of batch) {
          if (isStopped) return;
          await push(event);
          sequence = event.sequence;
        }
        if (batch.length === 0) await Promise.race([events.attendanceRecorded.since(mark), stopped]);
      }
    });
  }

  private page(query: AttendanceQuery, page: PageRequest): Promise<Page<AttendanceRow>> {
    const keyOf = (row: AttendanceRow): [string, string] => [row.date, row.id];
    return readPage(page, dayKey, keyOf, (take, after) => this.dependencies.attendance.list(query, take, after));
  }

  private async sequenceOf(after: string | null): Promise<number> {
    const { attendance } = this.dependencies;
    if (after === START_OF_LOG) return 0;
    if (after === null) return attendance.findLastSequence();
    const event = await attendance.findEvent(after);
    if (!event) {
      throw new DomainError(
        'BAD_USER_INPUT',
        'after: there is no event with this id. Read the present state and start from its newest event.',
      );
    }
    return event.sequence;
  }

  private async earliestOpen(): Promise<Date> {
    const { clock, policies } = this.dependencies;
    return new Date(clock.now().getTime() - (await policies.longestOpenMinutes()) * 60_000);
  }
}

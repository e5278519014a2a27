import { DomainError } from '../errors.js';
import type { BatchedStream, Take } from '../event-batches.js';
import type { Events } from '../events.js';
import type { Scope } from '../scope.js';
import type { AttendanceRepository, EventRow } from './attendance.repository.js';
import { SharedReads } from './shared-reads.js';

/** `after` of the stream that stands before the first event. */
export const START_OF_LOG = '0';

/** Events that are read at once. */
const BATCH = 100;

/** What is recorded, live. */
export class AttendanceStream {
  private readonly reads: SharedReads<EventRow>;

  constructor(private readonly dependencies: { attendance: AttendanceRepository; events: Events }) {
    this.reads = new SharedReads(dependencies.events.attendanceRecorded);
  }

  /**
   * The log as it grows: everything after the event `after` (or START_OF_LOG, or what is newest now), in order, each once,
   * without end. The log is read by sequence and the signal only says when to read again, so nothing is missed or repeated
   * where the past meets the present. Who stands at the same place reads together, and gets the same objects. Throws
   * BAD_USER_INPUT for an id that is not in the log. Only events of people in the scope are there.
   */
  async follow(scope: Scope, after: string | null): Promise<BatchedStream<EventRow>> {
    const { attendance } = this.dependencies;
    const { reads } = this;
    let sequence = await this.sequenceOf(scope, after);
    const whose = JSON.stringify(scope);
    let isStopped = false;
    let stopWaiting = (): void => undefined;
    /** What `next` has not given yet of the last batch. */
    let rest: readonly EventRow[] = [];
    const takeNext = (take: Take<EventRow>, fail: (error: unknown) => void): void => {
      if (isStopped) return take(null);
      const from = sequence;
      const leave = reads.read(`${from} ${whose}`, () => attendance.listEventsAfter(scope, from, BATCH), {
        take(rows) {
          stopWaiting = () => undefined;
          sequence = rows.at(-1)!.sequence;
          take(rows);
        },
        fail,
      });
      stopWaiting = () => {
        leave();
        take(null);
      };
    };
    const end = { done: true, value: undefined } as const;
    const stream: BatchedStream<EventRow> = {
      [Symbol.asyncIterator]: () => stream,
      takeNext,
      async next() {
        if (!isStopped && rest.length === 0) {
          rest = (await new Promise<readonly EventRow[] | null>(takeNext)) ?? [];
        }
        const [event, ...others] = rest;
        if (isStopped || !event) return end;
        rest = others;
        return { done: false, value: event };
      },
      async return() {
        isStopped = true;
        stopWaiting();
        return end;
      },
    };
    return stream;
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
}

import { DomainError } from '../errors.js';
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
  private readonly reads = new SharedReads<EventRow>();

  constructor(private readonly dependencies: { attendance: AttendanceRepository; events: Events }) {}

  /**
   * The log as it grows: everything after the event `after` (or START_OF_LOG, or what is newest now), in order, each once,
   * without end. The log is read by sequence and the signal, marked before reading, only says when to read again, so nothing
   * is missed or repeated where the past meets the present. Who stands at the same place reads together, and gets the same
   * objects. Throws BAD_USER_INPUT for an id that is not in the log. Only events of people in the scope are there.
   */
  async follow(scope: Scope, after: string | null): Promise<AsyncIterableIterator<EventRow>> {
    const { attendance, events } = this.dependencies;
    let sequence = await this.sequenceOf(scope, after);
    const whose = JSON.stringify(scope);
    let batch: EventRow[] = [];
    let given = 0;
    let isStopped = false;
    let wake = (): void => undefined;
    const nextBatch = async (): Promise<void> => {
      const { mark } = events.attendanceRecorded;
      batch = await this.reads.read(`${sequence} ${whose}`, mark, () =>
        attendance.listEventsAfter(scope, sequence, BATCH),
      );
      given = 0;
      if (batch.length > 0 || isStopped) return;
      await new Promise<void>((resolve) => {
        wake = resolve;
        void events.attendanceRecorded.since(mark).then(resolve);
      });
    };
    const end = { done: true, value: undefined } as const;
    const stream: AsyncIterableIterator<EventRow> = {
      [Symbol.asyncIterator]: () => stream,
      async next() {
        while (!isStopped && given === batch.length) await nextBatch();
        if (isStopped) return end;
        const event = batch[given++]!;
        sequence = event.sequence;
        return { done: false, value: event };
      },
      async return() {
        isStopped = true;
        wake();
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

import { Repeater } from '@graphql-yoga/subscription';
import { DomainError } from '../errors.js';
import type { Events } from '../events.js';
import type { Scope } from '../scope.js';
import type { AttendanceRepository, EventRow } from './attendance.repository.js';

/** `after` of the stream that stands before the first event. */
export const START_OF_LOG = '0';

/** Events that are read at once. */
const BATCH = 100;

/** What is recorded, live. */
export class AttendanceStream {
  constructor(private readonly dependencies: { attendance: AttendanceRepository; events: Events }) {}

  /**
   * The log as it grows: everything after the event `after` (or START_OF_LOG, or what is newest now), in order, each once,
   * without end. The log is read by sequence and the signal, marked before reading, only says when to read again, so nothing
   * is missed or repeated where the past meets the present. Throws BAD_USER_INPUT for an id that is not in the log. Only
   * events of people in the scope are there.
   */
  async follow(scope: Scope, after: string | null): Promise<AsyncIterable<EventRow>> {
    const { attendance, events } = this.dependencies;
    let sequence = await this.sequenceOf(scope, after);
    return new Repeater<EventRow>(async (push, stop) => {
      let isStopped = false;
      const stopped = stop.then(() => {
        isStopped = true;
      });
      while (!isStopped) {
        const mark = events.attendanceRecorded.mark;
        const batch = await attendance.listEventsAfter(scope, sequence, BATCH);
        for (const event of batch) {
          if (isStopped) return;
          await push(event);
          sequence = event.sequence;
        }
        if (batch.length === 0) await Promise.race([events.attendanceRecorded.since(mark), stopped]);
      }
    });
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

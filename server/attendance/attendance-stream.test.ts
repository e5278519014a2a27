import { EVERYBODY, type Scope } from '../scope.js';
import { describe, expect, it } from 'vitest';
import { createEvents } from '../events.js';
import { ana } from '../testing/attendance-setting.js';
import { InMemoryAttendance } from '../testing/in-memory-attendance.js';
import { eventRow } from '../testing/rows.js';
import { isSettled } from '../testing/settled.js';
import { AttendanceStream, START_OF_LOG } from './attendance-stream.js';

/** A log that tells how far it was read. */
class WatchedLog extends InMemoryAttendance {
  reads: number[] = [];
  afterReading: () => void = () => undefined;

  override async listEventsAfter(scope: Scope, sequence: number, take: number) {
    this.reads.push(sequence);
    const batch = await super.listEventsAfter(scope, sequence, take);
    this.afterReading();
    return batch;
  }
}

function setUp(count = 0) {
  const [attendance, events] = [new WatchedLog([ana]), createEvents()];
  const append = () => {
    const sequence = attendance.log.length + 1;
    attendance.append(eventRow(sequence, { employee: ana, employeeId: ana.id }));
  };
  const record = () => {
    append();
    events.attendanceRecorded.raise();
  };
  for (let index = 0; index < count; index++) append();
  const stream = new AttendanceStream({ attendance, events });
  const follow = async (after: string | null) => (await stream.follow(EVERYBODY, after))[Symbol.asyncIterator]();
  return { attendance, events, record, append, follow };
}

const take = async (stream: AsyncIterator<{ id: string }>, count: number): Promise<string[]> => {
  const ids: string[] = [];
  while (ids.length < count) ids.push(((await stream.next()).value as { id: string }).id);
  return ids;
};
const ids = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => `event-${from + index}`);

describe('the stream', () => {
  it('gives what was missed since an event, in order, and then what is new', async () => {
    const { follow, record } = setUp(3);
    const stream = await follow('event-1');
    expect(await take(stream, 2)).toEqual(ids(2, 3));
    const next = stream.next();
    record();
    expect(await next).toMatchObject({ value: { id: 'event-4' } });
  });

  it('gives the whole log from its start, over many readings, each event once', async () => {
    const { follow } = setUp(250);
    expect(await take(await follow(START_OF_LOG), 250)).toEqual(ids(1, 250));
  });

  it('begins with what comes after it was asked for, not with what it is read', async () => {
    const { follow, record } = setUp(3);
    const stream = await follow(null);
    record();
    expect(await take(stream, 1)).toEqual(['event-4']);
  });

  it('waits where nothing is new', async () => {
    const stream = await setUp(1).follow('event-1');
    expect(await isSettled(stream.next())).toBe(false);
  });

  it('does not miss what is recorded between its reading and its waiting', async () => {
    const { attendance, follow, record } = setUp(1);
    attendance.afterReading = () => {
      attendance.afterReading = () => undefined;
      record();
    };
    const next = (await follow('event-1')).next();
    expect(await isSettled(next)).toBe(true);
    expect(await next).toMatchObject({ value: { id: 'event-2' } });
  });

  it('reads on no faster than it is read', async () => {
    const { attendance, follow } = setUp(250);
    const stream = await follow(START_OF_LOG);
    await take(stream, 100);
    expect(attendance.reads).toEqual([0]);
    await take(stream, 1);
    expect(attendance.reads).toEqual([0, 100]);
  });

  it('reads nothing before it is read', async () => {
    const { attendance, follow } = setUp(1);
    await follow(START_OF_LOG);
    expect(await isSettled(new Promise(setImmediate))).toBe(true);
    expect(attendance.reads).toEqual([]);
  });

  it('ends when its reader stops while it waits, and reads no more', async () => {
    const { attendance, follow, record } = setUp(0);
    const stream = await follow(null);
    const waiting = stream.next();
    expect(await isSettled(waiting)).toBe(false);
    await stream.return!();
    expect(await waiting).toMatchObject({ done: true });
    const reads = attendance.reads.length;
    record();
    expect(await isSettled(new Promise(setImmediate))).toBe(true);
    expect(attendance.reads).toHaveLength(reads);
  });

  it('ends when its reader stops in the middle of what was missed', async () => {
    const { attendance, follow } = setUp(250);
    const stream = await follow(START_OF_LOG);
    await take(stream, 5);
    await stream.return!();
    expect(await stream.next()).toMatchObject({ done: true });
    expect(attendance.reads).toEqual([0]);
  });

  it('passes on that the log cannot be read', async () => {
    const { attendance, follow } = setUp(1);
    attendance.afterReading = () => {
      throw new Error('disk gone');
    };
    await expect((await follow(START_OF_LOG)).next()).rejects.toThrow('disk gone');
  });

  it('is refused after an event that is not in the log', async () => {
    await expect(setUp(1).follow('nowhere')).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});

import { afterEach, describe, expect, it, vi } from 'vitest';
import { Signal } from '../events.js';
import { isSettled } from '../testing/settled.js';
import { SharedReads } from './shared-reads.js';

/** A log of numbers, which tells from where it was read. */
function setUp(log: number[] = []) {
  const signal = new Signal();
  const reads = new SharedReads<number>(signal);
  const made: number[] = [];
  let leave: () => void = () => undefined;
  const after = (place: number) => async () => {
    made.push(place);
    return log.filter((number) => number > place);
  };
  const read = (place: number, make = after(place)) =>
    new Promise<readonly number[]>((take, fail) => {
      leave = reads.read(`${place}`, make, { take, fail });
    });
  const record = (number: number) => {
    log.push(number);
    signal.raise();
  };
  return { made, read, record, leaveLast: () => leave() };
}

afterEach(() => vi.useRealTimers());

describe('shared reads', () => {
  it('are made once for all who are at a place', async () => {
    const { read, made } = setUp([6, 7]);
    const [one, other] = await Promise.all([read(5), read(5)]);
    expect([one, other, made]).toEqual([[6, 7], [6, 7], [5]]);
    expect(one).toBe(other);
  });

  it('are told apart by place', async () => {
    const { read, made } = setUp([6, 7]);
    expect(await Promise.all([read(5), read(6)])).toEqual([[6, 7], [7]]);
    expect(made).toEqual([5, 6]);
  });

  it('hold for who comes to the place a little later: what came since follows after them', async () => {
    const { read, record, made } = setUp([6]);
    const first = await read(5);
    record(7);
    expect(await read(5)).toBe(first);
    expect(made).toEqual([5]);
  });

  it('of nothing are made again when something is recorded, once for all who wait by then', async () => {
    const { read, record, made } = setUp();
    const both = [read(5), read(5)];
    expect(await isSettled(Promise.race(both))).toBe(false);
    const later = read(5);
    record(6);
    expect(await Promise.all([...both, later])).toEqual([[6], [6], [6]]);
    expect(made).toEqual([5, 5]);
  });

  it('are not made again for who has left', async () => {
    const { read, record, made, leaveLast } = setUp();
    const left = read(5);
    expect(await isSettled(left)).toBe(false);
    leaveLast();
    record(6);
    expect(await isSettled(left)).toBe(false);
    expect(made).toEqual([5]);
  });

  it('are not given to who left before they were there', async () => {
    const { read, leaveLast } = setUp([6]);
    const stays = read(5);
    const left = read(5);
    leaveLast();
    expect(await stays).toEqual([6]);
    expect(await isSettled(left)).toBe(false);
  });

  it('that fail fail for all who wait, and are made again for the next', async () => {
    const { read } = setUp([6]);
    const broken = () => Promise.reject(new Error('no database'));
    const both = await Promise.allSettled([read(5, broken), read(5)]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await read(5)).toEqual([6]);
  });

  it('wait until all who were served are back, and give each what came meanwhile in one piece', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { read, record, made } = setUp([6]);
    await Promise.all([read(5), read(5), read(5)]);
    const first = read(6);
    record(7);
    const second = read(6);
    record(8);
    expect(await isSettled(first)).toBe(false);
    expect(made).toEqual([5]);
    const rows = await Promise.all([first, second, read(6)]);
    expect(rows).toEqual(Array(3).fill([7, 8]));
    expect(made).toEqual([5, 6]);
  });

  it('do not wait for ever for who is slow or has gone', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { read, record } = setUp([6]);
    await Promise.all([read(5), read(5)]);
    record(7);
    const one = read(6);
    expect(await isSettled(one)).toBe(false);
    await vi.advanceTimersByTimeAsync(50);
    expect(await one).toEqual([7]);
  });
});

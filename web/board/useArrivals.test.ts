import { ApolloError } from '@apollo/client/core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { effectScope, nextTick, ref } from 'vue';
import type { Arrival, ArrivalsSink, ArrivalsSource } from './arrivals-source';
import { useArrivals } from './useArrivals';

const arrival = (id: string, minute: number): Arrival => ({
  id,
  action: 'PUNCH',
  kind: 'CHECK_IN',
  method: 'FACE',
  at: `2026-03-02T08:${String(minute).padStart(2, '0')}:00.000Z`,
  employee: { id: `p-${id}`, name: id, position: 'x', department: 'y' },
});

const lineCut = (): Error => Object.assign(new Error('abnormal closure'), { code: 1006 });

/** A log on a server whose line can be cut. */
class FakeServer implements ArrivalsSource {
  log: Arrival[] = [];
  asked: string[] = [];
  down: Error | null = null;
  sink: ArrivalsSink | null = null;

  async newest(): Promise<Arrival[]> {
    if (this.down) throw this.down;
    return this.log.toReversed().slice(0, 50);
  }

  subscribe(after: string, sink: ArrivalsSink): () => void {
    this.asked.push(after);
    if (this.down) sink.ended(this.down);
    else {
      this.sink = sink;
      sink.connected();
      const from = this.log.findIndex(({ id }) => id === after) + 1;
      this.log.slice(from).forEach((missed) => sink.next(missed));
    }
    return () => (this.sink = null);
  }

  record(event: Arrival): void {
    this.log.push(event);
    this.sink?.next(event);
  }

  cut(error: unknown = { code: 1006 }): void {
    const sink = this.sink;
    this.sink = null;
    sink?.ended(error);
  }
}

async function mount(server: FakeServer, online = ref(true)) {
  const scope = effectScope();
  const onNews = vi.fn();
  const board = scope.run(() => useArrivals({ source: server, online, random: () => 1, onNews }));
  if (!board) throw new Error('no scope');
  await vi.advanceTimersByTimeAsync(0);
  const shown = (): string => (board.arrivals.value ?? []).map(({ id }) => id).join('');
  return { board, shown, onNews, unmount: () => scope.stop() };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('useArrivals', () => {
  it('shows what there is, newest first, then what comes', async () => {
    const server = new FakeServer();
    server.log = [arrival('a', 1), arrival('b', 2)];
    const { board, shown } = await mount(server);
    expect(shown()).toBe('ba');
    expect(board.status.value).toBe('live');
    server.record(arrival('c', 3));
    expect(shown()).toBe('cba');
    expect(server.asked).toEqual(['b']);
  });

  it('asks for the whole log where nothing has happened yet', async () => {
    const server = new FakeServer();
    await mount(server);
    expect(server.asked).toEqual(['0']);
  });

  it('misses none and repeats none of what happened while the line was cut', async () => {
    const server = new FakeServer();
    server.log = [arrival('a', 1)];
    const { board, shown } = await mount(server);
    server.record(arrival('b', 2));
    server.cut();
    expect(board.status.value).toBe('reconnecting');
    server.record(arrival('c', 3));
    server.record(arrival('d', 4));
    server.record(arrival('e', 5));
    expect(shown()).toBe('ba');
    await vi.advanceTimersByTimeAsync(1000);
    expect(server.asked).toEqual(['a', 'b']);
    expect(shown()).toBe('edcba');
    expect(board.status.value).toBe('live');
  });

  it('shows an arrival once that the server sends twice, and does not go back behind it', async () => {
    const server = new FakeServer();
    const { shown, onNews } = await mount(server);
    server.record(arrival('a', 1));
    server.record(arrival('b', 2));
    onNews.mockClear();
    server.sink?.next(arrival('a', 1));
    expect(shown()).toBe('ba');
    expect(onNews).not.toHaveBeenCalled();
    server.cut();
    await vi.advanceTimersByTimeAsync(1000);
    expect(server.asked).toEqual(['0', 'b']);
  });

  it('resumes after the last arrival received, whatever the order of ids and times', async () => {
    const server = new FakeServer();
    const { shown } = await mount(server);
    server.record(arrival('z', 10));
    server.record(arrival('m', 5));
    expect(shown()).toBe('zm');
    server.cut();
    await vi.advanceTimersByTimeAsync(1000);
    expect(server.asked).toEqual(['0', 'm']);
  });

  it('waits longer each time, says offline after three failures, and never gives up', async () => {
    const server = new FakeServer();
    const { board } = await mount(server);
    server.down = lineCut();
    server.cut();
    const seen: string[] = [];
    for (const waitMs of [1000, 2000, 4000, 8000, 15_000, 15_000]) {
      await vi.advanceTimersByTimeAsync(waitMs);
      seen.push(`${server.asked.length} ${board.status.value}`);
    }
    expect(seen).toEqual(['2 reconnecting', '3 offline', '4 offline', '5 offline', '6 offline', '7 offline']);
    server.down = null;
    await vi.advanceTimersByTimeAsync(15_000);
    expect(board.status.value).toBe('live');
  });

  it('comes back at once when the network does', async () => {
    const server = new FakeServer();
    const online = ref(true);
    const { board } = await mount(server, online);
    server.down = lineCut();
    server.cut();
    online.value = false;
    await nextTick();
    expect(board.status.value).toBe('offline');
    server.down = null;
    online.value = true;
    await vi.advanceTimersByTimeAsync(0);
    expect(board.status.value).toBe('live');
  });

  it('says what is wrong before the first list, and goes on trying', async () => {
    const server = new FakeServer();
    server.down = new ApolloError({ networkError: new TypeError('Failed to fetch') });
    const { board, shown } = await mount(server);
    expect(board.problem.value?.kind).toBe('offline');
    expect(board.arrivals.value).toBeNull();
    server.down = null;
    server.log = [arrival('a', 1)];
    await vi.advanceTimersByTimeAsync(1000);
    expect(shown()).toBe('a');
    expect(board.problem.value).toBeNull();
  });

  it('stops trying when it may not look', async () => {
    const server = new FakeServer();
    const { board } = await mount(server);
    server.cut([{ message: 'Please sign in.', extensions: { code: 'UNAUTHENTICATED' } }]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(server.asked).toHaveLength(1);
    expect(board.problem.value?.message).toBe('Please sign in.');
  });

  it('starts over from the list where the server no longer knows the last arrival', async () => {
    const server = new FakeServer();
    server.log = [arrival('a', 1)];
    const { shown } = await mount(server);
    server.log = [arrival('k', 7)];
    server.cut([{ message: 'No such event.', extensions: { code: 'NOT_FOUND' } }]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(shown()).toBe('k');
    expect(server.asked).toEqual(['a', 'k']);
  });

  it('takes nothing in twice when it is told to retry while it is connecting', async () => {
    const server = new FakeServer();
    server.log = [arrival('a', 1)];
    const scope = effectScope();
    const board = scope.run(() => useArrivals({ source: server, online: ref(true) }));
    board?.retry();
    await vi.advanceTimersByTimeAsync(0);
    expect(server.asked).toEqual(['a']);
    scope.stop();
  });

  it('ends its subscription with its owner', async () => {
    const server = new FakeServer();
    const { unmount } = await mount(server);
    unmount();
    expect(server.sink).toBeNull();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(server.asked).toHaveLength(1);
  });
});

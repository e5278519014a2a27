import { parse } from 'graphql';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeWebSocket, openedSockets } from '../testing/fake-web-socket';
import { createLiveSource, liveUrl } from './live-source';

const tick = parse('subscription Tick($after: ID!) { tick(after: $after) }');

async function subscribe() {
  const sink = { connected: vi.fn(), next: vi.fn(), ended: vi.fn() };
  const live = createLiveSource({ url: 'ws://here/graphql', token: () => 'abc', webSocketImpl: FakeWebSocket });
  const stop = live.subscribe(tick, { after: '7' }, sink);
  await vi.advanceTimersByTimeAsync(0);
  const socket = openedSockets[openedSockets.length - 1];
  if (!socket) throw new Error('no socket was opened');
  socket.accept();
  await vi.advanceTimersByTimeAsync(0);
  return { sink, stop, socket, id: socket.sentOf('subscribe')[0]?.id ?? '' };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  openedSockets.length = 0;
});

describe('createLiveSource', () => {
  it('says who is asking, then what for', async () => {
    const { sink, socket } = await subscribe();
    expect(socket.sentOf('connection_init')[0]?.payload).toEqual({ authorization: 'Bearer abc' });
    expect(socket.sentOf('subscribe')[0]?.payload).toMatchObject({ variables: { after: '7' } });
    expect(sink.connected).toHaveBeenCalledTimes(1);
  });

  it('hands on what comes', async () => {
    const { sink, socket, id } = await subscribe();
    socket.say({ type: 'next', id, payload: { data: { tick: 8 } } });
    expect(sink.next).toHaveBeenCalledWith({ tick: 8 });
  });

  it('ends once when the line is cut, and does not open another by itself', async () => {
    const { sink, socket } = await subscribe();
    socket.close(1006);
    await vi.advanceTimersByTimeAsync(120_000);
    expect(sink.ended).toHaveBeenCalledTimes(1);
    expect(openedSockets).toHaveLength(1);
  });

  it('ends with the errors that the server gives', async () => {
    const { sink, socket, id } = await subscribe();
    const errors = [{ message: 'no', extensions: { code: 'FORBIDDEN' } }];
    socket.say({ type: 'error', id, payload: errors });
    await vi.advanceTimersByTimeAsync(0);
    expect(sink.ended).toHaveBeenCalledWith([expect.objectContaining({ message: 'no' })]);
  });

  it('notices within 15 seconds that nobody is there any more', async () => {
    const { sink, socket } = await subscribe();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(socket.sentOf('ping')).toHaveLength(1);
    expect(sink.ended).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(sink.ended).toHaveBeenCalledTimes(1);
  });

  it('stays while the server answers its pings', async () => {
    const { sink, socket } = await subscribe();
    for (let turn = 0; turn < 5; turn++) {
      await vi.advanceTimersByTimeAsync(10_000);
      socket.say({ type: 'pong' });
    }
    expect(sink.ended).not.toHaveBeenCalled();
  });

  it('stops in silence when it is told to', async () => {
    const { sink, stop, socket } = await subscribe();
    stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(socket.readyState).toBe(FakeWebSocket.CLOSED);
    expect(sink.ended).not.toHaveBeenCalled();
  });
});

describe('liveUrl', () => {
  it.each([
    ['http:', 'ws://here:4000/graphql'],
    ['https:', 'wss://here:4000/graphql'],
  ])('of a page at %s is %s', (protocol, url) => {
    expect(liveUrl({ protocol, host: 'here:4000' })).toBe(url);
  });
});

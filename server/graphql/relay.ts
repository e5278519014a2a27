import { MessageType } from 'graphql-ws';
import type { WebSocket } from 'ws';
import type { PayloadOf } from './live-results.js';

/** With more than this on its way, a subscriber gets the next event only when that has been taken. */
const FULL_BYTES = 64 * 1024;

/**
 * Sends what a stream gives straight to a WebSocket, as graphql-ws would message by message, but with payloads that are
 * serialised already. To graphql-ws it is a stream that gives nothing and ends when the events do. A subscriber that is slow
 * to take keeps nothing in memory but what is on its way: the rest is read when there is room.
 */
export function relay(
  events: AsyncIterable<unknown>,
  { id, socket, payloadOf, onEnd }: { id: string; socket: WebSocket; payloadOf: PayloadOf; onEnd: () => void },
): AsyncIterableIterator<never> {
  const iterator = events[Symbol.asyncIterator]();
  const head = `{"id":${JSON.stringify(id)},"type":"${MessageType.Next}","payload":`;
  const end = { done: true, value: undefined } as const;
  let isStopped = false;
  const run = async (): Promise<typeof end> => {
    try {
      for (let next = await iterator.next(); !next.done; next = await iterator.next()) {
        const payload = await payloadOf(next.value);
        if (isStopped || socket.readyState !== socket.OPEN) break;
        const sent = send(socket, `${head}${payload}}`);
        if (socket.bufferedAmount > FULL_BYTES) await sent;
      }
      return end;
    } finally {
      onEnd();
      await iterator.return?.();
    }
  };
  const ended = run();
  ended.catch(() => undefined);
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    next: () => ended,
    async return() {
      isStopped = true;
      await iterator.return?.();
      return end;
    },
  };
}

/** Resolves when it was handed to the network, or the connection is gone. */
const send = (socket: WebSocket, text: string): Promise<void> =>
  new Promise((resolve) => socket.send(text, () => resolve()));

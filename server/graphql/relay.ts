import type { Socket } from 'node:net';
import { MessageType } from 'graphql-ws';
import type { WebSocket } from 'ws';
import { inBatches } from '../event-batches.js';
import type { PayloadsOf } from './live-results.js';
import { textFrames } from './text-frames.js';

/** With more than this on its way, a subscriber gets the next event only when that has been taken. */
const FULL_BYTES = 64 * 1024;
const TAIL = Buffer.from('}');

/** A WebSocket with the connection below it. */
export interface Wire {
  socket: WebSocket;
  connection: Socket;
}

/**
 * Sends what a stream gives straight to a WebSocket, as graphql-ws would message by message, but with payloads that are
 * serialised already, and all that is there in one write: to thousands of subscribers the writes are what takes time. Whole
 * frames may come between those that the WebSocket writes itself, which without compression it does at once. To graphql-ws it
 * is a stream that gives nothing and ends when the events do. A subscriber that is slow to take keeps nothing in memory but
 * what is on its way: the rest is read when there is room.
 */
export function relay(
  events: AsyncIterable<unknown>,
  { id, wire, payloadsOf, onEnd }: { id: string; wire: Wire; payloadsOf: PayloadsOf; onEnd: () => void },
): AsyncIterableIterator<never> {
  const { socket, connection } = wire;
  const stream = inBatches(events);
  const head = Buffer.from(`{"id":${JSON.stringify(id)},"type":"${MessageType.Next}","payload":`);
  const end = { done: true, value: undefined } as const;
  let isOver = false;
  let finish!: () => void;
  let fail!: (error: unknown) => void;
  const ended = new Promise<typeof end>((resolve, reject) => {
    const settle = (outcome: () => void): void => {
      if (isOver) return;
      isOver = true;
      onEnd();
      void stream.return?.().catch(() => undefined);
      outcome();
    };
    finish = () => settle(() => resolve(end));
    fail = (error) => settle(() => reject(asError(error)));
  });
  ended.catch(() => undefined);

  const isOpen = (): boolean => !isOver && socket.readyState === socket.OPEN;
  const goOn = (): void => (isOpen() ? stream.takeNext(take, fail) : finish());
  const take = (batch: readonly unknown[] | null): void => (batch ? payloadsOf(batch, send, fail) : finish());
  const send = (payloads: readonly Buffer[]): void => {
    if (!isOpen()) return finish();
    let count = 0;
    for (let room = FULL_BYTES - connection.writableLength; count === 0 || (room >= 0 && count < payloads.length);) {
      room -= head.length + payloads[count++]!.length;
    }
    const rest = payloads.slice(count);
    const next = rest.length > 0 ? () => send(rest) : goOn;
    const frames = textFrames(head, payloads.slice(0, count), TAIL);
    const isFull = connection.writableLength + frames.length > FULL_BYTES;
    // Called when it was handed to the network, or the connection is gone.
    connection.write(frames, isFull ? next : undefined);
    if (!isFull) next();
  };
  goOn();
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    next: () => ended,
    async return() {
      finish();
      return end;
    },
  };
}

const asError = (thrown: unknown): Error =>
  thrown instanceof Error ? thrown : new Error('the stream broke', { cause: thrown });

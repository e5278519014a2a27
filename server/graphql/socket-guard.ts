import type { WebSocket } from 'ws';
import { MAX_MESSAGES_PER_SECOND, MAX_WAITING_BYTES } from './limits.js';

/** Why a WebSocket is closed, beside the codes of graphql-ws and of WebSocket itself. */
export const SocketCode = {
  /** The reader does not read: connect again, and resume from the last cursor that was seen. */
  TooSlow: 4508,
  /** Too many messages: wait before connecting again. */
  TooMuch: 4429,
} as const;

/** How long a closed socket may take to say goodbye. */
const GOODBYE_MS = 5_000;

/** Closes a WebSocket for good: what still comes in is not listened to, and who does not read does not stay. */
export function closeSocket(socket: WebSocket, code: number, reason: string): void {
  socket.removeAllListeners('message').removeAllListeners('ping');
  socket.close(code, reason);
  setTimeout(() => socket.terminate(), GOODBYE_MS).unref();
}

/** Closes a WebSocket that sends more messages than anybody needs to. Call it before anybody else listens. */
export function limitMessages(socket: WebSocket): void {
  let second = 0;
  let messages = 0;
  const count = () => {
    const now = Math.floor(performance.now() / 1000);
    messages = now === second ? messages + 1 : 1;
    second = now;
    if (messages > MAX_MESSAGES_PER_SECOND) closeSocket(socket, SocketCode.TooMuch, 'Too many messages');
  };
  socket.on('message', count).on('ping', count);
}

/** Closes a WebSocket whose reader lets everything lie: what waits for it is kept in memory, so it must not grow. */
export function limitWaiting(socket: WebSocket, { slowMs, checkMs }: { slowMs: number; checkMs: number }): void {
  let stuckMs = 0;
  let waiting = 0;
  const checking = setInterval(() => {
    const { bufferedAmount } = socket;
    stuckMs = bufferedAmount > 0 && bufferedAmount >= waiting ? stuckMs + checkMs : 0;
    waiting = bufferedAmount;
    if (bufferedAmount <= MAX_WAITING_BYTES && stuckMs < slowMs) return;
    clearInterval(checking);
    closeSocket(socket, SocketCode.TooSlow, 'Too slow: resume from your cursor');
  }, checkMs);
  checking.unref();
  socket.once('close', () => clearInterval(checking));
}

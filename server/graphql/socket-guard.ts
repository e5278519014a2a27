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

/**
 * Watches over one WebSocket: closes it when it sends too many messages, or lets what is sent to it lie. What waits for a
 * reader is kept in memory, so it must not grow. Call it before anybody else listens.
 */
export function guardSocket(
  socket: WebSocket,
  { slowReaderMs, checkMs }: { slowReaderMs: number; checkMs: number },
): void {
  const mostMessages = Math.ceil((MAX_MESSAGES_PER_SECOND * checkMs) / 1000);
  let messages = 0;
  let stuckMs = 0;
  let waiting = 0;
  const countMessage = () => {
    if (++messages > mostMessages) end(SocketCode.TooMuch, 'Too many messages');
  };
  const checking = setInterval(() => {
    messages = 0;
    const { bufferedAmount } = socket;
    stuckMs = bufferedAmount > 0 && bufferedAmount >= waiting ? stuckMs + checkMs : 0;
    waiting = bufferedAmount;
    if (bufferedAmount > MAX_WAITING_BYTES || stuckMs >= slowReaderMs) {
      end(SocketCode.TooSlow, 'Too slow: resume from your cursor');
    }
  }, checkMs);
  checking.unref();
  socket.on('message', countMessage);
  socket.on('ping', countMessage);
  socket.once('close', () => clearInterval(checking));

  function end(code: number, reason: string): void {
    clearInterval(checking);
    // What still comes in is not listened to.
    socket.removeAllListeners('message').removeAllListeners('ping');
    socket.close(code, reason);
    // Whoever does not read does not read that either.
    setTimeout(() => socket.terminate(), GOODBYE_MS).unref();
  }
}

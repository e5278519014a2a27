import type { IncomingMessage } from 'node:http';
import { CloseCode, MessageType, type Server } from 'graphql-ws';
import type { WebSocket } from 'ws';
import type { Logger } from '../logger.js';
import { SUBSCRIPTION_PING_MS } from './limits.js';
import { closeSocket, limitMessages, limitWaiting } from './socket-guard.js';
import type { Timing } from './web-server.js';

/** What comes with a connection. */
export interface Extra {
  readonly socket: WebSocket;
  readonly request: IncomingMessage;
}

const PONG = JSON.stringify({ type: MessageType.Pong });

/**
 * Lets graphql-ws speak through a WebSocket, within limits. The adapter that comes with graphql-ws prints whatever goes
 * wrong to the console, traces included, which a stranger could fill; here it is a line of the log.
 */
export function openSocket(
  { socket, request }: Extra,
  { server, timing, logger }: { server: Server<Extra>; timing: Timing; logger: Logger },
): void {
  socket.on('error', (err) => logger.debug({ err }, 'a WebSocket broke'));
  limitMessages(socket);
  limitWaiting(socket, { slowMs: timing.slowReaderMs, checkMs: timing.slowReaderCheckMs });
  keepAlive(socket);

  const closed = server.opened(
    {
      protocol: socket.protocol,
      send: (data) =>
        new Promise((resolve, reject) => {
          if (socket.readyState !== socket.OPEN) return resolve();
          socket.send(data, (error) => (error && socket.readyState === socket.OPEN ? reject(error) : resolve()));
        }),
      close: (code, reason) => closeSocket(socket, Number(code), reason ?? ''),
      // Whatever came with the ping is not sent back.
      onPing: () => socket.send(PONG),
      onMessage: (take) => {
        socket.on('message', (data: Buffer) => {
          take(data.toString()).catch((err: unknown) => {
            logger.error({ err }, 'a message by WebSocket met an unexpected error');
            closeSocket(socket, CloseCode.InternalServerError, 'Internal server error');
          });
        });
      },
    },
    { socket, request },
  );
  socket.once('close', (code, reason) => void closed(code, String(reason)));
}

/** Ends a connection whose other side does not answer from one ping to the next. */
function keepAlive(socket: WebSocket): void {
  let isAlive = true;
  socket.on('pong', () => (isAlive = true));
  const pinging = setInterval(() => {
    if (!isAlive) return socket.terminate();
    isAlive = false;
    if (socket.readyState === socket.OPEN) socket.ping();
  }, SUBSCRIPTION_PING_MS);
  pinging.unref();
  socket.once('close', () => clearInterval(pinging));
}

import type { IncomingMessage } from 'node:http';
import type { Client } from './context.js';

/** Where a request comes from, as far as it can be seen. */
export function clientOf({ socket, headers }: IncomingMessage): Client {
  return {
    address: socket.remoteAddress ?? '',
    userAgent: headers['user-agent'] ?? '',
    origin: headers.origin ?? '',
  };
}

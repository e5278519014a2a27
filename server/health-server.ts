import { createServer } from 'node:http';
import { listenOn } from './listen.js';

/** Answers GET /livez and /readyz, for a node that serves nothing else on its port. */
export function createHealthServer() {
  const server = createServer({ requestTimeout: 10_000, headersTimeout: 10_000 }, (request, response) => {
    const status = { '/livez': 'live', '/readyz': 'ready' }[request.url ?? ''];
    response.writeHead(status ? 200 : 404, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ status: status ?? 'this node serves /livez and /readyz' }));
  });
  return {
    listen: (port: number, host: string) => listenOn(server, port, host, { port: 'PORT', host: 'HOST' }),
    countOpen: () => ({ sockets: 0, operations: 0 }),
    /** No proxy sends anybody here. */
    drain: () => Promise.resolve(),
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

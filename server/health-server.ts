import { createServer } from 'node:http';
import { listenOn } from './listen.js';

/** What /readyz answers while a node is not about to stop: the HTTP status, and why. */
export const readiness = async (isDatabaseReachable: () => Promise<boolean>): Promise<[number, string]> =>
  (await isDatabaseReachable()) ? [200, 'ready'] : [503, 'the database cannot be reached'];

/** Answers GET /livez and /readyz, for a node that serves nothing else on its port. */
export function createHealthServer({ isDatabaseReachable }: { isDatabaseReachable: () => Promise<boolean> }) {
  const server = createServer({ requestTimeout: 10_000, headersTimeout: 10_000 }, (request, response) => {
    void answerTo(request.url).then(([code, status]) => {
      response.writeHead(code, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ status }));
    });
  });

  async function answerTo(url: string | undefined): Promise<[number, string]> {
    if (url === '/livez') return [200, 'live'];
    if (url !== '/readyz') return [404, 'this node serves /livez and /readyz'];
    return readiness(isDatabaseReachable);
  }

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

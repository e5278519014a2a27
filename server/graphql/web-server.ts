import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import type { GraphQLSchema } from 'graphql';
import { StartupError } from '../errors.js';
import type { DownloadTickets } from '../download-tickets.js';
import type { Logger } from '../logger.js';
import type { Context } from './context.js';
import { downloads } from './downloads.js';
import { createGraphQLHttp } from './http.js';
import { REQUEST_TIMEOUT_MS } from './limits.js';
import { securityHeaders } from './security-headers.js';
import { serveSubscriptions } from './subscriptions.js';
import { webPages } from './web-pages.js';

const GRAPHQL_PATH = '/graphql';

export interface WebServer {
  /** Begins to serve; resolves to the port. Throws StartupError when it is taken or not allowed. */
  listen(port: number, host: string): Promise<number>;
  stop(): Promise<void>;
}

/** API, subscriptions and web app on one port. */
export async function createWebServer(dependencies: {
  schema: GraphQLSchema;
  contextFor: (authorization: string | undefined, address: string | undefined) => Promise<Context>;
  tickets: DownloadTickets;
  logger: Logger;
  webDir: string;
  callerCheckMs?: number | undefined;
}): Promise<WebServer> {
  // 'production' keeps stack traces out of Express's own error pages.
  const app = express().disable('x-powered-by').set('env', 'production');
  const httpServer = createServer({ requestTimeout: REQUEST_TIMEOUT_MS }, app);
  const http = await createGraphQLHttp({ ...dependencies, httpServer });
  const subscriptions = serveSubscriptions({ ...dependencies, httpServer, path: GRAPHQL_PATH });

  app.use(securityHeaders());
  app.get('/readyz', (_request, response) => void response.json({ status: 'ready' }));
  app.use(GRAPHQL_PATH, ...http.handlers);
  app.use('/downloads', downloads(dependencies.tickets, dependencies.logger));
  app.use(webPages(dependencies.webDir));

  return {
    listen: (port, host) =>
      new Promise((resolve, reject) => {
        httpServer.once('error', (error: NodeJS.ErrnoException) =>
          reject(new StartupError([whyNot(error, port, host)])),
        );
        httpServer.listen(port, host, () => resolve((httpServer.address() as AddressInfo).port));
      }),
    async stop() {
      await subscriptions.stop();
      await http.stop();
    },
  };
}

function whyNot(error: NodeJS.ErrnoException, port: number, host: string): string {
  switch (error.code) {
    case 'EADDRINUSE':
      return `PORT: ${port} is in use by another program. Stop that, or set PORT to another number.`;
    case 'EACCES':
      return `PORT: ${port} may not be used by this account. Set PORT to a number above 1023.`;
    default:
      return `HOST: cannot listen on ${host}, port ${port} (${error.code}).`;
  }
}

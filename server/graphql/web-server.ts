import { createServer } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import express, { type RequestHandler } from 'express';
import type { GraphQLSchema } from 'graphql';
import { trustIn } from '../client-address.js';
import type { Config } from '../config.js';
import type { DownloadTickets } from '../download-tickets.js';
import { readiness } from '../health-server.js';
import { listenOn } from '../listen.js';
import type { Logger } from '../logger.js';
import { limitConnections } from './connection-limits.js';
import type { ContextFor, Renew } from './context.js';
import { downloads } from './downloads.js';
import { createGraphQLHttp } from './http.js';
import * as limits from './limits.js';
import { OperationLimits } from './operation-limits.js';
import { requestScopes } from './request-scopes.js';
import { securityHeaders } from './security-headers.js';
import { serveSubscriptions, type Subscriptions } from './subscriptions.js';
import { createPageErrors } from './transport-errors.js';
import { webPages } from './web-pages.js';

const GRAPHQL_PATH = '/graphql';

export type Edge = Config['edge'];

/** Time limits, so that tests need not wait as long as people may. */
const TIMING = {
  headersTimeoutMs: limits.HEADERS_TIMEOUT_MS,
  requestTimeoutMs: limits.REQUEST_TIMEOUT_MS,
  operationTimeoutMs: limits.OPERATION_TIMEOUT_MS,
  connectionCheckMs: limits.CONNECTION_CHECK_MS,
  bodyCheckMs: limits.BODY_CHECK_MS,
  minBodyBytesPerSecond: limits.MIN_BODY_BYTES_PER_SECOND,
  initTimeoutMs: limits.SUBSCRIPTION_INIT_TIMEOUT_MS,
  callerCheckMs: limits.SUBSCRIPTION_CALLER_CHECK_MS,
  slowReaderMs: limits.SLOW_READER_MS,
  slowReaderCheckMs: limits.SLOW_READER_CHECK_MS,
};
export type Timing = { readonly [Limit in keyof typeof TIMING]: number };

export interface WebServer {
  /** Begins to serve; resolves to the port. Throws StartupError when it is taken or not allowed. */
  listen(port: number, host: string): Promise<number>;
  /** WebSockets, and operations under way on them. */
  countOpen: Subscriptions['countOpen'];
  /** Says to proxies that they shall send nobody here any more, and serves for as long as they need to hear it. */
  drain(ms: number): Promise<void>;
  stop(): Promise<void>;
}

/** API, subscriptions and web app on one port. */
export async function createWebServer(dependencies: {
  schema: GraphQLSchema;
  contextFor: ContextFor;
  renew: Renew;
  tickets: Pick<DownloadTickets, 'redeem'>;
  isDatabaseReachable: () => Promise<boolean>;
  logger: Logger;
  webDir: string;
  edge: Edge;
  timing?: Partial<Timing> | undefined;
  /** Goes before everything else. */
  measure?: RequestHandler | undefined;
}): Promise<WebServer> {
  const { edge, logger } = dependencies;
  const timing: Timing = { ...TIMING, ...dependencies.timing };
  const isTrusted = trustIn(edge.trustedProxies);
  // 'production' keeps stack traces out of Express's own error pages.
  const app = express().disable('x-powered-by').set('env', 'production');
  const httpServer = createServer(
    {
      headersTimeout: timing.headersTimeoutMs,
      requestTimeout: timing.requestTimeoutMs,
      connectionsCheckingInterval: timing.connectionCheckMs,
      maxHeaderSize: limits.MAX_HEADER_BYTES,
    },
    app,
  );
  httpServer.maxHeadersCount = limits.MAX_HEADERS;
  httpServer.timeout = limits.IDLE_TIMEOUT_MS;
  limitConnections(httpServer, {
    most: edge.maxConnections,
    mostPerAddress: edge.maxConnectionsPerAddress,
    isTrusted,
  });
  const operationLimits = new OperationLimits(dependencies.schema, edge.isSchemaOpen);
  const shared = { ...dependencies, httpServer, limits: operationLimits, isTrusted, timing };
  const http = await createGraphQLHttp(shared);
  const subscriptions = serveSubscriptions({ ...shared, path: GRAPHQL_PATH });

  if (dependencies.measure) app.use(dependencies.measure);
  app.use(requestScopes(timing.operationTimeoutMs));
  app.use(securityHeaders(isTrusted));
  let isDraining = false;
  // The process answers; whether it serves is /readyz, from when on it listens until it is about to stop.
  app.get('/livez', (_request, response) => void response.json({ status: 'live' }));
  app.get('/readyz', async (_request, response) => {
    const [code, status] = isDraining ? [503, 'draining'] : await readiness(dependencies.isDatabaseReachable);
    response.status(code).json({ status });
  });
  app.use(GRAPHQL_PATH, ...http.handlers);
  app.use('/downloads', downloads(dependencies.tickets, dependencies.logger));
  app.use(webPages(dependencies.webDir));
  app.use(createPageErrors(logger));

  return {
    listen: (port, host) => listenOn(httpServer, port, host, { port: 'PORT', host: 'HOST' }),
    countOpen: () => subscriptions.countOpen(),
    async drain(ms) {
      isDraining = true;
      await setTimeout(ms);
    },
    async stop() {
      await subscriptions.stop();
      await http.stop();
    },
  };
}

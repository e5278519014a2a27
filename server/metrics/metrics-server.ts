import { createServer } from 'node:http';
import { listenOn } from '../listen.js';
import { isSameSecret } from '../same-secret.js';
import type { Metrics } from './metrics.js';

export interface MetricsSettings {
  port: number;
  host: string;
  /** Asked for as a bearer token; null where only this machine can ask. */
  token: string | null;
}

/** Enough for a scraper and somebody who looks; an idle connection is not kept. */
const MAX_CONNECTIONS = 16;
const TIMEOUT_MS = 10_000;

/**
 * Answers GET /metrics in Prometheus' text format, on a port of its own that no proxy in front of Rollcall passes on.
 * Resolves to the port and how to close it. Throws StartupError when it cannot listen.
 */
export async function serveMetrics(
  { registry }: Metrics,
  { port, host, token }: MetricsSettings,
): Promise<{ port: number; close(): Promise<void> }> {
  const server = createServer({ requestTimeout: TIMEOUT_MS, headersTimeout: TIMEOUT_MS }, (request, response) => {
    const answer = (status: number, body: string, type = 'text/plain') =>
      void response.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'no-store' }).end(body);
    if (request.method !== 'GET' || request.url?.split('?')[0] !== '/metrics') return answer(404, 'GET /metrics\n');
    if (token && !isSameSecret(request.headers.authorization ?? '', `Bearer ${token}`)) {
      return answer(401, 'Send METRICS_TOKEN as a bearer token.\n');
    }
    registry.metrics().then(
      (text) => answer(200, text, registry.contentType),
      () => answer(500, 'The metrics could not be read.\n'),
    );
  });
  server.maxConnections = MAX_CONNECTIONS;
  server.timeout = TIMEOUT_MS;
  const bound = await listenOn(server, port, host, { port: 'METRICS_PORT', host: 'METRICS_HOST' });
  return {
    port: bound,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

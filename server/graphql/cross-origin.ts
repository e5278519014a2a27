import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from 'express';

const ALLOWED_HEADERS = 'authorization, content-type, apollo-require-preflight, x-apollo-operation-name';
const PREFLIGHT_SECONDS = '600';

/** Closed to pages of other origins, but for those on the list. Tokens travel in a header, so no cookie is ever allowed. */
export function crossOrigin(origins: readonly string[]): RequestHandler {
  return (request, response, next) => {
    response.vary('Origin');
    const { origin } = request.headers;
    if (origin && origins.includes(origin)) {
      response.set({
        'Access-Control-Allow-Origin': origin,
        'Access-Control-Expose-Headers': 'retry-after, x-request-id',
        'Cross-Origin-Resource-Policy': 'cross-origin',
      });
      if (request.method === 'OPTIONS') {
        response.set({
          'Access-Control-Allow-Methods': 'POST',
          'Access-Control-Allow-Headers': ALLOWED_HEADERS,
          'Access-Control-Max-Age': PREFLIGHT_SECONDS,
        });
      }
    }
    if (request.method === 'OPTIONS') response.status(204).end();
    else next();
  };
}

/** Whether a WebSocket may be opened: browsers let any page try, and say from where. */
export function mayOpenFrom({ headers }: IncomingMessage, origins: readonly string[]): boolean {
  const { origin, host } = headers;
  if (origin === undefined || origins.includes(origin)) return true;
  // The port is left out: proxies seldom pass it on.
  return URL.canParse(origin) && new URL(origin).hostname === hostnameOf(host ?? '');
}

const hostnameOf = (host: string): string => (URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : '');

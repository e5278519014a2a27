import type { RequestHandler } from 'express';
import type { MiddlewareFn } from 'type-graphql';
import type { Metrics } from '../metrics/metrics.js';
import type { Context } from './context.js';
import { isNo } from './mutation-log.js';

const ROUTES = new Set(['/graphql', '/downloads', '/livez', '/readyz']);

/** Counts queries and mutations by their names, which are the schema's: a client cannot make up others. */
export function operationMetrics({ operations, refusals, punches }: Metrics): MiddlewareFn<Context> {
  return async ({ info: { parentType, fieldName } }, next): Promise<unknown> => {
    const kind = parentType.name;
    if (kind !== 'Query' && kind !== 'Mutation') return next();
    const start = performance.now();
    const observe = (outcome: string) =>
      operations.observe(
        { kind: kind.toLowerCase(), operation: fieldName, outcome },
        (performance.now() - start) / 1000,
      );
    try {
      const result = (await next()) as unknown;
      if (isNo(result)) refusals.inc({ operation: fieldName, reason: result.reason });
      else if (kind === 'Mutation' && isPunch(result))
        punches.inc({ kind: result.event.kind, method: result.event.method });
      observe(isNo(result) ? 'no' : 'ok');
      return result;
    } catch (error) {
      observe('error');
      throw error;
    }
  };
}

/** Counts requests, also those that never become an operation. */
export function requestMetrics({ http }: Metrics): RequestHandler {
  return ({ path }, response, next) => {
    const start = performance.now();
    const top = `/${path.split('/')[1]}`;
    const route = ROUTES.has(top) ? top.slice(1) : 'pages';
    response.once('close', () => {
      const status = response.writableFinished ? `${Math.floor(response.statusCode / 100)}xx` : 'gone';
      http.observe({ route, status }, (performance.now() - start) / 1000);
    });
    next();
  };
}

function isPunch(result: unknown): result is { event: { kind: string; method: string } } {
  if (typeof result !== 'object' || result === null || !('attendance' in result && 'event' in result)) return false;
  const { event } = result;
  return typeof event === 'object' && event !== null && 'kind' in event && 'method' in event;
}

import type { RequestHandler } from 'express';
import { inScope, type RequestScope } from '../request-scope.js';

export interface OpenScope extends RequestScope {
  /** Nobody waits for the answer any more. */
  abandon(): void;
  /** The answer is given. */
  close(): void;
}

/** A scope whose signal is aborted after so long, unless it is closed before. */
export function openScope(timeoutMs: number): OpenScope {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(new Error('the time for the answer is over')), timeoutMs);
  return {
    id: crypto.randomUUID(),
    signal: controller.signal,
    abandon: () => controller.abort(new Error('the client has gone')),
    close: () => clearTimeout(timer),
  };
}

/**
 * Gives each request a number, which the client finds in X-Request-Id and the operator in the log, and a signal that says
 * when nobody waits for the answer any more.
 */
export function requestScopes(timeoutMs: number): RequestHandler {
  return (_request, response, next) => {
    const scope = openScope(timeoutMs);
    response.setHeader('X-Request-Id', scope.id);
    response.once('close', () => {
      if (!response.writableFinished) scope.abandon();
      scope.close();
    });
    inScope(scope, next);
  };
}

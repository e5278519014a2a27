import type { IncomingMessage } from 'node:http';
import type { RequestHandler, Response } from 'express';
import type { IsTrusted } from '../client-address.js';
import { clientOf } from './client.js';
import type { Context, ContextFor, RequestFacts } from './context.js';

/** What of a request tells who asks; a WebSocket has its authorization elsewhere, and no body. */
export function factsOf(
  request: IncomingMessage & { originalUrl?: string },
  authorization: string | undefined,
  isTrusted: IsTrusted,
): RequestFacts {
  return {
    authorization,
    method: request.method ?? '',
    path: (request.originalUrl ?? request.url ?? '').split('?')[0]!,
    contentDigest: contentDigestOf(request),
    ...clientOf(request, isTrusted),
  };
}

/** The Content-Digest (RFC 9530) as sent. */
export function contentDigestOf({ headers }: IncomingMessage): string | null {
  const digest = headers['content-digest'];
  return typeof digest === 'string' ? digest : null;
}

/** Finds out who sends a request, once, before its body is read. */
export function findContext({
  contextFor,
  isTrusted,
}: {
  contextFor: ContextFor;
  isTrusted: IsTrusted;
}): RequestHandler {
  return async (request, response, next) => {
    response.locals['context'] = await contextFor(factsOf(request, request.headers.authorization, isTrusted));
    next();
  };
}

/** What `findContext` found. */
export const contextOf = (response: Response): Context => response.locals['context'] as Context;

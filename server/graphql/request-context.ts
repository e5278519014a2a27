import type { RequestHandler, Response } from 'express';
import { clientAddress, type IsTrusted } from '../client-address.js';
import type { Context, ContextFor } from './context.js';

/** Finds out who sends a request, once, before its body is read. */
export function findContext({
  contextFor,
  isTrusted,
}: {
  contextFor: ContextFor;
  isTrusted: IsTrusted;
}): RequestHandler {
  return async (request, response, next) => {
    const { authorization } = request.headers;
    response.locals['context'] = await contextFor({ authorization, address: clientAddress(request, isTrusted) });
    next();
  };
}

/** What `findContext` found. */
export const contextOf = (response: Response): Context => response.locals['context'] as Context;

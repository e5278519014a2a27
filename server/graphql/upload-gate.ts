import type { RequestHandler } from 'express';
import { DomainError } from '../errors.js';
import { contextOf } from './request-context.js';

/**
 * Lets files in only for callers who are known, and only so many at a time: files are written to the disk as they come,
 * before anybody looks at what they are for.
 */
export function uploadGate(most: number): RequestHandler {
  let uploading = 0;
  return (request, response, next) => {
    if (!request.is('multipart/form-data')) return next();
    if (!contextOf(response).caller) {
      return next(new DomainError('UNAUTHENTICATED', 'Sign in first: files are taken from known callers only.'));
    }
    if (uploading >= most) return next(new DomainError('BUSY', 'Too many files are being received. Try again soon.'));
    uploading++;
    response.once('close', () => uploading--);
    next();
  };
}

import type { ErrorRequestHandler } from 'express';
import { DomainError, UnavailableError } from '../errors.js';
import type { Logger } from '../logger.js';
import { formatError } from './format-error.js';

const UNREADABLE =
  'The request could not be read whole: send JSON of at most 100 kB, or a GraphQL multipart request of at most 10 files.';

/** Answers requests that failed before GraphQL saw them (bodies that are too large, cut off or malformed) in its form. */
export function createTransportErrors(logger: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    if (error instanceof DomainError) {
      if (error.code === 'PROOF_REFUSED') response.status(401);
      response.json({ errors: [formatError(error, logger)] });
      return;
    }
    // A full disk or a database out of reach says nothing about the request.
    const isOurs = error instanceof UnavailableError || (error instanceof Error && 'errno' in error);
    const isCutOff = request.is('multipart/form-data') && !isOurs;
    const status = statusOf(error) ?? (isCutOff ? 400 : 500);
    const shown = status < 500 ? new DomainError('BAD_USER_INPUT', UNREADABLE, { cause: error }) : error;
    response.status(status).json({ errors: [formatError(shown, logger)] });
  };
}

/** Answers whatever failed outside of GraphQL: a page or file that cannot be served. */
export function createPageErrors(logger: Logger): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const status = statusOf(error) ?? 500;
    const words = status < 500 ? `There is nothing here (${status}).` : formatError(error, logger).message;
    response.status(status).type('text/plain').send(`${words}\n`);
  };
}

/** express, body-parser and graphql-upload-ts put the HTTP status on their errors. */
function statusOf(error: unknown): number | null {
  const status = error instanceof Error && 'status' in error ? error.status : null;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : null;
}

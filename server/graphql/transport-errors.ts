import type { ErrorRequestHandler } from 'express';
import { DomainError } from '../errors.js';
import type { Logger } from '../logger.js';
import { formatError } from './format-error.js';

/** What busboy says of a body that is cut off or malformed: by its words alone they can be told from errors that are ours. */
const MALFORMED =
  /^(Unexpected end of (form|file)|Malformed (part header|content type|urlencoded form)|Multipart: Boundary not found|Missing Content-Type|Unsupported content type)/;
const UNREADABLE =
  'The request could not be read whole: send JSON of at most 100 kB, or a GraphQL multipart request of at most 10 files.';

/** Answers requests that failed before GraphQL saw them (bodies that are too large, cut off or malformed) in its form. */
export function createTransportErrors(logger: Logger): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    if (error instanceof DomainError) {
      if (error.code === 'PROOF_REFUSED') response.status(401);
      response.json({ errors: [formatError(error, logger)] });
      return;
    }
    const status = statusOf(error) ?? (isMalformed(error) ? 400 : 500);
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

/** A kiosk gives up what it kept when it is told that its request was bad: nothing else may be called so. */
function isMalformed(error: unknown): boolean {
  return error instanceof Error && MALFORMED.test(error.message);
}

/** express, body-parser and graphql-upload-ts put the HTTP status on their errors. */
function statusOf(error: unknown): number | null {
  const status = error instanceof Error && 'status' in error ? error.status : null;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : null;
}

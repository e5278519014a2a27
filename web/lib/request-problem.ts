/**
 * What went wrong with a request, in the few kinds that a screen treats differently.
 * offline: no answer came. busy: the server asks to come back shortly. server: a fault of ours.
 */
export type ProblemKind = 'offline' | 'busy' | 'signed-out' | 'forbidden' | 'rejected' | 'server';

export interface RequestProblem {
  kind: ProblemKind;
  message: string;
}

interface GraphQlErrorLike {
  message: string;
  extensions?: { code?: unknown; requestId?: unknown };
}

const KINDS: Record<string, ProblemKind> = {
  UNAUTHENTICATED: 'signed-out',
  FORBIDDEN: 'forbidden',
  BUSY: 'busy',
  RATE_LIMITED: 'busy',
  TIMEOUT: 'busy',
  // It has no data to go by, so a kiosk keeps what it would have sent.
  UNAVAILABLE: 'offline',
  // Signed anew, with the next number and by the server's clock, it will do.
  PROOF_REFUSED: 'busy',
  BAD_USER_INPUT: 'rejected',
  NOT_FOUND: 'rejected',
  CONFLICT: 'rejected',
};

/** Close codes of graphql-ws for a connection that is not let in: 4401 Unauthorized, 4403 Forbidden. */
const WS_REFUSED = [4401, 4403];

const NO_ANSWER = 'The server cannot be reached. Check the network connection.';

/** Any error thrown by a request (Apollo's or graphql-ws's) as a kind and words fit to show. */
export function describeProblem(error: unknown): RequestProblem {
  const first = graphQlErrors(error)[0];
  if (first) return fromGraphQl(first);
  if (WS_REFUSED.includes(Number(field(error, 'code'))))
    return { kind: 'signed-out', message: 'Please sign in again.' };
  const status = statusCode(error);
  if (status === undefined) return { kind: 'offline', message: NO_ANSWER };
  if (status === 401) return { kind: 'signed-out', message: 'Please sign in again.' };
  if (status === 413) return { kind: 'rejected', message: 'That is too large to send.' };
  if (status === 429 || status === 502 || status === 503 || status === 504) {
    return { kind: 'busy', message: 'The server is busy. It will be tried again shortly.' };
  }
  return { kind: 'server', message: `The server answered with an error (${status}).` };
}

function fromGraphQl({ message, extensions }: GraphQlErrorLike): RequestProblem {
  const kind = KINDS[String(extensions?.code)] ?? 'server';
  const reference = typeof extensions?.requestId === 'string' ? ` (reference ${extensions.requestId})` : '';
  return { kind, message: kind === 'server' ? `${message}${reference}` : message };
}

function graphQlErrors(error: unknown): GraphQlErrorLike[] {
  if (Array.isArray(error)) return error.filter(isGraphQlError);
  const direct = field(error, 'graphQLErrors');
  if (Array.isArray(direct) && direct.length > 0) return direct.filter(isGraphQlError);
  const inBody = field(field(field(error, 'networkError'), 'result'), 'errors');
  return Array.isArray(inBody) ? inBody.filter(isGraphQlError) : [];
}

function statusCode(error: unknown): number | undefined {
  const status = field(field(error, 'networkError'), 'statusCode');
  return typeof status === 'number' ? status : undefined;
}

function isGraphQlError(value: unknown): value is GraphQlErrorLike {
  return typeof field(value, 'message') === 'string';
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

/** The codes that clients may rely on, in `extensions.code`. */
export type ErrorCode =
  | 'BAD_USER_INPUT'
  | 'BUSY'
  | 'CONFLICT'
  | 'FORBIDDEN'
  | 'INTERNAL_SERVER_ERROR'
  | 'NOT_FOUND'
  | 'PROOF_REFUSED'
  | 'RATE_LIMITED'
  | 'SECOND_FACTOR_REQUIRED'
  | 'TIMEOUT'
  | 'TOO_MANY_ATTEMPTS'
  | 'UNAUTHENTICATED'
  | 'UNAVAILABLE';

/**
 * A broken promise or a missing permission. `message` is safe to show to whoever asked; what must not be shown goes
 * into `cause`, which is logged and never sent. `details` are sent beside the code.
 */
export class DomainError extends Error {
  readonly details: Readonly<Record<string, unknown>>;

  constructor(
    readonly code: ErrorCode,
    message: string,
    options?: { cause?: unknown; details?: Readonly<Record<string, unknown>> },
  ) {
    super(message, options);
    this.name = 'DomainError';
    this.details = options?.details ?? {};
  }
}

export const conflictReasons = [
  'CHANGES_NOTHING',
  'PUNCH_IS_VOID',
  'TOO_LATE',
  'DECIDED_ALREADY',
  'DATES_NOT_OVER',
  'DATES_TAKEN',
  'NAME_TAKEN',
  'IN_USE',
  'LAST_ONE',
  'OVERLAP',
  'TOO_MANY',
  'GATE_REFUSED',
  'MODEL_UNUSABLE',
  'NOTHING_BEFORE',
  'RUNS_ALREADY',
] as const;
export type ConflictReason = (typeof conflictReasons)[number];

/** An expected "no" to a manager: as things are, it cannot be. Thrown where a transaction is to be undone by it. */
export class ConflictError extends DomainError {
  constructor(
    readonly reason: ConflictReason,
    message: string,
  ) {
    super('CONFLICT', message);
    this.name = 'ConflictError';
  }
}

/** What the work needs is out of reach for now, the database say, and the same may do later. `cause` is logged, never sent. */
export class UnavailableError extends Error {
  constructor(cause: unknown) {
    super('out of reach', { cause });
    this.name = 'UnavailableError';
  }
}

/** What is out of reach and why, for an operator: the words of whatever failed. */
export const wordsOf = (error: unknown): string =>
  ((error instanceof UnavailableError ? error.cause : error) as Error).message;

/** The code by which a client, the log and the audit are told of whatever was thrown. */
export function codeOf(error: unknown): ErrorCode {
  if (error instanceof DomainError) return error.code;
  return error instanceof UnavailableError || isWithoutRoom(error) ? 'UNAVAILABLE' : 'INTERNAL_SERVER_ERROR';
}

/** A disk that is full, for a photograph say. */
const isWithoutRoom = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT');

/** The program cannot start as it is set up; each problem is one line for the operator. */
export class StartupError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'StartupError';
  }
}

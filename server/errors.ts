/** The codes that clients may rely on, in `extensions.code`. */
export type ErrorCode =
  | 'BAD_USER_INPUT'
  | 'BUSY'
  | 'CONFLICT'
  | 'FORBIDDEN'
  | 'INTERNAL_SERVER_ERROR'
  | 'NOT_FOUND'
  | 'SECOND_FACTOR_REQUIRED'
  | 'TIMEOUT'
  | 'TOO_MANY_ATTEMPTS'
  | 'UNAUTHENTICATED';

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

/** The program cannot start as it is set up; each problem is one line for the operator. */
export class StartupError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'StartupError';
  }
}

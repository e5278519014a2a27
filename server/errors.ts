/** The codes that clients may rely on, in `extensions.code`. */
export type ErrorCode =
  | 'BAD_USER_INPUT'
  | 'BUSY'
  | 'CONFLICT'
  | 'FORBIDDEN'
  | 'INTERNAL_SERVER_ERROR'
  | 'NOT_FOUND'
  | 'PROOF_REFUSED'
  | 'TIMEOUT'
  | 'UNAUTHENTICATED';

/**
 * A broken promise or a missing permission. `message` is safe to show to whoever asked; what must not be shown goes
 * into `cause`, which is logged and never sent.
 */
export class DomainError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    options?: { cause: unknown },
  ) {
    super(message, options);
    this.name = 'DomainError';
  }
}

/** The program cannot start as it is set up; each problem is one line for the operator. */
export class StartupError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'StartupError';
  }
}

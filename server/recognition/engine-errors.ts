import { DomainError } from '../errors.js';

/** More photos wait than the engine accepts. */
export class EngineBusyError extends DomainError {
  constructor() {
    super('BUSY', 'Too many photos are being recognised at the moment. Try again in a few seconds.');
    this.name = 'EngineBusyError';
  }
}

/** A photo waited for its turn, or was being analysed, for longer than the engine's limit. */
export class EngineTimeoutError extends DomainError {
  constructor(timeoutMs: number) {
    super('TIMEOUT', 'Recognising the photo took too long. Try again.', {
      cause: new Error(`no answer from the face engine within ${timeoutMs} ms`),
    });
    this.name = 'EngineTimeoutError';
  }
}

/** Whoever sent the photo has gone, or the time for their answer was over before its turn came. */
export class EngineAbandonedError extends DomainError {
  constructor() {
    super('TIMEOUT', 'Nobody waits for this photo any more. Send it again.');
    this.name = 'EngineAbandonedError';
  }
}

/** The engine could not be started, or broke down over a photo. The cause says why and is for the log. */
export class EngineFailedError extends DomainError {
  constructor(cause: unknown) {
    super('INTERNAL_SERVER_ERROR', 'The photo could not be analysed. Try again.', { cause });
    this.name = 'EngineFailedError';
  }
}

/** The engine has been stopped: the server is going down. */
export class EngineStoppedError extends DomainError {
  constructor() {
    super('BUSY', 'The server is shutting down. Try again in a minute.');
    this.name = 'EngineStoppedError';
  }
}

/** The engine is at other nodes, and none of them can be asked. The cause says why and is for the log. */
export class EngineUnreachableError extends DomainError {
  constructor(cause: unknown) {
    super('BUSY', 'Recognition cannot be reached at the moment. Try again in a few seconds.', { cause });
    this.name = 'EngineUnreachableError';
  }
}

import { AsyncLocalStorage } from 'node:async_hooks';

/** What belongs to the one request that is being worked on, for whoever is far from where it came in. */
export interface RequestScope {
  /** Given to the client and to the log. */
  id: string;
  /** Aborted when the client has gone or the time for its answer is over: what is not begun by then is not begun. */
  signal: AbortSignal;
}

const scopes = new AsyncLocalStorage<RequestScope>();

/** Runs something, and all that it awaits, as work for this request. */
export const inScope = <T>(scope: RequestScope, run: () => T): T => scopes.run(scope, run);

/** Undefined outside of requests: at the start, in commands, in jobs. */
export const presentScope = (): RequestScope | undefined => scopes.getStore();

/** Runs something that a request only begins, and that goes on when its answer is given and its client has gone. */
export const outOfScope = <T>(run: () => T): T => scopes.exit(run);

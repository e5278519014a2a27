import type { ClassType } from 'type-graphql';
import type { Caller } from '../caller.js';
import type { Scope } from '../scope.js';
import { unauthenticated } from './auth-checker.js';

/** Where a request comes from. Nothing of it is proof of anything. */
export interface Client {
  /** An IP address. */
  address: string;
  /** The User-Agent header; empty without one. */
  userAgent: string;
  /** The Origin header, which browsers set themselves; empty without one. */
  origin: string;
}

/** What resolvers get. */
export interface Context extends Client {
  /** Who asks; null where nobody is signed in. */
  caller: Caller | null;
  /** The bearer token as sent; empty without one. */
  token: string;
  /** The application's resolvers, for subscriptions: their streams are given at decoration time, before there is any. */
  resolvers: { get<T extends object>(type: ClassType<T>): T };
}

/** What of a request tells who asks. */
export interface RequestFacts extends Client {
  authorization: string | undefined;
  method: string;
  path: string;
  /** The Content-Digest (RFC 9530) as sent. */
  contentDigest: string | null;
}

/** Makes the context of a request. Throws PROOF_REFUSED where it is signed and the signature does not hold. */
export type ContextFor = (request: RequestFacts) => Promise<Context>;

/** The same context with the caller's rights as they are now; null when they are no longer let in. */
export type Renew = (context: Context) => Promise<Context | null>;

/** The caller of a field that is behind a role. Throws UNAUTHENTICATED where nobody is signed in. */
export function callerOf(context: Context): Caller {
  if (!context.caller) throw unauthenticated();
  return context.caller;
}

/** Whose records the caller of a field that is behind a role may see and change. */
export const scopeOf = (context: Context): Scope => callerOf(context).scope;

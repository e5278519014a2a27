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

/** Makes the context of a request. */
export type ContextFor = (request: Client & { authorization: string | undefined }) => Promise<Context>;

/** The caller of a field that is behind a role. Throws UNAUTHENTICATED where nobody is signed in. */
export function callerOf(context: Context): Caller {
  if (!context.caller) throw unauthenticated();
  return context.caller;
}

/** Whose records the caller of a field that is behind a role may see and change. */
export const scopeOf = (context: Context): Scope => callerOf(context).scope;

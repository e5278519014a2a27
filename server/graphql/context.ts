import type { ClassType } from 'type-graphql';
import type { Caller, Role } from '../caller.js';
import { DomainError } from '../errors.js';

/** What resolvers get. */
export interface Context {
  /** Who asks; null where nobody is signed in. */
  caller: Caller | null;
  /** The bearer token as sent; empty without one. */
  token: string;
  /** The network address that the request came from, where it is known. */
  address: string | null;
  /** The application's resolvers, for subscriptions: their streams are given at decoration time, before there is any. */
  resolvers: { get<T extends object>(type: ClassType<T>): T };
}

/** The caller of a field that is behind a role. Throws UNAUTHENTICATED where nobody is signed in. */
export function callerOf(context: Context): Caller {
  if (!context.caller) throw unauthenticated();
  return context.caller;
}

/** Throws unless the caller has one of the roles. An ADMIN may do whatever a KIOSK or a MANAGER may. */
export function authorize(caller: Caller | null, allowed: readonly Role[]): void {
  if (!caller) throw unauthenticated();
  if (caller.role !== 'ADMIN' && !allowed.includes(caller.role)) {
    throw new DomainError('FORBIDDEN', `This needs the role ${allowed.join(' or ')}.`);
  }
}

const unauthenticated = () =>
  new DomainError('UNAUTHENTICATED', 'Sign in first: send a valid token as "Authorization: Bearer …".');

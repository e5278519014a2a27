import type { Context } from '../graphql/context.js';
import type { Scope } from '../scope.js';

/** Of a request by a manager who is called so. */
export function managerContext(name: string, scope: Scope): Context {
  return {
    caller: {
      id: name,
      role: 'MANAGER',
      name,
      source: `user:${name}`,
      scope,
      keyScopes: [],
      sessionId: name,
      mustAddSecondFactor: false,
      mayEnrol: true,
      liveness: 'OFF',
      expiresAt: null,
    },
    token: name,
    address: '',
    userAgent: '',
    origin: '',
    resolvers: undefined as never,
  };
}

import type { ClassType } from 'type-graphql';
import type { Context, ContextFor, Renew } from '../graphql/context.js';
import type { Accounts } from './accounts.js';

/** A token is said as `Bearer …`, a kiosk's signature as `Kiosk …`. */
const AUTHORIZATION = /^(Bearer (?=\S{1,200}$)|Kiosk (?=\S{1,1000}$))(\S+)$/;

/** The context of a request, and whether its caller may still call later, for what goes on for long. */
export function wireCallers(
  { authenticate, kioskCallers }: Accounts,
  instances: object[],
): { contextFor: ContextFor; renew: Renew } {
  const resolvers = instancesOf(instances);
  return {
    async contextFor(request) {
      const { authorization, address, userAgent, origin } = request;
      const [, scheme, sent = ''] = AUTHORIZATION.exec(authorization ?? '') ?? [];
      const isSigned = scheme === 'Kiosk ';
      const token = isSigned ? '' : sent;
      const caller = isSigned ? await kioskCallers.byProof(sent, request) : await authenticate(token);
      return { token, caller, address, userAgent, origin, resolvers };
    },
    async renew(context) {
      if (!context.caller) return context.token === '' ? context : null;
      const caller = await (context.token === '' ? kioskCallers.byId(context.caller.id) : authenticate(context.token));
      return caller && { ...context, caller };
    },
  };
}

function instancesOf(instances: object[]): Context['resolvers'] {
  const byClass = new Map(instances.map((instance) => [instance.constructor, instance]));
  return {
    get<T extends object>(type: ClassType<T>): T {
      const instance = byClass.get(type);
      if (!instance) throw new Error(`no resolver ${type.name} in wiring/`);
      return instance as T;
    },
  };
}

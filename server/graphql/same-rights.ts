import type { GraphQLField } from 'graphql';
import { Extensions } from 'type-graphql';
import type { Caller } from '../caller.js';
import type { Context } from './context.js';

const MARK = 'sameForSameRights';

/** Of a query: its answer depends on the rights of the caller and on nothing else about them. */
export const SameForSameRights = (): MethodDecorator => Extensions({ [MARK]: true });

export const isSameForSameRights = ({ extensions }: Pick<GraphQLField<unknown, unknown>, 'extensions'>): boolean =>
  extensions[MARK] === true;

/** Whoever it is, with the same rights they see the same: so nothing that is sent can depend on who was first to ask. */
export function withoutPerson({ caller, resolvers }: Context): Context {
  const nobodys = { id: '', name: '', source: '', sessionId: null, expiresAt: null } satisfies Partial<Caller>;
  return {
    caller: caller && { ...caller, ...nobodys },
    resolvers,
    token: '',
    address: '',
    userAgent: '',
    origin: '',
  };
}

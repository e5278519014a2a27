import {
  getNamedType,
  isAbstractType,
  isObjectType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { getMetadataStorage } from 'type-graphql';
import { keyScopes, userRoles, type Access, type Caller } from '../caller.js';
import { authorize } from '../graphql/auth-checker.js';
import { EVERYBODY } from '../scope.js';

/** Who may come: accounts by role, kiosks, keys by what they were given, and whoever has not signed in. */
export const comers = ['NOBODY', ...userRoles, 'KIOSK', ...keyScopes] as const;
export type Comer = (typeof comers)[number];

/** Each field that an operation leads to, as "Type.field", and who may read it on any way there is. */
export function reachOf(schema: GraphQLSchema): Map<string, Set<Comer>> {
  const reach = new Map<string, Set<Comer>>();
  const enter = (type: GraphQLObjectType, who: ReadonlySet<Comer>) => {
    for (const field of Object.values(type.getFields())) {
      const allowed = new Set([...who].filter((comer) => mayUse(comer, type, field)));
      const key = `${type.name}.${field.name}`;
      const known = reach.get(key) ?? new Set();
      const isNew = !reach.has(key) || [...allowed].some((comer) => !known.has(comer));
      reach.set(key, new Set([...known, ...allowed]));
      if (isNew) for (const next of objectsOf(schema, field)) enter(next, allowed);
    }
  };
  for (const root of [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]) {
    if (root) enter(root, new Set(comers));
  }
  return reach;
}

/** The object types of the schema that no operation leads to have no rule, and must not be. */
export const fieldsOf = (schema: GraphQLSchema): string[] =>
  Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter(({ name }) => !name.startsWith('__'))
    .flatMap((type) => Object.keys(type.getFields()).map((field) => `${type.name}.${field}`));

function objectsOf(schema: GraphQLSchema, field: GraphQLField<unknown, unknown>): GraphQLObjectType[] {
  const type = getNamedType(field.type);
  if (isObjectType(type)) return [type];
  return isAbstractType(type) ? [...schema.getPossibleTypes(type)] : [];
}

function mayUse(comer: Comer, type: GraphQLObjectType, field: GraphQLField<unknown, unknown>): boolean {
  const roles = rolesOf(type.name, field.name);
  if (!roles?.length) return true;
  try {
    authorize(callerOf(comer), roles, type.name === 'Mutation');
    return true;
  } catch {
    return false;
  }
}

/** What @Authorized says of a field; undefined without one. */
function rolesOf(type: string, field: string): Access[] | undefined {
  const { queries, mutations, subscriptions, fieldResolvers, objectTypes } = getMetadataStorage();
  const roots = { Query: queries, Mutation: mutations, Subscription: subscriptions }[type];
  if (roots) return roots.find(({ schemaName }) => schemaName === field)?.roles as Access[] | undefined;
  const object = objectTypes.find(({ name }) => name === type);
  const own = object?.fields?.find(({ schemaName }) => schemaName === field)?.roles;
  const resolved = fieldResolvers.find(
    (each) => each.schemaName === field && each.getObjectType?.() === object?.target,
  )?.roles;
  return (own ?? resolved) as Access[] | undefined;
}

function callerOf(comer: Comer): Caller | null {
  if (comer === 'NOBODY') return null;
  const isAccount = userRoles.some((role) => role === comer);
  const role = isAccount || comer === 'KIOSK' ? comer : 'INTEGRATOR';
  return {
    id: comer,
    role: role as Caller['role'],
    name: comer,
    source: comer,
    scope: EVERYBODY,
    keyScopes: keyScopes.filter((scope) => scope === comer),
    sessionId: isAccount ? 'session' : null,
    mustAddSecondFactor: false,
    mayEnrol: true,
    liveness: 'OFF',
    expiresAt: null,
  };
}

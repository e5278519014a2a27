import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLField,
  type GraphQLInputType,
} from 'graphql';
import { file } from './api-client.js';

export interface Operation {
  query: string;
  variables: Record<string, unknown>;
}

/** The shortest document that asks for a field, with values of the right kind for all that it must be given. */
export function minimalOperation(
  kind: 'query' | 'mutation' | 'subscription',
  { name, args, type }: GraphQLField<unknown, unknown>,
  values: Record<string, unknown> = {},
): Operation {
  const needed = args.filter(
    (arg) => arg.name in values || (isNonNullType(arg.type) && arg.defaultValue === undefined),
  );
  const declared = needed.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
  const given = needed.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  const selection = isCompositeType(getNamedType(type)) ? ' { __typename }' : '';
  return {
    query: `${kind}${declared && ` (${declared})`} { ${name}${given && `(${given})`}${selection} }`,
    variables: Object.fromEntries(needed.map((arg) => [arg.name, values[arg.name] ?? valueOf(arg.type)])),
  };
}

/** WebSockets do not carry files. */
export function sendsFile({ variables }: Operation): boolean {
  return Object.values(variables)
    .flat()
    .some((value) => value instanceof File);
}

function valueOf(type: GraphQLInputType): unknown {
  const inner = getNullableType(type);
  if (isListType(inner)) return [valueOf(inner.ofType)];
  if (isEnumType(inner)) return inner.getValues()[0]!.name;
  if (isInputObjectType(inner)) {
    const needed = Object.values(inner.getFields()).filter(
      (field) => isNonNullType(field.type) && field.defaultValue === undefined,
    );
    return Object.fromEntries(needed.map((field) => [field.name, valueOf(field.type)]));
  }
  return SCALARS[inner.name] ?? 'hostile';
}

const SCALARS: Record<string, unknown> = {
  Int: 1,
  Float: 0.5,
  Boolean: true,
  LocalDate: '2026-03-02',
  DateTimeISO: '2026-03-02T08:00:00Z',
  get Upload() {
    return file('no photo');
  },
};

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
import { file } from '../testing/api-client.js';

export interface SampleOperation {
  document: string;
  variables: Record<string, unknown>;
  /** Whether it sends a file, which WebSockets do not carry. */
  sendsFile: boolean;
}

/** A valid document that asks for one operation with what must be given, and nothing that is there. */
export function sampleOperation(
  kind: string,
  field: GraphQLField<unknown, unknown>,
  given: Record<string, unknown> = {},
): SampleOperation {
  const needed = field.args.filter(
    ({ name, type, defaultValue }) => name in given || (isNonNullType(type) && defaultValue === undefined),
  );
  const variables = Object.fromEntries(needed.map(({ name, type }) => [name, given[name] ?? sampleOf(type)]));
  const declared = needed.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const passed = needed.map(({ name }) => `${name}: $${name}`).join(', ');
  const selection = isCompositeType(getNamedType(field.type)) ? ' { __typename }' : '';
  return {
    document: `${kind.toLowerCase()}${declared && ` (${declared})`} { ${field.name}${passed && `(${passed})`}${selection} }`,
    variables,
    sendsFile: needed.some(({ type }) => getNamedType(type).name === 'Upload'),
  };
}

function sampleOf(type: GraphQLInputType): unknown {
  const plain = getNullableType(type);
  if (isListType(plain)) return [sampleOf(plain.ofType)];
  if (isEnumType(plain)) return plain.getValues()[0]!.name;
  if (isInputObjectType(plain)) {
    const needed = Object.values(plain.getFields()).filter(
      (field) => isNonNullType(field.type) && field.defaultValue === undefined,
    );
    return Object.fromEntries(needed.map((field) => [field.name, sampleOf(field.type)]));
  }
  const samples: Record<string, unknown> = {
    Boolean: true,
    Int: 1,
    Float: 1,
    LocalDate: '2026-03-02',
    DateTimeISO: '2026-03-02T08:00:00Z',
    Upload: file('no photo'),
  };
  return samples[plain.name] ?? 'x';
}

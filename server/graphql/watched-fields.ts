import {
  BREAK,
  isObjectType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';

const MARK = 'isWatched';

/** Marks the fields of which it is noted who looked at them. */
export function markWatched(
  schema: GraphQLSchema,
  isToBe: (typeName: string, field: string) => boolean,
): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      if (isToBe(type.name, field.name)) field.extensions = { ...field.extensions, [MARK]: true };
    }
  }
  return schema;
}

export const isWatched = ({ extensions }: Pick<GraphQLField<unknown, unknown>, 'extensions'>): boolean =>
  extensions[MARK] === true;

/** Whether a valid document asks for a field that `markWatched` marked. */
export function asksForWatched(schema: GraphQLSchema, document: DocumentNode): boolean {
  const types = new TypeInfo(schema);
  let asks = false;
  const field = () => {
    const definition = types.getFieldDef();
    asks = !!definition && isWatched(definition);
    return asks ? BREAK : undefined;
  };
  visit(document, visitWithTypeInfo(types, { Field: field }));
  return asks;
}

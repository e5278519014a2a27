import { isObjectType, type GraphQLSchema } from 'graphql';
import { getMetadataStorage } from 'type-graphql';
import { isWatched } from './watched-fields.js';

/**
 * Lets fields that are only read be read: type-graphql goes through every middleware for each field of each row, by promises,
 * which took more time than all else of a page. Those that have a resolver or a rule of their own, or are watched, stay as
 * they are.
 */
export function readPlainFields(schema: GraphQLSchema): GraphQLSchema {
  const { objectTypes, fieldResolvers } = getMetadataStorage();
  for (const { name: typeName, fields = [] } of objectTypes) {
    const type = schema.getType(typeName);
    if (!isObjectType(type)) continue;
    for (const { name, schemaName, target, roles, middlewares } of fields) {
      const isResolved = fieldResolvers.some(
        (resolver) => resolver.methodName === name && resolver.getObjectType?.() === target,
      );
      const field = type.getFields()[schemaName]!;
      if (isResolved || roles || middlewares?.length || isWatched(field)) continue;
      field.resolve = (row: Record<string, unknown>) => row[name];
    }
  }
  return schema;
}

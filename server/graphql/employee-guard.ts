import { defaultFieldResolver, getNamedType, isNonNullType, isObjectType, type GraphQLSchema } from 'graphql';
import { noSuch } from '../row-errors.js';
import { includesEmployee } from '../scope.js';
import type { Context } from './context.js';

/**
 * The second lock, after the filters of the repositories: wherever the schema leads to an Employee, one outside the
 * caller's scope is answered as if there were none: null, or NOT_FOUND where null cannot be.
 */
export function guardEmployees(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      if (getNamedType(field.type).name !== 'Employee') continue;
      const resolve = field.resolve ?? defaultFieldResolver;
      field.resolve = async (source, args, context: Context, info) => {
        const found: unknown = await resolve(source, args, context, info);
        if (found === null || found === undefined || isVisible(found, context)) return found;
        if (isNonNullType(field.type)) throw noSuch('employee');
        return null;
      };
    }
  }
  return schema;
}

/** What is no single employee is not let through either. */
function isVisible(found: unknown, { caller }: Context): boolean {
  if (!caller || typeof found !== 'object' || found === null) return false;
  if (!('id' in found && 'departmentId' in found)) return false;
  return includesEmployee(caller.scope, found as { id: string; departmentId: string });
}

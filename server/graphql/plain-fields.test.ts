import { isObjectType } from 'graphql';
import { expect, it } from 'vitest';
import { AuditMiddleware } from '../audit/audit-middleware.js';
import { buildGraphQLSchema } from '../schema.js';

const schema = buildGraphQLSchema({ audit: new AuditMiddleware(undefined as never) });

function resolverOf(typeName: string, field: string): (row: object) => unknown {
  const type = schema.getType(typeName);
  if (!isObjectType(type)) throw new Error(`${typeName} is no type of an object`);
  const { resolve } = type.getFields()[field]!;
  return (row) => resolve!(row, {}, { caller: null }, { parentType: type, fieldName: field } as never);
}

it('reads a field of a row as it is, without a promise, whatever it is called in the row', () => {
  expect(resolverOf('AttendanceEvent', 'kind')({ kind: 'CHECK_IN' })).toBe('CHECK_IN');
  const decidedAt = new Date();
  expect(resolverOf('RecognitionDecision', 'at')({ decidedAt })).toBe(decidedAt);
});

it('leaves to its resolver what has one', async () => {
  await expect(resolverOf('AttendanceEvent', 'decision')({})).rejects.toThrow();
});

import { buildSchema, execute, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { EVERYBODY, type Scope } from '../scope.js';
import type { Context } from './context.js';
import { guardEmployees } from './employee-guard.js';

const SCHEMA = `
  type Employee { id: ID! }
  type Day { employee: Employee! other: Employee }
  type Query { day: Day employee: Employee people: [Employee!] }`;

const ben = { id: 'ben', departmentId: 'sales' };

/** What a resolver that forgot the scope would let out. */
async function ask(document: string, scope: Scope | null) {
  const schema = guardEmployees(buildSchema(SCHEMA));
  const rootValue = { day: { employee: ben, other: ben }, employee: ben, people: [ben] };
  const contextValue = { caller: scope && { scope } } as Context;
  return JSON.parse(JSON.stringify(await execute({ schema, document: parse(document), rootValue, contextValue }))) as {
    data: unknown;
    errors?: { message: string }[];
  };
}

const quality: Scope = { kind: 'departments', ids: ['quality'] };

describe('an employee outside the scope', () => {
  it.each([
    ['{ employee { id } }', { employee: null }],
    ['{ day { other { id } } }', { day: { other: null } }],
  ])('is null at %s', async (document, data) => {
    expect(await ask(document, quality)).toEqual({ data });
  });

  it('is not found where null cannot be', async () => {
    const { data, errors } = await ask('{ day { employee { id } } }', quality);
    expect(data).toEqual({ day: null });
    expect(errors?.[0]?.message).toBe('There is no employee with this id.');
  });

  it.each([
    ['a list that was not filtered', '{ people { id } }', quality],
    ['somebody who is not signed in', '{ employee { id } }', null],
    ['nobody', '{ employee { id } }', { kind: 'nobody' } as const],
    ['another employee', '{ employee { id } }', { kind: 'employee', id: 'ana' } as const],
  ])('is not shown to %s', async (_who, document, scope) => {
    expect(JSON.stringify((await ask(document, scope)).data)).not.toContain('ben');
  });
});

it.each([
  ['everybody', EVERYBODY],
  ['the own department', { kind: 'departments', ids: ['sales'] } as const],
  ['oneself', { kind: 'employee', id: 'ben' } as const],
])('an employee is shown to a scope of %s', async (_what, scope) => {
  expect(await ask('{ day { employee { id } other { id } } }', scope)).toEqual({
    data: { day: { employee: { id: 'ben' }, other: { id: 'ben' } } },
  });
});

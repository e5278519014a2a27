import { buildSchema, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { measureDocument } from './measure-document.js';

const schema = buildSchema(`
  type Query { people(first: Int = 50, after: String): People! me: Person plain: [Person!]! either: Either }
  type People { edges: [Edge!]! total: Int! }
  type Edge { node: Person! }
  type Person { name: String! friends(first: Int): People! boss: Person }
  union Either = Person | People
`);
const figuresOf = (document: string) => measureDocument(schema, parse(document));

it.each([
  ['a field', '{ me { name } }', { depth: 2, rootFields: 1, cost: 2 }],
  ['two fields', '{ me { name } a: me { name } }', { depth: 2, rootFields: 2, cost: 4, aliases: 1 }],
  ['a page, by its length', '{ people(first: 10) { total edges { node { name } } } }', { depth: 4, cost: 23 }],
  ['a page of the usual length', '{ people { edges { node { name } } } }', { cost: 102 }],
  [
    'a page whose length is a variable, as the longest',
    'query ($n: Int) { people(first: $n) { edges { node { name } } } }',
    { cost: 402 },
  ],
  [
    'a page longer than there are, as the longest',
    '{ people(first: 9999) { edges { node { name } } } }',
    { cost: 402 },
  ],
  [
    'a page in a page',
    '{ people(first: 10) { edges { node { friends(first: 10) { edges { node { name } } } } } } }',
    { depth: 7, cost: 2 + 10 * (1 + 2 + 20) },
  ],
  ['a list without pages', '{ plain { name } }', { cost: 15 }],
  [
    'a fragment, wherever it is spread',
    '{ me { ...F } a: me { ...F } } fragment F on Person { name b: name }',
    { aliases: 3, cost: 6, depth: 2 },
  ],
  [
    'a fragment that holds the list of a page',
    '{ people(first: 3) { ...F } } fragment F on People { edges { node { name } } }',
    { cost: 8 },
  ],
  ['parts of a union', '{ either { ... on Person { name } ... on People { total } } }', { depth: 2, cost: 3 }],
  [
    'directives of operation, variable, field and fragment',
    'query ($a: Int @x) @y { me @skip(if: true) { ... @include(if: true) { name } } }',
    { directives: 4 },
  ],
  [
    'the greatest of several operations',
    'query A { me { name } } query B { me { boss { name } } }',
    { depth: 3, cost: 3, rootFields: 1 },
  ],
  ['fields that are not there', '{ nothing { more { less } } }', { depth: 3, cost: 3 }],
])('counts %s', (_name, document, figures) => {
  expect(figuresOf(document)).toMatchObject({ introspects: false, ...figures });
});

describe('questions about the schema', () => {
  it.each([
    '{ __schema { types { name } } }',
    '{ a: __type(name: "x") { name } }',
    '{ ...F } fragment F on Query { ... { __schema { types { name } } } }',
    'query A { me { name } } query B { __schema { types { name } } }',
  ])('are found in %s', (document) => {
    expect(figuresOf(document).introspects).toBe(true);
  });

  it('are not what __typename asks', () => {
    expect(figuresOf('{ __typename me { __typename } }').introspects).toBe(false);
  });
});

it('takes no longer for fragments that multiply than for others', () => {
  const laughs = Array.from(
    { length: 400 },
    (_, n) => `fragment F${n} on Query { ...F${n + 1} ...F${n + 1} x${n}: me { name } }`,
  );
  const { aliases, cost } = figuresOf(`{ ...F0 } ${laughs.join(' ')} fragment F400 on Query { me { name } }`);
  expect([aliases > 1e100, cost > 1e100]).toEqual([true, true]);
});

it('ends where fragments spread each other', () => {
  expect(figuresOf('{ ...A } fragment A on Query { ...B me { name } } fragment B on Query { ...A }').depth).toBe(2);
});

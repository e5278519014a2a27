import { buildSchema, parse, validate } from 'graphql';
import { expect, it } from 'vitest';
import { certainSubscription } from './certain-subscription.js';

const schema = buildSchema('type Query { a: Int b: Int } type Subscription { a: Query b: Int }');

it.each([
  ['a condition on the field', 'subscription { b @skip(if: true) }', false],
  ['a condition around the field', 'subscription { ... @include(if: true) { b } }', false],
  ['a condition on a fragment', 'subscription { ...F @include(if: true) } fragment F on Subscription { b }', false],
  ['a condition in a fragment', 'subscription { ...F } fragment F on Subscription { b @skip(if: false) }', false],
  ['a fragment that spreads itself', 'subscription { ...F } fragment F on Subscription { b ...F }', true],
  ['a condition further in', 'subscription { a { b @skip(if: true) } }', true],
  ['a condition of a query', '{ a @skip(if: true) }', true],
])('%s', (_name, document, isFine) => {
  expect(validate(schema, parse(document), [certainSubscription])).toHaveLength(isFine ? 0 : 1);
});

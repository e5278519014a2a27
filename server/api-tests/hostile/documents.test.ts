import { afterAll, beforeAll } from 'vitest';
import { createTestApp, type TestApp } from '../../testing/create-test-app.js';
import { dialOperation, itWithstands, post, postOperation, type HostileCase } from '../../testing/hostile.js';

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp();
});
afterAll(() => test.stop());

const times = (count: number, part: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => part(n)).join(' ');
const nested = (depth: number, open = '{ a ', close = '}') => open.repeat(depth) + close.repeat(depth);
/** Lists and objects within each other. */
const deep = (depth: number, wrap: (inner: unknown) => unknown): unknown =>
  Array.from({ length: depth }).reduce<unknown>((inner) => wrap(inner), 1);

const REFUSED = ['BAD_USER_INPUT', 'GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED'];
const SEARCH = 'query ($search: String, $x: Int) { employees(search: $search) { totalCount } }';

type Bomb = readonly [name: string, query: unknown, variables?: unknown, expected?: string | readonly string[]];

const documents: readonly Bomb[] = [
  ['40 fields deep', `{ ${'presence { people { edges { node { employee { site '.repeat(7)} ${'} '.repeat(43)}`],
  ['900 deep, of fields that are not there', nested(900)],
  ['40 inline fragments deep in aliases', `{ ${nested(300, '... on Query { ', '} ')} }`],
  ['31 aliases', `{ ${times(31, (n) => `a${n}: __typename`)} }`],
  ['500 aliases of a costly field', `{ ${times(300, (n) => `a${n}: setUpNeeded`)} }`],
  [
    'many passwords in one document',
    `mutation { ${times(50, (n) => `a${n}: login(email: "a@b.c", password: "${n}") { token }`)} }`,
  ],
  ['13 mutations at once', `mutation { ${times(13, () => 'logout')} }`],
  [
    '13 fields at the top, by fragments',
    `{ ...A ...A } fragment A on Query { ${times(7, (n) => `a${n}: setUpNeeded`)} }`,
  ],
  ['31 directives', `{ setUpNeeded ${times(31, () => '@skip(if: false)')} }`],
  ['1,000 directives that are not there', `{ setUpNeeded ${times(600, (n) => `@d${n}`)} }`],
  ['directives on the operation', `query ${times(40, () => '@a')} { setUpNeeded }`],
  [
    'a page of 200 in a page of 200',
    '{ employees(first: 200) { edges { node { site { ...S } } } } presence { people(first: 200) { edges { node { employee { site { ...S } } } } } } } fragment S on Site { id name timeZone a: id b: id c: id d: id e: id f: id g: id h: id i: id j: id k: id l: id m: id n: id o: id p: id q: id r: id s: id t: id u: id v: id w: id x: id y: id z: id aa: id bb: id cc: id dd: id ee: id ff: id gg: id hh: id ii: id jj: id kk: id ll: id mm: id nn: id oo: id pp: id qq: id rr: id ss: id tt: id uu: id vv: id ww: id xx: id yy: id zz: id }',
  ],
  [
    'a page whose length is a variable',
    `query ($n: Int) { ${times(10, (n) => `a${n}: employees(first: $n) { edges { node { id name number position department active site { id name timeZone } } } }`)} }`,
    { n: 1 },
  ],
  ['a fragment that spreads itself', '{ ...A } fragment A on Query { ...A }'],
  ['a cycle of two fragments', '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }'],
  ['a cycle of 200 fragments', `{ ...F0 } ${times(200, (n) => `fragment F${n} on Query { ...F${(n + 1) % 200} }`)}`],
  [
    'a billion laughs of fields',
    `{ ...F0 } ${times(30, (n) => `fragment F${n} on Query { ...F${n + 1} ...F${n + 1} }`)} fragment F30 on Query { setUpNeeded }`,
    {},
    [...REFUSED, 'ok'],
  ],
  [
    'a billion laughs of aliases',
    `{ ...F0 } ${times(30, (n) => `fragment F${n} on Query { ...F${n + 1} ...F${n + 1} a${n}: setUpNeeded }`)} fragment F30 on Query { z: setUpNeeded }`,
  ],
  ['a fragment that nobody uses', 'fragment A on Query { setUpNeeded } { setUpNeeded }'],
  ['a fragment that is not there', '{ ...Nowhere }'],
  ['300 equal fields to compare', `{ ${times(300, () => 'setUpNeeded')} }`, {}, [...REFUSED, 'ok']],
  ['overlapping fields that conflict', `{ ${times(12, () => 'a: setUpNeeded a: departments')} }`],
  ['5,000 tokens', `{ ${times(5000, () => 'setUpNeeded')} }`],
  ['a comment of 90 kB', `{ setUpNeeded } # ${'x'.repeat(90_000)}`, {}, 'ok'],
  ['a name of 50 kB', `{ ${'a'.repeat(50_000)} }`],
  ['a number with 50,000 digits', `{ employees(first: ${'9'.repeat(50_000)}) { totalCount } }`],
  ['a number beyond all numbers', '{ employees(first: 1e400) { totalCount } }'],
  ['a text that never ends', '{ employees(search: "x'],
  ['a block text that never ends', '{ employees(search: """x'],
  ['lists within lists, in the document', `{ employees(search: ${'['.repeat(500)}${']'.repeat(500)}) { totalCount } }`],
  [
    'objects within objects, in the document',
    `{ employees(search: ${'{a:'.repeat(300)}1${'}'.repeat(300)}) { totalCount } }`,
  ],
  [
    'two operations and no name',
    'query A { setUpNeeded } query B { setUpNeeded }',
    {},
    [...REFUSED, 'OPERATION_RESOLUTION_FAILURE'],
  ],
  ['two operations of one name', 'query A { setUpNeeded } query A { setUpNeeded }'],
  ['an empty document', '', {}, [...REFUSED, 'BAD_REQUEST', 'closed 4400']],
  ['a document that is only a comment', '# nothing'],
  ['a document of a type', 'type Query { a: Int } { setUpNeeded }'],
  ['an extension of the schema', 'extend type Query { a: Int } { setUpNeeded }'],
  ['null characters', '{ setUpNeeded\u0000 }'],
  ['a byte-order mark', '\ufeff{ setUpNeeded }', {}, 'ok'],
  ['half of a surrogate pair', '{ employees(search: "\ud800") { totalCount } }', {}, [...REFUSED, 'UNAUTHENTICATED']],
  ['a deferred fragment', '{ ... @defer { setUpNeeded } }'],
  ['a streamed list', '{ departments @stream(initialCount: 0) }'],
  ['a subscription without a field', 'subscription { __typename }', {}, [...REFUSED, 'BAD_REQUEST']],
  [
    'a subscription to two things',
    'subscription { attendanceRecorded { id } b: attendanceRecorded { id } }',
    {},
    [...REFUSED, 'BAD_REQUEST'],
  ],
  [
    'a subscription that depends on a condition',
    'subscription { attendanceRecorded @skip(if: true) { id } }',
    {},
    [...REFUSED, 'BAD_REQUEST'],
  ],
  ['the schema', '{ __schema { types { name } } }', {}, 'FORBIDDEN'],
  ['the schema under another name', '{ harmless: __schema { types { name } } }', {}, 'FORBIDDEN'],
  [
    'the schema in a fragment',
    '{ ...A } fragment A on Query { ... on Query { __schema { types { name } } } }',
    {},
    'FORBIDDEN',
  ],
  ['one type of the schema', '{ __type(name: "User") { fields { name } } }', {}, 'FORBIDDEN'],
  ['the schema, of the mutations', 'mutation { __schema { types { name } } }', {}, ['FORBIDDEN', ...REFUSED]],
  [
    'the schema in a second operation',
    'query A { setUpNeeded } query B { __schema { types { name } } }',
    {},
    'FORBIDDEN',
  ],
  ['a guess that asks for a suggestion', '{ employe { id } }'],
];

const variables: readonly Bomb[] = [
  ['a variable nested 1,000 deep', SEARCH, { search: deep(1_000, (inner) => [inner]) }],
  ['a variable of objects 2,000 deep', SEARCH, { search: deep(2_000, (inner) => ({ a: inner })) }],
  ['a list of 20,000', SEARCH, { search: Array(20_000).fill(1) }],
  ['7,000 variables', SEARCH, Object.fromEntries(Array.from({ length: 7_000 }, (_, n) => [`v${n}`, [0]]))],
  ['a text of 90 kB', SEARCH, { search: 'x'.repeat(90_000) }, ['UNAUTHENTICATED', ...REFUSED]],
  ['a number for a text', SEARCH, { search: 5 }],
  ['an object for a text', SEARCH, { search: { $ne: null } }],
  ['a number that is none', 'query ($n: Int) { employees(first: $n) { totalCount } }', { n: 1e300 }],
  ['variables that are a list', SEARCH, [1, 2], [...REFUSED, 'BAD_REQUEST', 'closed 4400', 'UNAUTHENTICATED']],
  ['variables that are a text', SEARCH, 'x', [...REFUSED, 'BAD_REQUEST', 'closed 4400', 'UNAUTHENTICATED']],
  [
    'a prototype in the variables',
    SEARCH,
    JSON.parse('{"__proto__": {"search": "x"}, "constructor": {"prototype": 1}}'),
    ['UNAUTHENTICATED', ...REFUSED],
  ],
];

const all = [...documents, ...variables];
const cases: HostileCase<TestApp>[] = all.flatMap(([name, query, given = {}, expected = REFUSED]) => [
  { name: `${name}, by HTTP`, send: ({ anonymous }) => postOperation(anonymous, query, given), expected },
  { name: `${name}, by WebSocket`, send: ({ anonymous }) => dialOperation(anonymous, query, given), expected },
]);

itWithstands(
  'documents',
  () => test,
  () => test.anonymous,
  cases,
);

itWithstands(
  'batches',
  () => test,
  () => test.anonymous,
  [
    ...[0, 1, 2, 1000].map((count) => ({
      name: `${count} operations in a list`,
      send: ({ anonymous }: TestApp) =>
        post(anonymous, JSON.stringify(Array(count).fill({ query: '{ setUpNeeded }' }))),
      expected: ['BAD_REQUEST', 'BAD_USER_INPUT'],
    })),
    {
      name: 'a query that is known by its hash',
      send: ({ anonymous }) =>
        post(anonymous, JSON.stringify({ extensions: { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } } })),
      expected: ['PERSISTED_QUERY_NOT_SUPPORTED', 'BAD_REQUEST', 'BAD_USER_INPUT'],
    },
    {
      name: 'the schema, asked for by an administrator',
      send: ({ admin }) => postOperation(admin, '{ __schema { types { name fields { name type { name } } } } }'),
      expected: 'ok',
    },
    {
      name: 'the schema within itself, asked for by an administrator',
      send: ({ admin }) =>
        postOperation(admin, `{ __schema { types { ${'fields { type { '.repeat(8)} name ${'} } '.repeat(8)} } } }`),
      expected: REFUSED,
    },
  ],
);

import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../testing/create-test-app.js';
import { expectNoLeak, itWithstands, post, speak, type HostileCase, type Outcome } from '../../testing/hostile.js';

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp();
});
afterAll(() => test.stop());

const RECOGNIZE = 'mutation ($photo: Upload!) { recognize(photo: $photo) { __typename ... on Refusal { reason } } }';
const OPERATIONS = JSON.stringify({ query: RECOGNIZE, variables: { photo: null } });
const MAP = JSON.stringify({ 0: ['variables.photo'] });
const BAD = ['BAD_USER_INPUT', 'BAD_REQUEST'];
const NOT_READ = [...BAD, 'GRAPHQL_VALIDATION_FAILED', 'POOR_PHOTO'];

type Part = readonly [name: string, value: string | Buffer, filename?: string, headers?: string];

function multipart(parts: readonly Part[], { end = true } = {}): Buffer {
  const chunks = parts.flatMap(([name, value, filename, headers = '']) => [
    `--b\r\nContent-Disposition: form-data; name="${name}"${filename === undefined ? '' : `; filename="${filename}"`}\r\n${headers}\r\n`,
    value,
    '\r\n',
  ]);
  return Buffer.concat([...chunks, end ? '--b--\r\n' : ''].map((chunk) => Buffer.from(chunk)));
}

const form = { 'content-type': 'multipart/form-data; boundary=b', 'apollo-require-preflight': '1' };
const json = { 'content-type': 'application/json' };
const sendParts = (parts: readonly Part[], options?: { end: boolean }) => (world: TestApp) =>
  post(world.admin, new Uint8Array(multipart(parts, options)), form);
const sendBody =
  (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = json) =>
  (world: TestApp) =>
    post(world.anonymous, body, headers);

type Row = readonly [name: string, send: (world: TestApp) => Promise<Outcome>, expected: string | readonly string[]];

const cases: readonly Row[] = [
  ['multipart without anything', sendParts([]), BAD],
  [
    'multipart without a map',
    sendParts([
      ['operations', OPERATIONS],
      ['0', 'x', 'a.jpg'],
    ]),
    BAD,
  ],
  [
    'multipart without operations',
    sendParts([
      ['map', MAP],
      ['0', 'x', 'a.jpg'],
    ]),
    BAD,
  ],
  [
    'the map before the operations',
    sendParts([
      ['map', MAP],
      ['operations', OPERATIONS],
    ]),
    BAD,
  ],
  [
    'the file before the map',
    sendParts([
      ['operations', OPERATIONS],
      ['0', 'x', 'a.jpg'],
      ['map', MAP],
    ]),
    BAD,
  ],
  [
    'two maps',
    sendParts([
      ['operations', OPERATIONS],
      ['map', MAP],
      ['map', '{}'],
      ['0', 'x', 'a.jpg'],
    ]),
    NOT_READ,
  ],
  [
    'two operations',
    sendParts([
      ['operations', OPERATIONS],
      ['operations', '{"query":"{ users { edges { node { id } } } }"}'],
      ['map', MAP],
      ['0', 'x', 'a'],
    ]),
    NOT_READ,
  ],
  [
    'operations that are a list',
    sendParts([
      ['operations', `[${OPERATIONS},${OPERATIONS}]`],
      ['map', '{"0":["0.variables.photo"]}'],
      ['0', 'x', 'a'],
    ]),
    BAD,
  ],
  [
    'operations that are no JSON',
    sendParts([
      ['operations', '{'],
      ['map', MAP],
    ]),
    BAD,
  ],
  [
    'operations that are null',
    sendParts([
      ['operations', 'null'],
      ['map', MAP],
    ]),
    BAD,
  ],
  [
    'a map that is a list',
    sendParts([
      ['operations', OPERATIONS],
      ['map', '[]'],
    ]),
    BAD,
  ],
  [
    'a map that is null',
    sendParts([
      ['operations', OPERATIONS],
      ['map', 'null'],
    ]),
    BAD,
  ],
  [
    'a map to numbers',
    sendParts([
      ['operations', OPERATIONS],
      ['map', '{"0":[1]}'],
    ]),
    BAD,
  ],
  [
    'a map to no list',
    sendParts([
      ['operations', OPERATIONS],
      ['map', '{"0":"variables.photo"}'],
    ]),
    BAD,
  ],
  [
    'a map that says nothing',
    sendParts([
      ['operations', OPERATIONS],
      ['map', '{}'],
      ['0', 'x', 'a'],
    ]),
    BAD,
  ],
  [
    'a path to __proto__',
    sendParts([
      ['operations', OPERATIONS],
      ['map', '{"0":["__proto__.polluted"]}'],
      ['0', 'x', 'a'],
    ]),
    BAD,
  ],
  [
    'a path to variables.__proto__',
    sendParts([
      ['operations', '{"query":"{ setUpNeeded }","variables":{"__proto__":null}}'],
      ['map', '{"0":["variables.__proto__.polluted"]}'],
      ['0', 'x', 'a'],
    ]),
    BAD,
  ],
  [
    'a path to constructor.prototype',
    sendParts([
      ['operations', OPERATIONS],
      ['map', '{"0":["constructor.prototype.polluted"]}'],
      ['0', 'x', 'a'],
    ]),
    BAD,
  ],
  [
    'a path to the query',
    sendParts([
      ['operations', '{"query":null}'],
      ['map', '{"0":["query"]}'],
      ['0', '{ users { edges { node { id } } } }', 'a'],
    ]),
    BAD,
  ],
  [
    'a path 5,000 deep',
    sendParts([
      ['operations', OPERATIONS],
      ['map', JSON.stringify({ 0: [`variables.${'a.'.repeat(5000)}b`] })],
      ['0', 'x', 'a'],
    ]),
    BAD,
  ],
  [
    'one file in 11 places',
    sendParts([
      [
        'operations',
        JSON.stringify({
          query:
            'mutation ($p: [Upload!]!) { register(input: { name: "A", position: "B", department: "C", consentGiven: true }, photos: $p) { __typename } }',
          variables: { p: Array(11).fill(null) },
        }),
      ],
      ['map', JSON.stringify({ 0: Array.from({ length: 11 }, (_, n) => `variables.p.${n}`) })],
      ['0', 'x', 'a'],
    ]),
    BAD,
  ],
  [
    'one file in 3,000 places',
    sendParts([
      ['operations', JSON.stringify({ query: RECOGNIZE, variables: { photo: Array(3000).fill(null) } })],
      ['map', JSON.stringify({ 0: Array.from({ length: 3000 }, (_, n) => `variables.photo.${n}`) })],
      ['0', 'x', 'a'],
    ]),
    BAD,
  ],
  [
    '11 files',
    sendParts([
      ['operations', OPERATIONS],
      ['map', MAP],
      ...Array.from({ length: 11 }, (_, n): Part => [String(n), 'x', 'a']),
    ]),
    NOT_READ,
  ],
  [
    '3,000 files',
    sendParts([
      ['operations', OPERATIONS],
      ['map', MAP],
      ...Array.from({ length: 3000 }, (_, n): Part => [String(n), 'x', 'a']),
    ]),
    NOT_READ,
  ],
  [
    '3,000 fields',
    sendParts([
      ['operations', OPERATIONS],
      ['map', MAP],
      ...Array.from({ length: 3000 }, (_, n): Part => [`f${n}`, 'x']),
      ['0', 'x', 'a'],
    ]),
    NOT_READ,
  ],
  [
    'a file that is missing',
    sendParts([
      ['operations', OPERATIONS],
      ['map', MAP],
    ]),
    BAD,
  ],
  [
    'a file under another name',
    sendParts([
      ['operations', OPERATIONS],
      ['map', MAP],
      ['1', 'x', 'a'],
    ]),
    BAD,
  ],
  [
    'a file that is a field',
    sendParts([
      ['operations', OPERATIONS],
      ['map', MAP],
      ['0', 'x'],
    ]),
    BAD,
  ],
  [
    'a body that ends in the file',
    sendParts(
      [
        ['operations', OPERATIONS],
        ['map', MAP],
        ['0', 'x'.repeat(5000), 'a'],
      ],
      { end: false },
    ),
    [...BAD, 'POOR_PHOTO'],
  ],
  [
    'operations of 200 kB',
    sendParts([
      ['operations', JSON.stringify({ query: `# ${'x'.repeat(200_000)}` })],
      ['map', '{}'],
    ]),
    BAD,
  ],
  [
    'a header of a part of 100 kB',
    sendParts([
      ['operations', OPERATIONS],
      ['map', MAP],
      ['0', 'x', 'a', `X-A: ${'x'.repeat(100_000)}\r\n`],
    ]),
    NOT_READ,
  ],
  [
    'a file name that climbs',
    sendParts([
      ['operations', OPERATIONS],
      ['map', MAP],
      ['0', 'x', '../../../../tmp/evil.js'],
    ]),
    'POOR_PHOTO',
  ],
  [
    'a file name with a null character',
    sendParts([
      ['operations', OPERATIONS],
      ['map', MAP],
      ['0', 'x', 'a.jpg\u0000.sh'],
    ]),
    NOT_READ,
  ],
  [
    'a file name of 10 kB',
    sendParts([
      ['operations', OPERATIONS],
      ['map', MAP],
      ['0', 'x', 'x'.repeat(10_000)],
    ]),
    NOT_READ,
  ],
  [
    'no boundary',
    (world) => post(world.admin, 'x', { 'content-type': 'multipart/form-data', 'apollo-require-preflight': '1' }),
    BAD,
  ],
  [
    'a boundary of 5 kB',
    (world) =>
      post(world.admin, 'x', {
        'content-type': `multipart/form-data; boundary=${'b'.repeat(5000)}`,
        'apollo-require-preflight': '1',
      }),
    BAD,
  ],
  [
    'a file from nobody',
    (world) =>
      post(
        world.anonymous,
        new Uint8Array(
          multipart([
            ['operations', OPERATIONS],
            ['map', MAP],
            ['0', 'x', 'a'],
          ]),
        ),
        form,
      ),
    'UNAUTHENTICATED',
  ],
  ['JSON that says it is multipart', (world) => post(world.admin, OPERATIONS, form), BAD],

  ['JSON that is null', sendBody('null'), BAD],
  ['JSON that is a number', sendBody('5'), BAD],
  ['JSON that is a text', sendBody('"{ setUpNeeded }"'), BAD],
  ['JSON with a prototype', sendBody('{"__proto__":{"query":"{ setUpNeeded }"}}'), BAD],
  ['JSON with a constructor', sendBody('{"query":"{ setUpNeeded }","constructor":{"prototype":{"polluted":1}}}'), 'ok'],
  ['a query that is an object', sendBody('{"query":{"a":1}}'), BAD],
  ['a query that is a list', sendBody('{"query":["{ setUpNeeded }"]}'), BAD],
  [
    'a name of an operation that is an object',
    sendBody('{"query":"{ setUpNeeded }","operationName":{"a":1}}'),
    [...BAD, 'OPERATION_RESOLUTION_FAILURE'],
  ],
  ['extensions that are a text', sendBody('{"query":"{ setUpNeeded }","extensions":"x"}'), [...BAD, 'ok']],
  [
    'JSON 20,000 deep',
    sendBody(`{"query":"{ setUpNeeded }","variables":${'{"a":'.repeat(15_000)}1${'}'.repeat(15_000)}}`),
    BAD,
  ],
  ['JSON of 101 kB', sendBody(JSON.stringify({ query: `# ${'x'.repeat(101 * 1024)}` })), BAD],
  ['a body of nothing', sendBody(''), BAD],
  ['a form', sendBody('query=%7BsetUpNeeded%7D', { 'content-type': 'application/x-www-form-urlencoded' }), BAD],
  [
    'plain text, as a foreign page may send it',
    sendBody('{"query":"{ setUpNeeded }"}', { 'content-type': 'text/plain' }),
    BAD,
  ],
  ['a type that is none', sendBody('{"query":"{ setUpNeeded }"}', { 'content-type': 'x' }), BAD],
  [
    'JSON in UTF-16',
    sendBody(new Uint8Array(Buffer.from('{"query":"{ setUpNeeded }"}', 'utf16le')), {
      'content-type': 'application/json; charset=utf-16',
    }),
    [...BAD, 'ok'],
  ],
  [
    'a charset that is none',
    sendBody('{"query":"{ setUpNeeded }"}', { 'content-type': 'application/json; charset=evil' }),
    BAD,
  ],
  [
    'a gzip bomb',
    sendBody(new Uint8Array(gzipSync(Buffer.alloc(50 * 2 ** 20))), { ...json, 'content-encoding': 'gzip' }),
    BAD,
  ],
  [
    'honest gzip',
    sendBody(new Uint8Array(gzipSync('{"query":"{ setUpNeeded }"}')), { ...json, 'content-encoding': 'gzip' }),
    BAD,
  ],
  ['an encoding that is none', sendBody('{}', { ...json, 'content-encoding': 'evil' }), BAD],
  ['five encodings', sendBody('{}', { ...json, 'content-encoding': 'gzip, gzip, gzip, gzip, gzip' }), BAD],
];

itWithstands(
  'bodies',
  () => test,
  () => test.anonymous,
  cases.map(([name, send, expected]): HostileCase<TestApp> => ({ name, send, expected })),
);

it('leaves no prototype of the server changed', () => {
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

const at = (lines: readonly string[], body = '') => [`${lines.join('\r\n')}\r\n\r\n${body}`];

itWithstands(
  'requests',
  () => test,
  () => test.anonymous,
  [
    ...['GET', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'TRACE'].map((method) => ({
      name: `${method} on the API`,
      send: ({ anonymous }: TestApp) =>
        speak(anonymous.url, at([`${method} /graphql?query={setUpNeeded} HTTP/1.1`, 'Host: x', 'Connection: close'])),
      expected: ['BAD_USER_INPUT', 'status 405'],
    })),
    ...(
      [
        ['headers of 20 kB', at(['GET / HTTP/1.1', 'Host: x', `X-A: ${'x'.repeat(20_000)}`]), 'status 431'],
        [
          'a header with a line break in its value',
          at(['GET / HTTP/1.1', 'Host: x', 'X-A: a\rSet-Cookie: b']),
          'status 400',
        ],
        ['no host', at(['GET / HTTP/1.1']), 'status 400'],
        ['a request line that is none', at(['hello']), 'status 400'],
        ['a version that is none', at(['GET / HTTP/9.9', 'Host: x']), 'status 400'],
        [
          'two lengths',
          at(['POST /graphql HTTP/1.1', 'Host: x', 'Content-Length: 2', 'Content-Length: 3'], '{}'),
          'status 400',
        ],
        [
          'a length and chunks',
          at(['POST /graphql HTTP/1.1', 'Host: x', 'Content-Length: 2', 'Transfer-Encoding: chunked'], '0\r\n\r\n'),
          'status 400',
        ],
        [
          'chunks of a size that is none',
          at(
            ['POST /graphql HTTP/1.1', 'Host: x', 'Content-Type: application/json', 'Transfer-Encoding: chunked'],
            'zz\r\n',
          ),
          'status 400',
        ],
        ['an address of 20 kB', at([`GET /${'a'.repeat(20_000)} HTTP/1.1`, 'Host: x']), 'status 431'],
        ['the greeting of TLS', [Buffer.from('16030100c8010000c40303', 'hex')], ['status 400', 'status 0']],
      ] as const
    ).map(([name, parts, expected]) => ({
      name,
      send: ({ anonymous }: TestApp) => speak(anonymous.url, parts, { waitMs: 3_000 }),
      expected,
    })),
    ...[
      '/../../../../etc/passwd',
      '/..%2f..%2f..%2fetc/passwd',
      '/%2e%2e/%2e%2e/etc/passwd',
      '/assets/..%2f..%2fserver/main.js',
      '/assets/../../package.json',
      '/assets/%00.js',
      '/..\\..\\package.json',
      '//etc/passwd',
      '/%c0%ae%c0%ae/etc/passwd',
      '/.env',
      '/data/rollcall.db',
      '/Face%20Images/',
      '/.git/config',
      '/assets/nothing.js',
      '/%',
    ].map((path) => ({
      name: `the file ${path}`,
      send: async ({ anonymous }: TestApp) => {
        const outcome = await speak(
          anonymous.url,
          at([`GET ${path} HTTP/1.1`, 'Host: x', 'Accept: */*', 'Connection: close']),
        );
        expect(outcome.text).not.toMatch(/root:x|"dependencies"|SQLite format|TEMPLATE_KEY/);
        // A path that is no file is the app's own: its page, and nothing else.
        const isPage = outcome.status === 200 && outcome.text.includes('<div id="app">');
        return { ...outcome, status: isPage ? 404 : outcome.status };
      },
      expected: ['status 400', 'status 403', 'status 404'],
    })),
  ],
);

it('every answer has a number and the headers that keep browsers safe', async () => {
  for (const [path, method] of [
    ['/', 'GET'],
    ['/assets/nothing.js', 'GET'],
    ['/%', 'GET'],
    ['/readyz', 'GET'],
    ['/graphql', 'GET'],
    ['/graphql', 'POST'],
  ] as const) {
    const response = await fetch(`${test.anonymous.url}${path}`, { method });
    expectNoLeak({ status: response.status, text: await response.text() });
    expect(response.headers.get('x-request-id'), path).toMatch(/^[\w-]{36}$/);
    expect(Object.fromEntries(response.headers), path).toMatchObject({
      'content-security-policy': expect.stringContaining("default-src 'self'") as string,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=(self)') as string,
    });
    expect(response.headers.has('x-powered-by')).toBe(false);
    expect(response.headers.has('access-control-allow-origin')).toBe(false);
  }
});

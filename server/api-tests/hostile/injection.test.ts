import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../testing/create-test-app.js';
import { itWithstands, postOperation, speak, type HostileCase } from '../../testing/hostile.js';
import { createLogLines } from '../../testing/log-lines.js';

let test: TestApp;
const log = createLogLines();
beforeAll(async () => {
  test = await createTestApp({ logger: log.logger });
});
afterAll(() => test.stop());

const PAYLOADS = {
  'SQL that is always true': "' OR '1'='1' --",
  'SQL that drops a table': "x'; DROP TABLE Employee; --",
  'SQL that joins': "x' UNION SELECT passwordHash FROM User --",
  'a wildcard': '%_%',
  'a path that climbs': '../../../../etc/passwd',
  'a path of Windows': '..\\..\\windows\\win.ini',
  'a script': '<script>alert(1)</script>',
  'an image that is a script': '"><img src=x onerror=alert(1)>',
  'a line of the log': '\n{"level":50,"msg":"forged"}',
  'a header': 'x\r\nSet-Cookie: session=evil',
  'a template': '${7*7}{{7*7}}<%= 7*7 %>',
  'a format': '%s%s%s%n',
  'an expression that takes for ever': `${'a'.repeat(30_000)}!`,
  'direction marks': '\u202e\u2066evil\u2069',
  'a null character': 'a\u0000b',
} as const;

type Ask = (payload: string) => readonly [query: string, variables: Record<string, unknown>];
const FIELDS: Record<string, { ask: Ask; expected: string | readonly string[] }> = {
  'a search': {
    ask: (search) => [
      'query ($search: String) { employees(search: $search) { totalCount edges { node { id } } } }',
      { search },
    ],
    expected: ['ok', 'BAD_USER_INPUT'],
  },
  'an id': {
    ask: (id) => ['query ($id: ID!) { employee(id: $id) { id } }', { id }],
    expected: ['ok', 'BAD_USER_INPUT'],
  },
  'a cursor': {
    ask: (after) => ['query ($after: String) { users(after: $after) { edges { node { email } } } }', { after }],
    expected: 'BAD_USER_INPUT',
  },
  'the name of a kiosk': {
    ask: (name) => ['mutation ($name: String!) { createKiosk(input: { name: $name }) { kiosk { name } } }', { name }],
    expected: ['ok', 'BAD_USER_INPUT'],
  },
  'the name of a department': {
    ask: (name) => ['mutation ($name: String!) { createDepartment(input: { name: $name }) { __typename } }', { name }],
    expected: ['ok', 'BAD_USER_INPUT'],
  },
  'an address at sign-in': {
    ask: (email) => ['mutation ($email: String!) { login(email: $email, password: "x") { token } }', { email }],
    expected: 'UNAUTHENTICATED',
  },
};

const cases: HostileCase<TestApp>[] = Object.entries(FIELDS).flatMap(([field, { ask, expected }]) =>
  Object.entries(PAYLOADS).map(([payload, text]) => ({
    name: `${payload} as ${field}`,
    send: async ({ admin, clock }) => {
      // So that attempts before it, which slow further ones down, are forgotten.
      if (field === 'an address at sign-in') clock.forward(61);
      const outcome = await postOperation(admin, ...ask(text));
      if (field !== 'a search') return outcome;
      // Nothing is found by it: there is nobody.
      expect(outcome.text).not.toMatch(/"totalCount":[1-9]/);
      return outcome;
    },
    expected: text.includes('\0') ? 'BAD_USER_INPUT' : expected,
  })),
);

itWithstands(
  'injection',
  () => test,
  () => test.anonymous,
  cases,
);

itWithstands(
  'headers',
  () => test,
  () => test.anonymous,
  [
    ...[
      'Authorization: Bearer rs_x\tOR 1=1',
      `Authorization: Bearer ${'x'.repeat(10_000)}`,
      'Authorization: Basic YWRtaW46YWRtaW4=',
      'Authorization: Bearer  ',
      "Authorization: Bearer rk_' OR 1=1 --",
      'X-Forwarded-For: 127.0.0.1',
      'X-Forwarded-Host: evil.example',
      'X-HTTP-Method-Override: DELETE',
      'X-Original-URL: /admin',
      'X-Request-Id: <script>alert(1)</script>',
      'Cookie: session=admin; __proto__=1',
      'Accept-Language: ../../etc/passwd',
      'Range: bytes=0-99999999999',
      'Expect: evil',
      'Host: evil.example',
    ].map((header) => ({
      name: header.slice(0, 60),
      send: async ({ anonymous }: TestApp) => {
        const body = '{"query":"{ users { edges { node { email } } } }"}';
        const lines = [
          'POST /graphql HTTP/1.1',
          header.startsWith('Host') ? header : 'Host: x',
          ...(header.startsWith('Host') ? [] : [header]),
          'Content-Type: application/json',
          `Content-Length: ${body.length}`,
          'Connection: close',
        ];
        const outcome = await speak(anonymous.url, [`${lines.join('\r\n')}\r\n\r\n${body}`]);
        expect(outcome.text).not.toMatch(/evil\.example|<script>|Set-Cookie/i);
        return outcome;
      },
      expected: ['UNAUTHENTICATED', 'status 417'],
    })),
  ],
);

it('shows names with HTML in them as what they are: JSON, which no browser takes for a page', async () => {
  const name = PAYLOADS['a script'];
  const made = await test.admin.ask<{ createKiosk: { kiosk: { name: string } } }>(
    'mutation ($name: String!) { createKiosk(input: { name: $name }) { kiosk { name } } }',
    { name },
  );
  expect(made.createKiosk.kiosk.name).toBe(name);
  const response = await fetch(`${test.admin.url}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${test.admin.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ kiosks { edges { node { name } } } }' }),
  });
  expect(response.headers.get('content-type')).toMatch(/^application\/json/);
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
});

it('writes one line of JSON for each thing it says, whatever was sent', () => {
  expect(log.lines.length).toBeGreaterThan(0);
  expect(log.lines.filter(({ msg }) => msg === 'forged')).toEqual([]);
  expect(JSON.stringify(log.lines)).not.toMatch(/DROP TABLE|etc\/passwd|<script>/);
});

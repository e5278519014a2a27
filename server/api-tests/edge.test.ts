import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../testing/create-test-app.js';

const FRIEND = 'https://intranet.example.org';

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp({
    env: { CORS_ORIGINS: FRIEND, TRUST_PROXY: '127.0.0.1', GRAPHQL_INTROSPECTION: 'true' },
  });
});
afterAll(() => test.stop());

const ask = (headers: Record<string, string>, method = 'POST') =>
  fetch(`${test.anonymous.url}/graphql`, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    ...(method === 'POST' && { body: '{"query":"{ setUpNeeded }"}' }),
  });

describe('pages of other origins', () => {
  it('on the list may ask, without cookies', async () => {
    const preflight = await ask({ origin: FRIEND, 'access-control-request-method': 'POST' }, 'OPTIONS');
    expect([preflight.status, preflight.headers.get('access-control-allow-origin')]).toEqual([204, FRIEND]);
    expect(preflight.headers.get('access-control-allow-headers')).toContain('authorization');
    const answer = await ask({ origin: FRIEND });
    expect(answer.headers.get('access-control-allow-origin')).toBe(FRIEND);
    expect(answer.headers.has('access-control-allow-credentials')).toBe(false);
  });

  it.each(['https://evil.example', 'null', `${FRIEND}.evil.example`, FRIEND.replace('https', 'http'), '*'])(
    'may not: %s',
    async (origin) => {
      for (const method of ['OPTIONS', 'POST']) {
        const { headers } = await ask({ origin }, method);
        expect(headers.has('access-control-allow-origin')).toBe(false);
        expect(headers.get('vary')).toContain('Origin');
      }
    },
  );
});

describe('Strict-Transport-Security', () => {
  it('is promised where a trusted proxy says that it is HTTPS, and only there', async () => {
    expect((await ask({ 'x-forwarded-proto': 'https' })).headers.get('strict-transport-security')).toBe(
      'max-age=15724800',
    );
    expect((await ask({})).headers.has('strict-transport-security')).toBe(false);
  });
});

it('GRAPHQL_INTROSPECTION shows the schema to everybody', async () => {
  expect(await test.anonymous.ask('{ __type(name: "Query") { name } }')).toEqual({ __type: { name: 'Query' } });
});

it('an unexpected error is told by the number that the answer carries in its header too', async () => {
  // The database is gone from under the server.
  const broken = await createTestApp();
  await broken.admin.ask('{ viewer { name } }');
  broken.app.services.accounts.isSetUpNeeded = () => Promise.reject(new Error('SQLITE_IOERR /data/rollcall.db'));
  const response = await fetch(`${broken.anonymous.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"query":"{ setUpNeeded }"}',
  });
  const text = await response.text();
  expect(text).not.toContain('SQLITE');
  const { errors } = JSON.parse(text) as { errors: { extensions: { requestId: string } }[] };
  expect(errors[0]!.extensions.requestId).toBe(response.headers.get('x-request-id'));
  await broken.stop();
});

it('says at /readyz that it is about to stop, and serves until then', async () => {
  const isReady = async () => (await fetch(`${test.anonymous.url}/readyz`)).status;
  expect(await isReady()).toBe(200);
  const drained = test.app.web.drain(1);
  expect(await isReady()).toBe(503);
  expect((await ask({})).status).toBe(200);
  await drained;
  expect(await isReady()).toBe(503);
});

import { readFileSync } from 'node:fs';
import { buildSchema, findBreakingChanges } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildGraphQLSchema } from '../schema.js';
import { file, type ApiClient } from '../testing/api-client.js';
import { administrator, createKiosk, createTestApp, signIn, type TestApp } from '../testing/create-test-app.js';
import { photoOf } from '../testing/fake-face-engine.js';
import { bytesOfDatabase } from '../testing/test-location.js';

let test: TestApp;
let kiosk: ApiClient;
let enrolKiosk: ApiClient;
let manager: ApiClient;
let photo: File;
beforeAll(async () => {
  test = await createTestApp();
  kiosk = await createKiosk(test.admin);
  enrolKiosk = await createKiosk(test.admin, { name: 'Reception', mayEnrol: true });
  manager = await createManager();
  photo = file(await photoOf(9));
});
afterAll(() => test.stop());

const CREATE_USER = 'mutation ($input: CreateUserInput!) { createUser(input: $input) { email role } }';

async function createManager(): Promise<ApiClient> {
  const credentials = { email: 'manager@example.org', password: 'another long password' };
  await test.admin.ask(CREATE_USER, { input: { ...credentials, role: 'MANAGER' } });
  return signIn(test.anonymous, credentials);
}

describe('the schema', () => {
  it('keeps every promise of the public contract', () => {
    const promised = buildSchema(readFileSync(new URL('contract.graphql', import.meta.url), 'utf8'));
    expect(findBreakingChanges(promised, buildGraphQLSchema())).toEqual([]);
  });
});

describe('roles', () => {
  const employees = '{ employees { totalCount } }';
  const recognize = 'mutation ($photo: Upload!) { recognize(photo: $photo) { __typename } }';
  const registration = `mutation ($photo: Upload!) { register(input: { name: "A", position: "B", department: "C", consentGiven: true }, photos: [$photo]) { __typename } }`;
  const account =
    'mutation { createUser(input: { email: "x@example.org", password: "twelve letters", role: ADMIN }) { id } }';
  const kiosks = '{ kiosks { edges { node { name } } } }';

  it.each([
    ['a manager lists employees', () => manager, employees, undefined],
    ['a manager registers for a department of others', () => manager, registration, 'FORBIDDEN'],
    ['a manager lists kiosks', () => manager, kiosks, 'FORBIDDEN'],
    ['a manager makes an account', () => manager, account, 'FORBIDDEN'],
    ['a manager sends a photo as a kiosk does', () => manager, recognize, 'FORBIDDEN'],
    ['a kiosk makes an account', () => kiosk, account, 'FORBIDDEN'],
    ['nobody lists employees', () => test.anonymous, employees, 'UNAUTHENTICATED'],
    ['nobody sends a photo', () => test.anonymous, recognize, 'UNAUTHENTICATED'],
    ['a forged session', () => test.anonymous.as(`rs_${'A'.repeat(43)}`), employees, 'UNAUTHENTICATED'],
    ['a forged kiosk', () => test.anonymous.as(`rk_${'A'.repeat(43)}`), recognize, 'UNAUTHENTICATED'],
    ['a token that is none', () => test.anonymous.as('undefined'), employees, 'UNAUTHENTICATED'],
    ['a kiosk lists employees', () => kiosk, employees, 'FORBIDDEN'],
    ['a kiosk lists kiosks', () => kiosk, kiosks, 'FORBIDDEN'],
    ['a kiosk registers without permission', () => kiosk, registration, 'FORBIDDEN'],
    ['a kiosk registers with permission', () => enrolKiosk, registration, undefined],
    ['a kiosk recognises', () => kiosk, recognize, undefined],
    ['an administrator does what a kiosk does', () => test.admin, recognize, undefined],
    ['an administrator lists kiosks', () => test.admin, kiosks, undefined],
  ])('%s', async (_name, client, query, code) => {
    const { errors } = await client().send(query, query.includes('$photo') ? { photo } : {});
    expect(errors?.[0]?.extensions.code).toBe(code);
  });
});

describe('tokens', () => {
  it('of a session stop working at logout', async () => {
    const session = await signIn(test.anonymous, administrator);
    await session.ask('mutation { logout }');
    expect((await session.send('{ viewer { name } }')).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('of a kiosk stop working when it is revoked', async () => {
    const doomed = await createKiosk(test.admin, { name: 'Old tablet' });
    await test.admin.ask('mutation ($id: ID!) { revokeKiosk(id: $id) { revokedAt } }', { id: doomed.kioskId });
    expect((await doomed.send('{ viewer { name } }')).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('of a session run out', async () => {
    const short = await createTestApp({ env: { SESSION_HOURS: '1' } });
    expect((await short.admin.ask<{ viewer: object }>('{ viewer { name role mayEnrol } }')).viewer).toEqual({
      name: administrator.email,
      role: 'ADMIN',
      mayEnrol: true,
    });
    short.clock.forward(60);
    expect((await short.admin.send('{ viewer { name } }')).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    await short.stop();
  });

  it('and passwords are nowhere in the database as they are', async () => {
    const bytes = (await bytesOfDatabase(test.config)).toString('latin1');
    expect(bytes).toContain(administrator.email);
    for (const secret of [administrator.password, test.admin.token!, kiosk.token!]) expect(bytes).not.toContain(secret);
  });
});

describe('accounts', () => {
  it('are listed newest first, and an address is used once', async () => {
    const { users } = await test.admin.ask<{ users: { edges: { node: object }[] } }>(
      '{ users { edges { node { email role } } } }',
    );
    expect(users.edges.map((edge) => edge.node)).toEqual([
      { email: 'manager@example.org', role: 'MANAGER' },
      { email: administrator.email, role: 'ADMIN' },
    ]);
    const again = { email: 'MANAGER@example.org ', password: 'another long password', role: 'ADMIN' };
    expect((await test.admin.send(CREATE_USER, { input: again })).errors?.[0]?.extensions.code).toBe('CONFLICT');
    const weak = { email: 'new@example.org', password: 'short', role: 'ADMIN' };
    expect((await test.admin.send(CREATE_USER, { input: weak })).errors?.[0]).toMatchObject({
      message: 'password: must have at least 12 characters.',
    });
  });
});

describe('a wrong password', () => {
  it.each([
    ['for an account', administrator.email, 'not the password at all'],
    ['for nobody', 'nobody@example.org', administrator.password],
    ['that is empty', administrator.email, ''],
  ])('%s gets one answer', async (_name, email, password) => {
    const { errors } = await test.anonymous.send(
      'mutation ($email: String!, $password: String!) { login(email: $email, password: $password) { token } }',
      { email, password },
    );
    expect(errors?.[0]).toMatchObject({
      message: 'This e-mail address and password do not belong together.',
      extensions: { code: 'UNAUTHENTICATED' },
    });
  });
});

describe('set-up', () => {
  const setUp = 'mutation ($input: SetUpInput!) { setUp(input: $input) { token } }';
  const input = { email: 'first@example.org', password: 'twelve letters' };

  it('creates the first administrator once, for who has the link', async () => {
    const fresh = await createTestApp({ env: { ADMIN_EMAIL: '', ADMIN_PASSWORD: '' } });
    expect(await fresh.anonymous.ask('{ setUpNeeded }')).toEqual({ setUpNeeded: true });
    const token = fresh.app.services.accounts.setUpToken;
    const codeOf = async (variables: object) =>
      (await fresh.anonymous.send(setUp, { input: variables })).errors?.[0]?.extensions.code;

    expect(await codeOf({ ...input, token: 'guess' })).toBe('FORBIDDEN');
    expect(await codeOf({ ...input, token, password: 'short' })).toBe('BAD_USER_INPUT');
    expect(await codeOf({ ...input, token })).toBeUndefined();
    expect(await codeOf({ ...input, token })).toBe('CONFLICT');
    expect(await fresh.anonymous.ask('{ setUpNeeded }')).toEqual({ setUpNeeded: false });
    await signIn(fresh.anonymous, input);
    await fresh.stop();
  });
});

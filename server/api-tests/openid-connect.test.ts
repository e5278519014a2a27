import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAccount } from '../testing/create-account.js';
import { createTestApp, type TestApp } from '../testing/create-test-app.js';
import { startIdentityProvider, type IdentityProvider } from '../testing/identity-provider.js';

const PUBLIC_URL = 'http://localhost:4999';
let provider: IdentityProvider;
let test: TestApp;
beforeAll(async () => {
  provider = await startIdentityProvider(`${PUBLIC_URL}/login/oidc`);
  test = await createTestApp({ env: settings() });
});
afterAll(async () => {
  await test.stop();
  await provider.stop();
});

const settings = () => ({
  PUBLIC_URL,
  OIDC_ISSUER: provider.issuer,
  OIDC_CLIENT_ID: provider.clientId,
  OIDC_CLIENT_SECRET: provider.clientSecret,
});

const COMPLETE = `mutation ($challenge: String!, $query: String!) {
  completeOidcLogin(challenge: $challenge, query: $query) { token } }`;

async function begin({ anonymous }: TestApp = test): Promise<{ challenge: string; url: string }> {
  const { beginOidcLogin } = await anonymous.ask<{ beginOidcLogin: { challenge: string; url: string } }>(
    'mutation { beginOidcLogin { challenge url } }',
  );
  return beginOidcLogin;
}

/** Signs in over there as this person, and comes back: the address of the account here, or the code of the error. */
async function comeAs(subject: string, app: TestApp = test): Promise<string | undefined> {
  const { challenge, url } = await begin(app);
  const { search: query } = await provider.signIn(url, subject);
  const { data, errors } = await app.anonymous.send<{ completeOidcLogin: { token: string } }>(COMPLETE, {
    challenge,
    query,
  });
  if (!data) return errors?.[0]?.extensions.code;
  const { viewer } = await app.anonymous
    .as(data.completeOidcLogin.token)
    .ask<{ viewer: { name: string } }>('{ viewer { name } }');
  return viewer.name;
}

describe('who signs in by OpenID Connect', () => {
  it('gets the account of the verified address, which is theirs from then on', async () => {
    const account = await createAccount(test, { role: 'AUDITOR' });
    provider.people.set('ana', { email: account.email.toUpperCase(), email_verified: true });
    expect(await comeAs('ana')).toBe(account.email);
    // The address over there changes; whoever gets it next is somebody else.
    provider.people.set('ana', { email: 'new@example.org', email_verified: true });
    provider.people.set('eve', { email: account.email, email_verified: true });
    expect(await comeAs('ana')).toBe(account.email);
    expect(await comeAs('eve')).toBe('FORBIDDEN');
  });

  it.each([
    ['an address that is not verified', (email: string) => ({ email, email_verified: false })],
    ['an address without an account', () => ({ email: 'nobody@example.org', email_verified: true })],
  ])('does not get in with %s', async (_what, identity) => {
    const account = await createAccount(test, { role: 'ADMIN' });
    provider.people.set('mallory', identity(account.email));
    expect(await comeAs('mallory')).toBe('FORBIDDEN');
  });

  it('does not get into an account that is closed, bound or not', async () => {
    const account = await createAccount(test, { role: 'AUDITOR' });
    provider.people.set('cleo', { email: account.email, email_verified: true });
    expect(await comeAs('cleo')).toBe(account.email);
    await test.admin.ask('mutation ($id: ID!) { setUserDisabled(id: $id, disabled: true) { id } }', {
      id: account.userId,
    });
    expect(await comeAs('cleo')).toBe('FORBIDDEN');
  });

  it('gets a new account where a setting says which role', async () => {
    const open = await createTestApp({ env: { ...settings(), OIDC_NEW_ACCOUNTS: 'EMPLOYEE' } });
    provider.people.set('new', { email: 'new-colleague@example.org', email_verified: true });
    expect(await comeAs('new', open)).toBe('new-colleague@example.org');
    expect(await comeAs('new', open)).toBe('new-colleague@example.org');
    const { users } = await open.admin.ask<{ users: { edges: { node: object }[] } }>(
      '{ users(first: 1) { edges { node { email role hasPassword } } } }',
    );
    expect(users.edges[0]!.node).toEqual({ email: 'new-colleague@example.org', role: 'EMPLOYEE', hasPassword: false });
    await open.stop();
  });
});

describe('a sign-in that was begun', () => {
  it('asks with PKCE, state and nonce', async () => {
    const { searchParams } = new URL((await begin()).url);
    expect(searchParams.get('code_challenge_method')).toBe('S256');
    for (const name of ['code_challenge', 'state', 'nonce']) expect(searchParams.get(name)).toMatch(/.{20}/);
    expect(searchParams.get('redirect_uri')).toBe(`${PUBLIC_URL}/login/oidc`);
  });

  it.each([
    ['of another browser', (query: string, other: string) => [other, query]],
    [
      'with another state',
      (query: string, _other: string, own: string) => [own, query.replace(/state=[^&]+/, 'state=x')],
    ],
    [
      'with a forged code',
      (query: string, _other: string, own: string) => [own, query.replace(/code=[^&]+/, 'code=x')],
    ],
    ['that never was', (query: string) => ['oidc_unknown', query]],
  ] as const)('is not finished by the answer %s', async (_what, forge) => {
    const account = await createAccount(test, { role: 'AUDITOR' });
    provider.people.set('dora', { email: account.email, email_verified: true });
    const [own, other] = [await begin(), await begin()];
    const { search } = await provider.signIn(own.url, 'dora');
    const [challenge, query] = forge(search, other.challenge, own.challenge);
    const { errors } = await test.anonymous.send(COMPLETE, { challenge, query });
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('is finished once', async () => {
    const account = await createAccount(test, { role: 'AUDITOR' });
    provider.people.set('finn', { email: account.email, email_verified: true });
    const { challenge, url } = await begin();
    const { search: query } = await provider.signIn(url, 'finn');
    expect((await test.anonymous.send(COMPLETE, { challenge, query })).errors).toBeUndefined();
    expect((await test.anonymous.send(COMPLETE, { challenge, query })).errors?.[0]?.extensions.code).toBe(
      'UNAUTHENTICATED',
    );
  });
});

it('without a provider that answers, nobody waits for long', async () => {
  const lost = await createTestApp({ env: { ...settings(), OIDC_ISSUER: 'http://localhost:1' } });
  const { errors } = await lost.anonymous.send('mutation { beginOidcLogin { url } }');
  expect(errors?.[0]?.extensions.code).toBe('TIMEOUT');
  await lost.stop();
});

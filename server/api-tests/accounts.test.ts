import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiClient } from '../testing/api-client.js';
import { createAccount, createApiKey } from '../testing/create-account.js';
import { administrator, createTestApp, signIn, type TestApp } from '../testing/create-test-app.js';
import { bytesOfDatabase, inDatabase } from '../testing/test-location.js';

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp();
});
afterAll(() => test.stop());

const LOGIN = `mutation ($email: String!, $password: String!, $deviceToken: String) {
  login(email: $email, password: $password, deviceToken: $deviceToken) { token deviceToken } }`;
const COMPLETE = `mutation ($challenge: String!, $code: String) { completeLogin(challenge: $challenge, code: $code) { token } }`;
type Account = Awaited<ReturnType<typeof createAccount>>;

const codeOf = async (client: ApiClient, document: string, variables = {}) =>
  (await client.send(document, variables)).errors?.[0]?.extensions.code;
const isSignedIn = async (client: ApiClient) => (await codeOf(client, '{ viewer { id } }')) === undefined;
const login = ({ email, password }: { email: string; password: string }, deviceToken?: string) =>
  test.anonymous.send<{ login: { token: string; deviceToken: string | null } }>(LOGIN, {
    email,
    password,
    deviceToken,
  });

/** The code of an app at this moment. */
const appCode = (secret: string) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: test.clock.now().getTime() });

async function addTotp(account: Account): Promise<{ secret: string; recoveryCodes: string[] }> {
  const { beginTotp } = await account.ask<{ beginTotp: { token: string; secret: string } }>(
    'mutation ($password: String!) { beginTotp(password: $password) { token secret } }',
    { password: account.password },
  );
  const { confirmTotp } = await account.ask<{ confirmTotp: { recoveryCodes: string[] } }>(
    'mutation ($token: String!, $code: String!) { confirmTotp(token: $token, code: $code) { recoveryCodes } }',
    { token: beginTotp.token, code: appCode(beginTotp.secret) },
  );
  return { secret: beginTotp.secret, recoveryCodes: confirmTotp.recoveryCodes };
}

async function firstStep(account: { email: string; password: string }): Promise<string> {
  const { errors } = await login(account);
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'SECOND_FACTOR_REQUIRED' });
  return (errors![0]!.extensions as unknown as { challenge: string }).challenge;
}

describe('codes of an app', () => {
  it('are asked for after the password, and work once', async () => {
    const account = await createAccount(test, { role: 'AUDITOR' });
    const { secret, recoveryCodes } = await addTotp(account);
    expect(recoveryCodes).toHaveLength(10);
    test.clock.forward(1);
    const { errors } = await login(account);
    expect(errors?.[0]?.extensions).toEqual({
      code: 'SECOND_FACTOR_REQUIRED',
      challenge: expect.stringMatching(/^login_/) as string,
      methods: ['TOTP', 'RECOVERY_CODE'],
      passkeyOptions: null,
      expiresAt: expect.any(String) as string,
    });
    const code = appCode(secret);
    const { completeLogin } = await test.anonymous.ask<{ completeLogin: { token: string } }>(COMPLETE, {
      challenge: await firstStep(account),
      code,
    });
    expect(await isSignedIn(test.anonymous.as(completeLogin.token))).toBe(true);
    expect(await codeOf(test.anonymous, COMPLETE, { challenge: await firstStep(account), code })).toBe(
      'UNAUTHENTICATED',
    );
  });

  it('are replaced by a recovery code, which works once, however it is written', async () => {
    const account = await createAccount(test, { role: 'AUDITOR' });
    const { recoveryCodes } = await addTotp(account);
    const code = ` ${recoveryCodes[0]!.toLowerCase().replaceAll('-', ' ')}`;
    const complete = async () => codeOf(test.anonymous, COMPLETE, { challenge: await firstStep(account), code });
    expect(await complete()).toBeUndefined();
    expect(await complete()).toBe('UNAUTHENTICATED');
  });

  it('end a sign-in after five wrong ones, and slow down after ten', async () => {
    const account = await createAccount(test, { role: 'AUDITOR' });
    await addTotp(account);
    const challenge = await firstStep(account);
    const codes: unknown[] = [];
    for (let index = 0; index < 6; index++)
      codes.push(await codeOf(test.anonymous, COMPLETE, { challenge, code: '000000' }));
    expect(new Set(codes)).toEqual(new Set(['UNAUTHENTICATED']));
    const second = await firstStep(account);
    for (let index = 0; index < 5; index++)
      await codeOf(test.anonymous, COMPLETE, { challenge: second, code: '000000' });
    expect(await codeOf(test.anonymous, COMPLETE, { challenge: await firstStep(account), code: '000000' })).toBe(
      'TOO_MANY_ATTEMPTS',
    );
  });

  it('cannot be set up or removed by a session alone', async () => {
    const account = await createAccount(test, { role: 'AUDITOR' });
    const begin = 'mutation ($password: String!) { beginTotp(password: $password) { token } }';
    expect(await codeOf(account, begin, { password: 'not the password' })).toBe('FORBIDDEN');
    await addTotp(account);
    const remove = 'mutation ($password: String!) { removeTotp(password: $password) }';
    expect(await codeOf(account, remove, { password: 'not the password' })).toBe('FORBIDDEN');
    await account.ask(remove, { password: account.password });
    expect((await login(account)).errors).toBeUndefined();
  });

  it('are nowhere in the database as they are', async () => {
    const account = await createAccount(test, { role: 'AUDITOR' });
    const { secret, recoveryCodes } = await addTotp(account);
    const bytes = (await bytesOfDatabase(test.config)).toString('latin1');
    for (const hidden of [secret, recoveryCodes[0]!, account.token!, account.password])
      expect(bytes).not.toContain(hidden);
    expect(bytes).toContain(account.email);
  });
});

describe('a link for a new password', () => {
  const RESET = 'mutation ($token: String!, $password: String!) { resetPassword(token: $token, password: $password) }';
  const link = async ({ userId }: Account) =>
    (
      await test.admin.ask<{ createPasswordLink: { token: string } }>(
        'mutation ($id: ID!) { createPasswordLink(userId: $id) { token } }',
        { id: userId },
      )
    ).createPasswordLink.token;
  const password = 'a brand new password';

  it('works once, and ends every session', async () => {
    const account = await createAccount(test, { role: 'AUDITOR' });
    const token = await link(account);
    expect(await codeOf(test.anonymous, RESET, { token, password: 'short' })).toBe('BAD_USER_INPUT');
    expect(await isSignedIn(account)).toBe(true);
    expect(await codeOf(test.anonymous, RESET, { token, password })).toBeUndefined();
    expect(await isSignedIn(account)).toBe(false);
    expect(await codeOf(test.anonymous, RESET, { token, password })).toBe('FORBIDDEN');
    expect((await login({ ...account, password })).errors).toBeUndefined();
    expect(await codeOf(test.anonymous, LOGIN, { ...account })).toBe('UNAUTHENTICATED');
  });

  it('is worthless after a day, after a newer one, and for an account that was closed', async () => {
    const account = await createAccount(test, { role: 'AUDITOR' });
    const [older, newer] = [await link(account), await link(account)];
    expect(await codeOf(test.anonymous, RESET, { token: older, password })).toBe('FORBIDDEN');
    test.clock.forward(24 * 60);
    expect(await codeOf(test.anonymous, RESET, { token: newer, password })).toBe('FORBIDDEN');
    const last = await link(account);
    await test.admin.ask(DISABLE, { id: account.userId, disabled: true });
    expect(await codeOf(test.anonymous, RESET, { token: last, password })).toBe('FORBIDDEN');
  });
});

const DISABLE = 'mutation ($id: ID!, $disabled: Boolean!) { setUserDisabled(id: $id, disabled: $disabled) { id } }';

describe('sessions', () => {
  it('are listed with where they come from, and ended one by one or all others at once', async () => {
    const account = await createAccount(test, { role: 'AUDITOR' });
    const [second, third] = [await signIn(test.anonymous, account), await signIn(test.anonymous, account)];
    const list = async () =>
      (
        await account.ask<{
          account: { sessionId: string; sessions: { id: string; address: string; device: string }[] };
        }>('{ account { sessionId sessions { id address device lastSeenAt } } }')
      ).account;
    const { sessionId, sessions } = await list();
    expect(sessions).toHaveLength(3);
    expect(sessions[0]).toMatchObject({ address: '127.0.0.1', device: expect.stringMatching(/./) as string });
    const [newest] = sessions.filter(({ id }) => id !== sessionId);
    await account.ask('mutation ($id: ID!) { endSession(id: $id) }', { id: newest!.id });
    expect([await isSignedIn(second), await isSignedIn(third)].filter(Boolean)).toHaveLength(1);
    await account.ask('mutation { endOtherSessions }');
    expect([await isSignedIn(second), await isSignedIn(third), await isSignedIn(account)]).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('of somebody else are ended by an administrator only', async () => {
    const [one, other] = [
      await createAccount(test, { role: 'AUDITOR' }),
      await createAccount(test, { role: 'MANAGER' }),
    ];
    const { account } = await one.ask<{ account: { sessionId: string } }>('{ account { sessionId } }');
    const id = account.sessionId;
    expect(await codeOf(other, 'mutation ($id: ID!) { endSession(id: $id) }', { id })).toBe('NOT_FOUND');
    expect(await isSignedIn(one)).toBe(true);
    const SESSIONS = 'query ($id: ID!) { user(id: $id) { sessions { id } } }';
    const { account: own } = await one.ask<{ account: { id: string } }>('{ account { id } }');
    expect(await codeOf(other, SESSIONS, { id: own.id })).toBe('FORBIDDEN');
    expect(await test.admin.ask(SESSIONS, { id: own.id })).toEqual({ user: { sessions: [{ id }] } });
    await test.admin.ask('mutation ($id: ID!) { endUserSession(id: $id) }', { id });
    expect(await isSignedIn(one)).toBe(false);
    expect(await test.admin.ask(SESSIONS, { id: own.id })).toEqual({ user: { sessions: [] } });
    const { auditEntries } = await test.admin.ask<{ auditEntries: { edges: { node: { action: string } }[] } }>(
      '{ auditEntries(first: 20) { edges { node { action subject } } } }',
    );
    const entries = auditEntries.edges.map(({ node }) => node);
    expect(entries).toContainEqual({ action: 'endUserSession', subject: id });
    expect(entries.filter(({ action }) => action === 'User.sessions')).toHaveLength(2);
  });

  it('but this one end with a new password, for which the old one is asked', async () => {
    const account = await createAccount(test, { role: 'AUDITOR' });
    const elsewhere = await signIn(test.anonymous, account);
    const change =
      'mutation ($password: String!, $next: String!) { changePassword(password: $password, newPassword: $next) }';
    const next = 'the next password';
    expect(await codeOf(account, change, { password: 'wrong password', next })).toBe('FORBIDDEN');
    expect(await codeOf(account, change, { password: account.password, next: 'short' })).toBe('BAD_USER_INPUT');
    await account.ask(change, { password: account.password, next });
    expect([await isSignedIn(account), await isSignedIn(elsewhere)]).toEqual([true, false]);
    await signIn(test.anonymous, { email: account.email, password: next });
  });

  it('of an account are twenty at most', async () => {
    const account = await createAccount(test, { role: 'AUDITOR' });
    for (let index = 0; index < 20; index++) await signIn(test.anonymous, account);
    expect(await isSignedIn(account)).toBe(false);
  });
});

describe('an account that is closed', () => {
  it('loses its sessions and sockets, and cannot sign in before it is opened again', async () => {
    const account = await createAccount(test, { role: 'AUDITOR' });
    const socket = account.socket();
    const closed = new Promise<number>((resolve) =>
      socket.on('closed', (event) => resolve((event as { code: number }).code)),
    );
    const stream = socket.iterate({ query: 'subscription { attendanceRecorded { id } }' });
    const next = stream.next();
    next.catch(() => undefined);
    await new Promise<void>((resolve) => socket.on('connected', () => resolve()));
    await test.admin.ask(DISABLE, { id: account.userId, disabled: true });
    expect(await closed).toBe(4403);
    expect(await isSignedIn(account)).toBe(false);
    expect((await login(account)).errors?.[0]?.message).toBe(
      'This e-mail address and password do not belong together.',
    );
    await test.admin.ask(DISABLE, { id: account.userId, disabled: false });
    expect((await login(account)).errors).toBeUndefined();
  });
});

describe('the last administrator', () => {
  it.each([
    ['closed', DISABLE, { disabled: true }],
    ['made a manager', 'mutation ($id: ID!) { setUserRights(id: $id, input: { role: MANAGER }) { id } }', {}],
  ])('cannot be %s, two can', async (_what, document, variables) => {
    const { account } = await test.admin.ask<{ account: { id: string } }>('{ account { id } }');
    expect(await codeOf(test.admin, document, { id: account.id, ...variables })).toBe('CONFLICT');
    const second = await createAccount(test, { role: 'ADMIN' });
    expect(await codeOf(test.admin, document, { id: second.userId, ...variables })).toBeUndefined();
    expect(await isSignedIn(test.admin)).toBe(true);
  });
});

describe('wrong passwords', () => {
  it('slow down whoever sends them, and not a browser that is known', async () => {
    const account = await createAccount(test, { role: 'AUDITOR' });
    const known = (await login(account)).data!.login.deviceToken!;
    for (let index = 0; index < 3; index++) await login({ ...account, password: 'a wrong password' });
    const { errors } = await login(account);
    expect(errors?.[0]?.extensions).toEqual({ code: 'TOO_MANY_ATTEMPTS', retryAfterSeconds: 1 });
    expect((await login(account, known)).data!.login.deviceToken).toBeNull();
    expect((await login(account, 'rd_forged')).errors?.[0]?.extensions.code).toBe('TOO_MANY_ATTEMPTS');
    test.clock.forward(1);
    expect((await login(account)).errors).toBeUndefined();
  });

  it('take as long for an address that nobody has', async () => {
    const account = await createAccount(test, { role: 'AUDITOR' });
    const times = { known: [] as number[], unknown: [] as number[] };
    for (let index = 0; index < 12; index++) {
      for (const [who, email] of [
        ['known', account.email],
        ['unknown', `nobody-${index}@example.org`],
      ] as const) {
        test.clock.forward(61);
        const start = performance.now();
        await login({ email, password: 'a wrong password' });
        times[who].push(performance.now() - start);
      }
    }
    const median = (values: number[]) => [...values].sort((a, b) => a - b)[6]!;
    const ratio = median(times.known) / median(times.unknown);
    expect(ratio).toBeGreaterThan(0.6);
    expect(ratio).toBeLessThan(1.6);
  });
});

describe('an API key', () => {
  it('does what its scopes say until it is revoked, and says when it was used', async () => {
    const key = await createApiKey(test.admin, ['EMPLOYEES_READ']);
    expect(await key.ask('{ viewer { role keyScopes } }')).toEqual({
      viewer: { role: 'INTEGRATOR', keyScopes: ['EMPLOYEES_READ'] },
    });
    expect(await codeOf(key, '{ employees { totalCount } }')).toBeUndefined();
    expect(await codeOf(key, '{ attendance { edges { cursor } } }')).toBe('FORBIDDEN');
    const { apiKeys } = await test.admin.ask<{ apiKeys: { edges: { node: { lastUsedAt: string | null } }[] } }>(
      '{ apiKeys(first: 1) { edges { node { name lastUsedAt revokedAt } } } }',
    );
    expect(apiKeys.edges[0]!.node.lastUsedAt).not.toBeNull();
    await test.admin.ask('mutation ($id: ID!) { revokeApiKey(id: $id) { revokedAt } }', { id: key.keyId });
    expect(await codeOf(key, '{ employees { totalCount } }')).toBe('UNAUTHENTICATED');
  });

  it('runs out', async () => {
    const key = await createApiKey(test.admin, ['EMPLOYEES_READ']);
    const fresh = await createTestApp();
    const short = await fresh.admin.ask<{ createApiKey: { token: string } }>(
      'mutation { createApiKey(input: { name: "x", scopes: [EMPLOYEES_READ], validDays: 1 }) { token } }',
    );
    const client = fresh.admin.as(short.createApiKey.token);
    expect(await isSignedIn(client)).toBe(true);
    fresh.clock.forward(24 * 60);
    expect(await isSignedIn(client)).toBe(false);
    await fresh.stop();
    expect(await isSignedIn(key)).toBe(true);
  });

  it('is kept as a hash', async () => {
    const key = await createApiKey(test.admin, ['EMPLOYEES_READ']);
    expect(key.token).toMatch(/^rck_[\w-]{43}$/);
    const where = { id: key.keyId };
    const row = JSON.stringify(await inDatabase(test.config, ({ read }) => read.apiKey.findUnique({ where })));
    expect(row).toContain(key.keyId);
    expect(row).not.toContain(key.token);
  });

  it.each([
    ['no scope', { scopes: [] }],
    ['two years', { validDays: 731 }],
    ['no name', { name: ' ' }],
    ['recognition in one department', { scopes: ['RECOGNITION'], departmentIds: ['x'] }],
    ['no department at all', { departmentIds: [] }],
  ])('is not made with %s', async (_what, overrides) => {
    const input = { name: 'x', scopes: ['EMPLOYEES_READ'], ...overrides };
    const create = 'mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { token } }';
    expect(await codeOf(test.admin, create, { input })).toBe('BAD_USER_INPUT');
  });
});

describe('where administrators must have a second factor', () => {
  it('one without is let to the own account only, until there is one', async () => {
    const strict = await createTestApp({ env: { REQUIRE_SECOND_FACTOR: 'admins' } });
    const { viewer } = await strict.admin.ask<{ viewer: object }>('{ viewer { role mustAddSecondFactor } }');
    expect(viewer).toEqual({ role: 'ADMIN', mustAddSecondFactor: true });
    expect((await strict.admin.send('{ employees { totalCount } }')).errors?.[0]).toMatchObject({
      message: 'Add a second factor to your account first: a passkey, or codes of an app.',
    });
    const { beginTotp } = await strict.admin.ask<{ beginTotp: { token: string; secret: string } }>(
      'mutation ($password: String!) { beginTotp(password: $password) { token secret } }',
      { password: administrator.password },
    );
    const code = new TOTP({ secret: Secret.fromBase32(beginTotp.secret) }).generate({
      timestamp: strict.clock.now().getTime(),
    });
    await strict.admin.ask(
      'mutation ($token: String!, $code: String!) { confirmTotp(token: $token, code: $code) { recoveryCodes } }',
      { token: beginTotp.token, code },
    );
    expect(await strict.admin.ask('{ employees { totalCount } }')).toEqual({ employees: { totalCount: 0 } });
    const remove = 'mutation ($password: String!) { removeTotp(password: $password) }';
    expect(await codeOf(strict.admin, remove, { password: administrator.password })).toBe('CONFLICT');
    await strict.stop();
  });

  it('an administrator takes the factors of another away, who then begins anew', async () => {
    const account = await createAccount(test, { role: 'AUDITOR' });
    await addTotp(account);
    const { removeSecondFactors } = await test.admin.ask<{ removeSecondFactors: object }>(
      'mutation ($id: ID!) { removeSecondFactors(userId: $id) { hasSecondFactor } }',
      { id: account.userId },
    );
    expect(removeSecondFactors).toEqual({ hasSecondFactor: false });
    expect(await isSignedIn(account)).toBe(false);
    expect((await login(account)).errors).toBeUndefined();
  });
});

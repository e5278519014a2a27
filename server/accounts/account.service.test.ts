import { describe, expect, it } from 'vitest';
import { hashToken } from '../ids.js';
import { TestClock } from '../testing/test-clock.js';
import { AccountService } from './account.service.js';
import { UserRepository, type User } from './user.repository.js';

type Session = Parameters<UserRepository['createSession']>[0];

class InMemoryUsers extends UserRepository {
  readonly users: User[] = [];
  readonly sessions: Session[] = [];
  constructor() {
    super(undefined as never);
  }
  override hasAny = async () => this.users.length > 0;
  override findByEmail = async (email: string) => this.users.find((user) => user.email === email) ?? null;
  override createFirst = async (user: User) => this.users.length === 0 && this.users.push(user) > 0;
  override create = async (user: User) => ((await this.findByEmail(user.email)) ? null : (this.users.push(user), user));
  override createSession = async (session: Session) => void this.sessions.push(session);
  override findSession = async (tokenHash: string) => {
    const session = this.sessions.find((row) => row.tokenHash === tokenHash);
    return session ? { ...session, user: this.users.find(({ id }) => id === session.userId)! } : null;
  };
  override deleteSession = async (tokenHash: string) => {
    const index = this.sessions.findIndex((row) => row.tokenHash === tokenHash);
    if (index >= 0) this.sessions.splice(index, 1);
  };
}

const ana = { email: 'ana@example.org', password: 'a long enough password' };

function setUp() {
  const [users, clock] = [new InMemoryUsers(), new TestClock('2026-03-02T08:00:00Z')];
  return { users, clock, accounts: new AccountService({ users, clock, sessionHours: 12 }) };
}

async function setUpWithAna() {
  const test = setUp();
  await test.accounts.createFirstAdministrator(ana);
  return test;
}

describe('the first administrator', () => {
  it('is created with the set-up token and signed in at once', async () => {
    const { accounts } = setUp();
    expect(await accounts.isSetUpNeeded()).toBe(true);
    const { token } = await accounts.setUp({ ...ana, token: accounts.setUpToken });
    expect(await accounts.authenticate(token)).toMatchObject({ role: 'ADMIN', name: ana.email, mayEnrol: true });
    expect(await accounts.isSetUpNeeded()).toBe(false);
  });

  it.each(['', 'setup_wrong', 'ü'.repeat(1000)])('is not created with the token %j', async (token) => {
    const { accounts, users } = setUp();
    await expect(accounts.setUp({ ...ana, token })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(users.users).toEqual([]);
  });

  it('is not created a second time, not even with the token', async () => {
    const { accounts, users } = await setUpWithAna();
    const again = accounts.setUp({ ...ana, email: 'eve@example.org', token: accounts.setUpToken });
    await expect(again).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(users.users).toHaveLength(1);
  });

  it('is one of two that are created at the same moment', async () => {
    const { accounts, users } = setUp();
    const both = [ana, { ...ana, email: 'eve@example.org' }].map((user) => accounts.createFirstAdministrator(user));
    expect((await Promise.all(both)).sort()).toEqual([false, true]);
    expect(users.users).toHaveLength(1);
  });
});

describe('an account', () => {
  it('keeps neither the password nor the token', async () => {
    const { accounts, users } = await setUpWithAna();
    const { token } = await accounts.login(ana.email, ana.password);
    const stored = JSON.stringify([users.users, users.sessions]);
    expect(stored).not.toContain(ana.password);
    expect(stored).not.toContain(token);
    expect(users.sessions[0]!.tokenHash).toBe(hashToken(token));
  });

  it.each([
    ['no address', { email: 'ana' }, 'email: must be an e-mail address'],
    ['a password of 11 characters', { password: 'elevenchars' }, 'password: must have at least 12 characters'],
    ['a password of 201 characters', { password: 'p'.repeat(201) }, 'password: must have at most 200 characters'],
  ])('is refused with %s', async (_name, overrides, words) => {
    const { accounts, users } = setUp();
    const creating = accounts.createUser({ ...ana, role: 'MANAGER', ...overrides });
    await expect(creating).rejects.toMatchObject({ code: 'BAD_USER_INPUT', message: `${words}.` });
    expect(users.users).toEqual([]);
  });

  it('has an address of its own, however it is written', async () => {
    const { accounts } = await setUpWithAna();
    const again = accounts.createUser({ ...ana, email: ' ANA@Example.org ', role: 'MANAGER' });
    await expect(again).rejects.toMatchObject({ code: 'CONFLICT' });
  });
});

describe('signing in', () => {
  it('goes by the address however it is written, and the exact password', async () => {
    const { accounts } = await setUpWithAna();
    await expect(accounts.login(' ANA@example.org', ana.password)).resolves.toHaveProperty('token');
  });

  it.each([
    ['a wrong password', ana.email, 'another long password'],
    ['an unknown address', 'eve@example.org', ana.password],
    ['what is no address', 'ana', ana.password],
    ['a password too short to be one', ana.email, 'short'],
    ['a password of a megabyte', ana.email, ana.password.padEnd(2 ** 20)],
    ['nothing', '', ''],
  ])('fails in the same words with %s', async (_name, email, password) => {
    const { accounts, users } = await setUpWithAna();
    await expect(accounts.login(email, password)).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
      message: 'This e-mail address and password do not belong together.',
    });
    expect(users.sessions).toEqual([]);
  });

  it('lasts as many hours as set, and not a moment more', async () => {
    const { accounts, clock } = await setUpWithAna();
    const { token, expiresAt } = await accounts.login(ana.email, ana.password);
    expect(expiresAt).toEqual(new Date('2026-03-02T20:00:00Z'));
    clock.set('2026-03-02T19:59:59.999Z');
    expect(await accounts.authenticate(token)).toMatchObject({ expiresAt });
    clock.set('2026-03-02T20:00:00Z');
    expect(await accounts.authenticate(token)).toBeNull();
  });

  it('ends at once by signing out, for this session only', async () => {
    const { accounts } = await setUpWithAna();
    const [one, other] = [await accounts.login(ana.email, ana.password), await accounts.login(ana.email, ana.password)];
    await accounts.logout(one.token);
    expect(await accounts.authenticate(one.token)).toBeNull();
    expect(await accounts.authenticate(other.token)).not.toBeNull();
    await expect(accounts.logout('rs_unknown')).resolves.toBeUndefined();
  });
});

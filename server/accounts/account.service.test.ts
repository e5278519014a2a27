import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openSqlite } from '../database/database.js';
import { migrateSqlite } from '../database/migrate.js';
import { temporaryFolder } from '../testing/temporary-folder.js';
import { TestClock } from '../testing/test-clock.js';
import { AccountService } from './account.service.js';
import { UserRepository } from './user.repository.js';

const ana = { email: 'ana@example.org', password: 'a long enough password' };

function setUp() {
  const [file, clock] = [join(temporaryFolder(), 'test.db'), new TestClock('2026-03-02T08:00:00Z')];
  migrateSqlite({ file, migrationsDir: 'prisma/migrations', now: () => clock.now() });
  const database = openSqlite(file);
  onTestFinished(() => database.close());
  const users = new UserRepository(database);
  const list = async () => (await users.list(10, null)).map(({ email, role }) => `${role} ${email}`);
  return { accounts: new AccountService({ users, clock }), list };
}

describe('the first administrator', () => {
  it('is created with the set-up token, once', async () => {
    const { accounts, list } = setUp();
    expect(await accounts.isSetUpNeeded()).toBe(true);
    await accounts.setUp({ ...ana, token: accounts.setUpToken });
    expect(await accounts.isSetUpNeeded()).toBe(false);
    const again = accounts.setUp({ ...ana, email: 'eve@example.org', token: accounts.setUpToken });
    await expect(again).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await list()).toEqual(['ADMIN ana@example.org']);
  });

  it.each(['', 'setup_wrong', 'ü'.repeat(1000)])('is not created with the token %j', async (token) => {
    const { accounts, list } = setUp();
    await expect(accounts.setUp({ ...ana, token })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await list()).toEqual([]);
  });

  it('is one of two that are created at the same moment', async () => {
    const { accounts, list } = setUp();
    const both = [ana, { ...ana, email: 'eve@example.org' }].map((user) => accounts.createFirstAdministrator(user));
    expect((await Promise.all(both)).sort()).toEqual([false, true]);
    expect(await list()).toHaveLength(1);
  });
});

describe('an account', () => {
  it.each([
    ['no address', { email: 'ana' }, 'email: must be an e-mail address'],
    ['a password of 11 characters', { password: 'elevenchars' }, 'password: must have at least 12 characters'],
    ['a password of 201 characters', { password: 'p'.repeat(201) }, 'password: must have at most 200 characters'],
  ])('is refused with %s', async (_name, overrides, words) => {
    const { accounts, list } = setUp();
    const creating = accounts.createUser({ ...ana, role: 'MANAGER', ...overrides });
    await expect(creating).rejects.toMatchObject({ code: 'BAD_USER_INPUT', message: `${words}.` });
    expect(await list()).toEqual([]);
  });

  it('has an address of its own, however it is written', async () => {
    const { accounts } = setUp();
    await accounts.createUser({ ...ana, role: 'MANAGER' });
    const again = accounts.createUser({ ...ana, email: ' ANA@Example.org ', role: 'MANAGER' });
    await expect(again).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it.each([
    ['department', { departmentIds: ['nowhere'] }],
    ['employee', { employeeId: 'nobody' }],
  ])('is not made for a %s that is not there', async (what, rights) => {
    const { accounts, list } = setUp();
    const creating = accounts.createUser({ ...ana, role: 'MANAGER', ...rights });
    await expect(creating).rejects.toMatchObject({ code: 'NOT_FOUND', message: `There is no ${what} with this id.` });
    expect(await list()).toEqual([]);
  });

  it('of the last administrator is kept, of two that go at the same moment one', async () => {
    const { accounts, list } = setUp();
    const one = await accounts.createUser({ ...ana, role: 'ADMIN' });
    const other = await accounts.createUser({ ...ana, email: 'ben@example.org', role: 'ADMIN' });
    const outcomes = await Promise.allSettled(
      [one, other].map(({ id }) => accounts.setRights(id, { role: 'AUDITOR' })),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await list()).filter((each) => each.startsWith('ADMIN'))).toHaveLength(1);
  });
});

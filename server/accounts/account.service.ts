import { z } from 'zod';
import { userRoles, type UserRole } from '../caller.js';
import type { Clock } from '../clock.js';
import { DomainError } from '../errors.js';
import { newId, newToken } from '../ids.js';
import { readPage, type Page, type PageRequest } from '../paging.js';
import { hashPassword } from '../password.js';
import { noSuch } from '../row-errors.js';
import { isSameSecret } from '../same-secret.js';
import { parseInput } from '../validate.js';
import { credentials, emailAddress, password } from './credentials.js';
import type { User, UserRepository } from './user.repository.js';

export type { User };

const id = z.string().max(100);
const rights = {
  role: z.enum(userRoles),
  departmentIds: z
    .array(id)
    .max(200, 'must be at most 200')
    .transform((ids) => [...new Set(ids)]),
  employeeId: id.nullable(),
};
const newUser = z.object({
  email: emailAddress,
  password: password.nullish(),
  role: rights.role,
  departmentIds: rights.departmentIds.nullish(),
  employeeId: rights.employeeId.nullish(),
});
const userRights = z.object(rights).partial();
const userKey = z.tuple([z.string()]);

/** The people who sign in to the dashboard, and the creation of the first of them. */
export class AccountService {
  /** Known to whoever started the program; works until the first account exists. */
  readonly setUpToken = newToken('setup');

  constructor(private readonly dependencies: { users: UserRepository; clock: Clock }) {}

  async isSetUpNeeded(): Promise<boolean> {
    return !(await this.dependencies.users.hasAny());
  }

  /** Creates the first administrator. Throws FORBIDDEN for a wrong token, CONFLICT when done before. */
  async setUp(input: { token: string; email: string; password: string }): Promise<void> {
    if (!isSameSecret(input.token, this.setUpToken)) {
      throw new DomainError(
        'FORBIDDEN',
        'This set-up link is not valid. Use the one that Rollcall printed at its last start.',
      );
    }
    if (!(await this.createFirstAdministrator(input))) {
      throw new DomainError('CONFLICT', 'Rollcall is set up already. Sign in instead.');
    }
  }

  /**
   * A further account; without a password it waits for its first link. Throws BAD_USER_INPUT for an address or password
   * that is off, NOT_FOUND for a department or employee, CONFLICT for an address, or employee, that has an account.
   */
  async createUser(input: unknown): Promise<User> {
    const { password: given, departmentIds, employeeId, ...details } = parseInput(newUser, input);
    const { users, clock } = this.dependencies;
    const user = await users.create({
      id: newId(),
      ...details,
      passwordHash: given ? await hashPassword(given) : null,
      createdAt: clock.now(),
      departmentIds: departmentIds ?? [],
      employeeId: employeeId ?? null,
    });
    if (!user) {
      const isAddress = (await users.findForSignIn(details.email)) !== null;
      const what = isAddress ? 'There is an account with this e-mail address' : 'This employee has an account';
      throw new DomainError('CONFLICT', `${what} already.`);
    }
    return user;
  }

  /** An account for somebody who was vouched for elsewhere. Null where the address has one. */
  createVouchedUser(email: string, oidcSubject: string, role: UserRole): Promise<User | null> {
    const { users, clock } = this.dependencies;
    return users.create({ id: newId(), email, passwordHash: null, role, oidcSubject, createdAt: clock.now() });
  }

  /** Accounts, newest first. */
  list(request: PageRequest): Promise<Page<User>> {
    const { users } = this.dependencies;
    const keyOf = (user: User): [string] => [user.id];
    return readPage(request, userKey, keyOf, (take, after) => users.list(take, after?.[0] ?? null));
  }

  /** Throws NOT_FOUND. */
  async get(id: string): Promise<User> {
    const user = await this.dependencies.users.find(id);
    if (!user) throw noSuch('account');
    return user;
  }

  /** The id of whose address it is. Throws BAD_USER_INPUT or NOT_FOUND. */
  async getIdByEmail(email: string): Promise<string> {
    const given = parseInput(credentials.pick({ email: true }), { email });
    const user = await this.dependencies.users.findForSignIn(given.email);
    if (!user) throw new DomainError('NOT_FOUND', `There is no account with the address ${given.email}.`);
    return user.id;
  }

  /** Changes what is given and ends the account's sessions. Throws BAD_USER_INPUT, NOT_FOUND, CONFLICT for the last administrator. */
  async setRights(id: string, input: unknown): Promise<User> {
    return this.dependencies.users.setRights(id, parseInput(userRights, input));
  }

  /** Closes an account and ends its sessions, or opens it again. Throws NOT_FOUND, CONFLICT for the last administrator. */
  setDisabled(id: string, isDisabled: boolean): Promise<User> {
    const { users, clock } = this.dependencies;
    return users.setDisabled(id, isDisabled ? clock.now() : null);
  }

  /** False where there is an account already. Throws BAD_USER_INPUT for an address or password that is off. */
  async createFirstAdministrator(input: { email: string; password: string }): Promise<boolean> {
    const { email, password } = parseInput(credentials, input);
    const { users, clock } = this.dependencies;
    if (await users.hasAny()) return false;
    const passwordHash = await hashPassword(password);
    return users.createFirst({ id: newId(), email, passwordHash, role: 'ADMIN', createdAt: clock.now() });
  }
}

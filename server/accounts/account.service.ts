import { timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { Caller } from '../caller.js';
import type { Clock } from '../clock.js';
import { DomainError } from '../errors.js';
import { hashToken, newId, newToken } from '../ids.js';
import { readPage, type Page, type PageRequest } from '../paging.js';
import { parseInput } from '../validate.js';
import { hashPassword, verifyPassword } from '../password.js';
import type { User, UserRepository } from './user.repository.js';

export const SESSION_TOKEN_PREFIX = 'rs';

const credentials = z.object({
  email: z.string().trim().toLowerCase().max(200).pipe(z.email('must be an e-mail address')),
  password: z.string().min(12, 'must have at least 12 characters').max(200, 'must have at most 200 characters'),
});

const userKey = z.tuple([z.string()]);

export interface NewSession {
  token: string;
  expiresAt: Date;
}

/** The people who sign in to the dashboard, and the creation of the first of them. */
export class AccountService {
  /** Known to whoever started the program; works until the first account exists. */
  readonly setUpToken = newToken('setup');

  constructor(private readonly dependencies: { users: UserRepository; clock: Clock; sessionHours: number }) {}

  async isSetUpNeeded(): Promise<boolean> {
    return !(await this.dependencies.users.hasAny());
  }

  /** Creates the first administrator and signs them in. Throws FORBIDDEN for a wrong token, CONFLICT when done before. */
  async setUp(input: { token: string; email: string; password: string }): Promise<NewSession> {
    if (!timingSafeEqual(Buffer.from(hashToken(input.token)), Buffer.from(hashToken(this.setUpToken)))) {
      throw new DomainError(
        'FORBIDDEN',
        'This set-up link is not valid. Use the one that Rollcall printed at its last start.',
      );
    }
    if (!(await this.createFirstAdministrator(input))) {
      throw new DomainError('CONFLICT', 'Rollcall is set up already. Sign in instead.');
    }
    return this.login(input.email, input.password);
  }

  /** A further account. Throws BAD_USER_INPUT for an address or password that is off, CONFLICT for an address in use. */
  async createUser(input: { email: string; password: string; role: User['role'] }): Promise<User> {
    const { email, password } = parseInput(credentials, input);
    const { users, clock } = this.dependencies;
    const passwordHash = await hashPassword(password);
    const user = await users.create({ id: newId(), email, passwordHash, role: input.role, createdAt: clock.now() });
    if (!user) throw new DomainError('CONFLICT', 'There is an account with this e-mail address already.');
    return user;
  }

  /** Accounts, newest first. */
  list(request: PageRequest): Promise<Page<User>> {
    const { users } = this.dependencies;
    return readPage(
      request,
      userKey,
      (user): [string] => [user.id],
      (take, after) => users.list(take, after?.[0] ?? null),
    );
  }

  /** False where there is an account already. Throws BAD_USER_INPUT for an address or password that is off. */
  async createFirstAdministrator(input: { email: string; password: string }): Promise<boolean> {
    const { email, password } = parseInput(credentials, input);
    const { users, clock } = this.dependencies;
    if (await users.hasAny()) return false;
    const passwordHash = await hashPassword(password);
    return users.createFirst({ id: newId(), email, passwordHash, role: 'ADMIN', createdAt: clock.now() });
  }

  /** A new session. Throws UNAUTHENTICATED with one message for a wrong address and a wrong password. */
  async login(email: string, password: string): Promise<NewSession> {
    const { users, clock, sessionHours } = this.dependencies;
    const given = credentials.safeParse({ email, password });
    const user = given.success ? await users.findByEmail(given.data.email) : null;
    if (!(await verifyPassword(user?.passwordHash ?? null, password.slice(0, 200))) || !user) {
      throw new DomainError('UNAUTHENTICATED', 'This e-mail address and password do not belong together.');
    }
    const token = newToken(SESSION_TOKEN_PREFIX);
    const createdAt = clock.now();
    const expiresAt = new Date(createdAt.getTime() + sessionHours * 3_600_000);
    await users.createSession({ tokenHash: hashToken(token), userId: user.id, createdAt, expiresAt });
    return { token, expiresAt };
  }

  /** Ends the session of this token; does nothing where there is none. */
  logout(token: string): Promise<void> {
    return this.dependencies.users.deleteSession(hashToken(token));
  }

  /** The account that a session token belongs to; null when it is unknown or has run out. */
  async authenticate(token: string): Promise<Caller | null> {
    const session = await this.dependencies.users.findSession(hashToken(token));
    if (!session || session.expiresAt <= this.dependencies.clock.now()) return null;
    const { id, role, email } = session.user;
    return {
      id,
      role,
      name: email,
      source: `user:${id}`,
      mayEnrol: true,
      liveness: 'OFF',
      expiresAt: session.expiresAt,
    };
  }
}

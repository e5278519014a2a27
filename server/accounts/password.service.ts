import { z } from 'zod';
import type { Clock } from '../clock.js';
import { DomainError } from '../errors.js';
import { hashToken, newToken } from '../ids.js';
import { hashPassword, verifyPassword } from '../password.js';
import { noSuch } from '../row-errors.js';
import { parseInput } from '../validate.js';
import { password } from './credentials.js';
import type { SignInBackoff } from './sign-in-backoff.js';
import type { User, UserRepository } from './user.repository.js';

const LINK_HOURS = 24;
const newPassword = z.object({ password });

/** Changes of passwords: one's own, and by a link that an administrator makes. */
export class PasswordService {
  constructor(private readonly dependencies: { users: UserRepository; backoff: SignInBackoff; clock: Clock }) {}

  /**
   * Throws FORBIDDEN unless this is the password of whoever is signed in: what a session alone may not do. An account
   * without a password has none to ask for. `sessionId` is where wrong ones are counted.
   */
  async confirm(userId: string, sessionId: string, given: string): Promise<void> {
    const user = await this.dependencies.users.find(userId);
    if (!user?.passwordHash) return;
    const takeBack = this.dependencies.backoff.tryPassword({ account: user.email, address: '', device: sessionId });
    if (!(await verifyPassword(user.passwordHash, given.slice(0, 200)))) {
      throw new DomainError('FORBIDDEN', 'That is not your present password.');
    }
    takeBack();
  }

  /** Changes one's own password and ends one's other sessions. Throws FORBIDDEN or BAD_USER_INPUT. */
  async change(userId: string, sessionId: string, current: string, next: string): Promise<void> {
    const { password: chosen } = parseInput(newPassword, { password: next });
    await this.confirm(userId, sessionId, current);
    await this.dependencies.users.setPassword(userId, await hashPassword(chosen), sessionId);
  }

  /** What stands in a link that lets somebody choose a password, once, within a day. Throws NOT_FOUND or CONFLICT. */
  async createLink(userId: string): Promise<{ token: string; expiresAt: Date; user: User }> {
    const { users, clock } = this.dependencies;
    const user = await users.find(userId);
    if (!user) throw noSuch('account');
    if (user.disabledAt) throw new DomainError('CONFLICT', 'This account is disabled. Enable it first.');
    const token = newToken('reset');
    const expiresAt = new Date(clock.now().getTime() + LINK_HOURS * 3_600_000);
    await users.createPasswordLink({ userId, tokenHash: hashToken(token), expiresAt });
    return { token, expiresAt, user };
  }

  /** Uses the link: sets the password and ends every session. Throws BAD_USER_INPUT, or FORBIDDEN for a link that is used or has run out. */
  async useLink(token: string, next: string): Promise<void> {
    const { users, clock } = this.dependencies;
    const { password: chosen } = parseInput(newPassword, { password: next });
    const tokenHash = hashToken(token);
    // Looked up before the password is hashed, which costs far more: guesses shall be cheap for us.
    const isGood =
      (await users.isPasswordLink(tokenHash, clock.now())) &&
      (await users.usePasswordLink(tokenHash, await hashPassword(chosen), clock.now()));
    if (!isGood) {
      throw new DomainError('FORBIDDEN', 'This link was used, or has run out. Ask your administrator for a new one.');
    }
  }
}

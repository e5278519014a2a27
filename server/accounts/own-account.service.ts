import type { Caller } from '../caller.js';
import { DomainError } from '../errors.js';
import type { AccountService, User } from './account.service.js';
import type { PasskeyService } from './passkey.service.js';
import type { PasswordService } from './password.service.js';
import type { Factors, Passkey } from './second-factor.repository.js';
import type { SecondFactorService } from './second-factor.service.js';
import type { Session } from './session.repository.js';
import type { SessionService } from './session.service.js';

/** Somebody who is signed in with an account. */
export type SignedIn = Pick<Caller, 'id' | 'name'> & { sessionId: string };

/** What people do with their own account. What weakens it asks for the password besides the session. */
export class OwnAccountService {
  constructor(
    private readonly dependencies: {
      accounts: AccountService;
      sessions: SessionService;
      passwords: PasswordService;
      secondFactors: SecondFactorService;
      passkeys: PasskeyService;
    },
  ) {}

  async read({ id, sessionId }: SignedIn) {
    const { accounts, sessions, secondFactors } = this.dependencies;
    const [user, factors] = await Promise.all([accounts.get(id), secondFactors.read(id)]);
    return {
      id,
      email: user.email,
      role: user.role,
      hasPassword: user.passwordHash !== null,
      hasTotp: factors.totpSealed !== null,
      recoveryCodesLeft: factors.recoveryCodesLeft,
      passkeys: factors.passkeys,
      sessionId,
      secondFactorNeeded: sessions.isSecondFactorNeeded(user.role),
    };
  }

  listSessions(id: string): Promise<Session[]> {
    return this.dependencies.sessions.list(id);
  }

  /** Ends the other sessions. Throws FORBIDDEN for a wrong password, BAD_USER_INPUT for a new one that is off. */
  changePassword({ id, sessionId }: SignedIn, password: string, next: string): Promise<void> {
    return this.dependencies.passwords.change(id, sessionId, password, next);
  }

  /** Throws NOT_FOUND, as for somebody else's. */
  endSession({ id }: SignedIn, sessionId: string): Promise<void> {
    return this.dependencies.sessions.end(sessionId, id);
  }

  endOtherSessions({ id, sessionId }: SignedIn): Promise<number> {
    return this.dependencies.sessions.endOthers(id, sessionId);
  }

  async beginTotp(caller: SignedIn, password: string) {
    await this.confirm(caller, password);
    return this.dependencies.secondFactors.beginTotp(caller.id, caller.name);
  }

  async confirmTotp({ id, sessionId }: SignedIn, token: string, code: string) {
    const recoveryCodes = await this.dependencies.secondFactors.finishTotp(id, token, code);
    await this.dependencies.sessions.noteSecondFactor(sessionId);
    return { recoveryCodes, passkey: null };
  }

  async removeTotp(caller: SignedIn, password: string): Promise<void> {
    await this.confirm(caller, password);
    await this.refuseLastFactor(caller.id, ({ passkeys }) => passkeys.length > 0);
    await this.dependencies.secondFactors.removeTotp(caller.id);
  }

  async beginPasskey(caller: SignedIn, password: string, origin: string) {
    await this.confirm(caller, password);
    return this.dependencies.passkeys.beginRegistration(caller, origin);
  }

  async addPasskey({ id, sessionId }: SignedIn, input: { token: string; name: string; answer: string }) {
    const passkey: Passkey = await this.dependencies.passkeys.finishRegistration(id, input);
    await this.dependencies.sessions.noteSecondFactor(sessionId);
    return { passkey, recoveryCodes: await this.dependencies.secondFactors.recoveryCodesIfNone(id) };
  }

  async removePasskey(caller: SignedIn, password: string, passkeyId: string): Promise<void> {
    await this.confirm(caller, password);
    await this.refuseLastFactor(
      caller.id,
      ({ passkeys, totpSealed }) => totpSealed !== null || passkeys.some(({ id }) => id !== passkeyId),
    );
    await this.dependencies.passkeys.remove(caller.id, passkeyId);
  }

  async renewRecoveryCodes(caller: SignedIn, password: string): Promise<string[]> {
    await this.confirm(caller, password);
    return this.dependencies.secondFactors.renewRecoveryCodes(caller.id);
  }

  private confirm({ id, sessionId }: SignedIn, password: string): Promise<void> {
    return this.dependencies.passwords.confirm(id, sessionId, password);
  }

  private async refuseLastFactor(id: string, isAnotherLeft: (factors: Factors) => boolean): Promise<void> {
    const { accounts, sessions, secondFactors } = this.dependencies;
    const user: User = await accounts.get(id);
    if (sessions.isSecondFactorNeeded(user.role) && !isAnotherLeft(await secondFactors.read(id))) {
      throw new DomainError('CONFLICT', 'Your role must have a second factor. Add another one first.');
    }
  }
}

import type { Clock } from '../clock.js';
import { DomainError } from '../errors.js';
import { hashToken } from '../ids.js';
import { verifyPassword } from '../password.js';
import { emailAddress } from './credentials.js';
import type { PasskeyService } from './passkey.service.js';
import type { SecondFactorService } from './second-factor.service.js';
import type { NewSession, SessionService, Visitor } from './session.service.js';
import type { SignInBackoff } from './sign-in-backoff.js';
import type { UserRepository } from './user.repository.js';
import { PendingBook } from '../storage/pending-book.js';
import type { ShortLivedRepository } from '../storage/short-lived.repository.js';

/** Time to find the phone. */
const SECOND_STEP_SECONDS = 5 * 60;
const SECOND_STEP_TRIES = 5;

/** A first step that was right: the account (null for whoever shows a passkey), and what a passkey must answer. */
interface FirstStep {
  userId: string | null;
  passkey: { challenge: string; origin: string } | null;
}

/** Signing in: by password, with a second step where the account has one, or by a passkey alone. */
export class LoginService {
  private readonly firstSteps: PendingBook<FirstStep>;

  constructor(
    private readonly dependencies: {
      users: UserRepository;
      sessions: SessionService;
      secondFactors: SecondFactorService;
      passkeys: PasskeyService;
      backoff: SignInBackoff;
      clock: Clock;
      kept: ShortLivedRepository;
    },
  ) {
    this.firstSteps = new PendingBook({
      ...dependencies,
      prefix: 'login',
      validSeconds: SECOND_STEP_SECONDS,
      tries: SECOND_STEP_TRIES,
    });
  }

  /**
   * A new session. Throws UNAUTHENTICATED with one message for a wrong address and a wrong password, after the same time;
   * TOO_MANY_ATTEMPTS; or SECOND_FACTOR_REQUIRED, whose details `complete` asks for. `origin` is where the page came from,
   * null where passkeys do not work.
   */
  async login(
    email: string,
    password: string,
    { visitor, deviceToken, origin }: { visitor: Visitor; deviceToken: string | null; origin: string | null },
  ): Promise<NewSession> {
    const { users, sessions, backoff } = this.dependencies;
    const address = emailAddress.safeParse(email);
    const user = address.success ? await users.findForSignIn(address.data) : null;
    const isKnown = user !== null && (await sessions.isKnownDevice(user.id, deviceToken));
    const takeBack = backoff.tryPassword({
      account: user?.id ?? hashToken(address.data ?? ''),
      address: visitor.address,
      device: isKnown ? deviceToken : null,
    });
    const isRight = await verifyPassword(user?.passwordHash ?? null, password.slice(0, 200));
    if (!isRight || !user || user.disabledAt) {
      throw new DomainError('UNAUTHENTICATED', 'This e-mail address and password do not belong together.');
    }
    takeBack();
    await this.refuseWithoutSecondFactor(user.id, origin);
    return sessions.start(user.id, visitor, { secondFactor: false, deviceToken });
  }

  /** What the browser needs for a sign-in by passkey alone. */
  async beginPasskey(origin: string): Promise<{ challenge: string; passkeyOptions: string }> {
    const { challenge, options } = await this.dependencies.passkeys.beginSignIn(null, origin);
    const { token } = await this.firstSteps.begin({ userId: null, passkey: { challenge, origin } });
    return { challenge: token, passkeyOptions: options };
  }

  /**
   * The second step: a code of the app, a recovery code, or what the browser answered for a passkey. Throws UNAUTHENTICATED
   * where it is wrong or too late, TOO_MANY_ATTEMPTS, BAD_USER_INPUT for neither or both.
   */
  async complete(
    challenge: string,
    given: { code: string | null; passkey: string | null },
    visitor: Visitor,
    deviceToken: string | null,
  ): Promise<NewSession> {
    if ((given.code === null) === (given.passkey === null)) {
      throw new DomainError('BAD_USER_INPUT', 'Send either a code or the answer of a passkey.');
    }
    const step = await this.firstSteps.take(challenge);
    if (!step) throw tooLate();
    const userId =
      given.passkey === null ? await this.byCode(step, given.code!) : await this.byPasskey(step, given.passkey);
    const user = userId === null ? null : await this.dependencies.users.find(userId);
    if (!user || user.disabledAt) {
      throw new DomainError('UNAUTHENTICATED', given.code === null ? 'This passkey does not fit.' : WRONG_CODE);
    }
    if (!(await this.firstSteps.end(challenge))) throw tooLate();
    return this.dependencies.sessions.start(user.id, visitor, { secondFactor: true, deviceToken });
  }

  private async byCode({ userId }: FirstStep, code: string): Promise<string | null> {
    if (userId === null) return null;
    const takeBack = this.dependencies.backoff.tryCode(userId);
    const kind = await this.dependencies.secondFactors.useCode(userId, code);
    if (!kind) return null;
    takeBack();
    return userId;
  }

  private async byPasskey({ userId, passkey }: FirstStep, answer: string): Promise<string | null> {
    if (!passkey) return null;
    const owner = await this.dependencies.passkeys.verifySignIn(answer, passkey);
    return userId === null || owner === userId ? owner : null;
  }

  private async refuseWithoutSecondFactor(userId: string, origin: string | null): Promise<void> {
    const { secondFactors, passkeys } = this.dependencies;
    const factors = await secondFactors.read(userId);
    const methods = [
      ...(factors.passkeys.length > 0 && origin ? ['PASSKEY'] : []),
      ...(factors.totpSealed ? ['TOTP'] : []),
      ...(factors.recoveryCodesLeft > 0 ? ['RECOVERY_CODE'] : []),
    ];
    if (!factors.totpSealed && factors.passkeys.length === 0) return;
    const shown = origin && factors.passkeys.length > 0 ? await passkeys.beginSignIn(factors.passkeys, origin) : null;
    const { token, expiresAt } = await this.firstSteps.begin({
      userId,
      passkey: shown && origin ? { challenge: shown.challenge, origin } : null,
    });
    throw new DomainError('SECOND_FACTOR_REQUIRED', 'The password is right. Now the second step.', {
      details: { challenge: token, expiresAt, methods, passkeyOptions: shown?.options ?? null },
    });
  }
}

const tooLate = () => new DomainError('UNAUTHENTICATED', 'This sign-in took too long. Begin again.');

const WRONG_CODE = 'This code is not right, or was used already.';

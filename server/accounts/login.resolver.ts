import { Arg, Args, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { Access } from '../caller.js';
import { callerOf, type Context } from '../graphql/context.js';
import type { AccountService } from './account.service.js';
import type { LoginService } from './login.service.js';
import { CompleteLoginArgs, LoginOptions, OidcLogin, PasskeyLogin, Session, SetUpInput } from './login.type.js';
import type { OidcService } from './oidc.service.js';
import { ownOrigin } from './own-origin.js';
import type { PasswordService } from './password.service.js';
import type { NewSession, SessionService } from './session.service.js';

/** What is open to everybody, because nobody is signed in yet. */
@Resolver()
export class LoginResolver {
  constructor(
    private readonly dependencies: {
      accounts: AccountService;
      logins: LoginService;
      sessions: SessionService;
      passwords: PasswordService;
      oidc: OidcService;
      publicUrl: string | null;
    },
  ) {}

  @Query(() => Boolean, { description: 'Open to everybody: whether the first administrator is still to be created.' })
  setUpNeeded(): Promise<boolean> {
    return this.dependencies.accounts.isSetUpNeeded();
  }

  @Query(() => LoginOptions, { description: 'Open to everybody.' })
  loginOptions(): LoginOptions {
    return { openIdConnect: this.dependencies.oidc.isSetUp };
  }

  @Mutation(() => Session, {
    description: 'Open to everybody: creates the first administrator. CONFLICT once there is one.',
  })
  async setUp(@Arg('input') input: SetUpInput, @Ctx() context: Context): Promise<NewSession> {
    await this.dependencies.accounts.setUp(input);
    return this.login(context, input.email, input.password);
  }

  @Mutation(() => Session, {
    description:
      'Open to everybody. UNAUTHENTICATED when address and password do not match; TOO_MANY_ATTEMPTS with retryAfterSeconds; SECOND_FACTOR_REQUIRED with challenge, methods, passkeyOptions and expiresAt, for completeLogin.',
  })
  login(
    @Ctx() context: Context,
    @Arg('email') email: string,
    @Arg('password') password: string,
    @Arg('deviceToken', () => String, { nullable: true }) deviceToken?: string | null,
  ): Promise<NewSession> {
    const about = { visitor: context, deviceToken: deviceToken ?? null, origin: this.originOf(context) };
    return this.dependencies.logins.login(email, password, about);
  }

  @Mutation(() => PasskeyLogin, { description: 'Open to everybody: a sign-in by a passkey alone.' })
  beginPasskeyLogin(@Ctx() context: Context): Promise<PasskeyLogin> {
    return this.dependencies.logins.beginPasskey(ownOrigin(this.dependencies.publicUrl, context.origin));
  }

  @Mutation(() => Session, {
    description:
      'Open to everybody: the second step. Send a code or a passkey. UNAUTHENTICATED where it is wrong or late.',
  })
  completeLogin(
    @Args() { challenge, code, passkey, deviceToken }: CompleteLoginArgs,
    @Ctx() context: Context,
  ): Promise<NewSession> {
    const given = { code: code ?? null, passkey: passkey ?? null };
    return this.dependencies.logins.complete(challenge, given, context, deviceToken ?? null);
  }

  @Mutation(() => OidcLogin, { description: 'Open to everybody: begins a sign-in by OpenID Connect.' })
  beginOidcLogin(@Ctx() context: Context): Promise<OidcLogin> {
    const { oidc, publicUrl } = this.dependencies;
    return oidc.begin(ownOrigin(publicUrl, context.origin));
  }

  @Mutation(() => Session, {
    description: 'Open to everybody. FORBIDDEN where there is no account for whom the provider vouches.',
  })
  completeOidcLogin(
    @Ctx() context: Context,
    @Arg('challenge') challenge: string,
    @Arg('query', { description: 'What the provider sent the browser back with: all from the "?" on.' }) query: string,
    @Arg('deviceToken', () => String, { nullable: true }) deviceToken?: string | null,
  ): Promise<NewSession> {
    return this.dependencies.oidc.complete(challenge, query, context, deviceToken ?? null);
  }

  @Mutation(() => Boolean, {
    description:
      'Open to everybody with the link that createPasswordLink made. Ends every session of the account. FORBIDDEN where it was used or has run out.',
  })
  async resetPassword(@Arg('token') token: string, @Arg('password') password: string): Promise<boolean> {
    await this.dependencies.passwords.useLink(token, password);
    return true;
  }

  @Authorized<Access>('ACCOUNT')
  @Mutation(() => Boolean, { description: 'Ends the session whose token is sent.' })
  async logout(@Ctx() context: Context): Promise<boolean> {
    const { id, sessionId } = callerOf(context);
    await this.dependencies.sessions.end(sessionId!, id);
    return true;
  }

  /** Null where passkeys do not work: a sign-in from a program has no origin. */
  private originOf(context: Context): string | null {
    try {
      return ownOrigin(this.dependencies.publicUrl, context.origin);
    } catch {
      return null;
    }
  }
}

import * as oidc from 'openid-client';
import type { UserRole } from '../caller.js';
import type { Clock } from '../clock.js';
import { DomainError } from '../errors.js';
import type { AccountService } from './account.service.js';
import { emailAddress } from './credentials.js';
import type { NewSession, SessionService, Visitor } from './session.service.js';
import type { UserRepository } from './user.repository.js';
import { PendingBook } from '../storage/pending-book.js';
import type { ShortLivedRepository } from '../storage/short-lived.repository.js';

const TIMEOUT_SECONDS = 10;
/** Time to sign in over there. */
const SIGN_IN_SECONDS = 10 * 60;
/** The page that the provider sends browsers back to. */
const CALLBACK_PATH = '/login/oidc';

export interface OidcSettings {
  issuer: URL;
  clientId: string;
  clientSecret: string;
  /** What people without an account become; null where they get none. */
  newRole: UserRole | null;
}

interface Begun {
  codeVerifier: string;
  state: string;
  nonce: string;
  origin: string;
}

/**
 * Sign-in by OpenID Connect: authorization code flow with PKCE, state and nonce. The page keeps `challenge` where other
 * windows do not see it, so that only the browser that began can finish. A second factor is the provider's concern.
 */
export class OidcService {
  private readonly begun: PendingBook<Begun>;
  private provider: Promise<oidc.Configuration> | null = null;

  constructor(
    private readonly dependencies: {
      settings: OidcSettings | null;
      users: UserRepository;
      accounts: AccountService;
      sessions: SessionService;
      clock: Clock;
      kept: ShortLivedRepository;
    },
  ) {
    this.begun = new PendingBook({ ...dependencies, prefix: 'oidc', validSeconds: SIGN_IN_SECONDS });
  }

  get isSetUp(): boolean {
    return this.dependencies.settings !== null;
  }

  /** Where to send the browser. Throws NOT_FOUND where this is not set up, TIMEOUT where the provider does not answer. */
  async begin(origin: string): Promise<{ challenge: string; url: string }> {
    const provider = await this.discover();
    const codeVerifier = oidc.randomPKCECodeVerifier();
    const [state, nonce] = [oidc.randomState(), oidc.randomNonce()];
    const url = oidc.buildAuthorizationUrl(provider, {
      redirect_uri: `${origin}${CALLBACK_PATH}`,
      scope: 'openid email',
      state,
      nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(codeVerifier),
      code_challenge_method: 'S256',
    });
    return { challenge: (await this.begun.begin({ codeVerifier, state, nonce, origin })).token, url: url.href };
  }

  /**
   * A session for whom the provider vouches. `query` is what it sent the browser back with. Throws UNAUTHENTICATED where
   * that does not fit what was begun, FORBIDDEN where there is no account for them.
   */
  async complete(challenge: string, query: string, visitor: Visitor, deviceToken: string | null): Promise<NewSession> {
    const provider = await this.discover();
    const begun = await this.begun.take(challenge);
    if (!begun) throw new DomainError('UNAUTHENTICATED', 'This sign-in took too long. Begin again.');
    const url = new URL(`${begun.origin}${CALLBACK_PATH}`);
    url.search = query;
    const tokens = await oidc
      .authorizationCodeGrant(provider, url, {
        pkceCodeVerifier: begun.codeVerifier,
        expectedState: begun.state,
        expectedNonce: begun.nonce,
        idTokenExpected: true,
      })
      .catch((cause: unknown) => {
        throw new DomainError('UNAUTHENTICATED', 'The sign-in there did not succeed. Begin again.', { cause });
      });
    const claims = tokens.claims()!;
    const userId = await this.accountOf(claims, await this.verifiedEmail(provider, tokens, claims));
    return this.dependencies.sessions.start(userId, visitor, { secondFactor: true, deviceToken });
  }

  /** By the subject once it is bound; the first time by the address, which the provider must have verified. */
  private async accountOf({ iss, sub }: oidc.IDToken, email: string | null): Promise<string> {
    const { users, accounts, settings } = this.dependencies;
    const subject = `${iss} ${sub}`;
    const known = await users.findByOidcSubject(subject);
    if (known && !known.disabledAt) return known.id;
    if (known || email === null) throw noAccount();
    const sameAddress = await users.findForSignIn(email);
    if (!sameAddress && settings?.newRole) {
      const made = await accounts.createVouchedUser(email, subject, settings.newRole);
      if (made) return made.id;
    }
    if (!sameAddress || sameAddress.disabledAt) throw noAccount();
    // Bound to somebody else over there: an address that changed hands must not hand over the account.
    if (!(await users.bindOidcSubject(sameAddress.id, subject))) throw noAccount();
    return sameAddress.id;
  }

  /** The address in the id token, or, where providers keep it out of that, from the userinfo endpoint. */
  private async verifiedEmail(
    provider: oidc.Configuration,
    tokens: { access_token: string },
    claims: oidc.IDToken,
  ): Promise<string | null> {
    const told =
      claims.email === undefined
        ? await oidc.fetchUserInfo(provider, tokens.access_token, claims.sub).catch(() => claims)
        : claims;
    const email = emailAddress.safeParse(told.email);
    return told.email_verified === true && email.success ? email.data : null;
  }

  private async discover(): Promise<oidc.Configuration> {
    const { settings } = this.dependencies;
    if (!settings) throw new DomainError('NOT_FOUND', 'Sign-in by OpenID Connect is not set up.');
    const { issuer, clientId, clientSecret } = settings;
    // Plain HTTP only to this very machine.
    const execute = issuer.protocol === 'http:' && issuer.hostname === 'localhost' ? [oidc.allowInsecureRequests] : [];
    this.provider ??= oidc.discovery(issuer, clientId, clientSecret, undefined, { execute, timeout: TIMEOUT_SECONDS });
    try {
      return await this.provider;
    } catch (cause) {
      this.provider = null;
      throw new DomainError('TIMEOUT', 'The sign-in provider does not answer. Try again later.', { cause });
    }
  }
}

const noAccount = () =>
  new DomainError(
    'FORBIDDEN',
    'There is no account here for you. Ask your administrator to make one with your address.',
  );

import { AccountService } from '../accounts/account.service.js';
import { ApiKeyRepository } from '../accounts/api-key.repository.js';
import { API_KEY_PREFIX, ApiKeyService } from '../accounts/api-key.service.js';
import { LoginService } from '../accounts/login.service.js';
import { OidcService } from '../accounts/oidc.service.js';
import { OwnAccountService } from '../accounts/own-account.service.js';
import { PasskeyService } from '../accounts/passkey.service.js';
import { PasswordService } from '../accounts/password.service.js';
import { SecondFactorRepository } from '../accounts/second-factor.repository.js';
import { SecondFactorService } from '../accounts/second-factor.service.js';
import { SessionRepository } from '../accounts/session.repository.js';
import { SESSION_TOKEN_PREFIX, SessionService } from '../accounts/session.service.js';
import { SignInBackoff } from '../accounts/sign-in-backoff.js';
import type { Caller } from '../caller.js';
import { HeartbeatService } from '../kiosks/heartbeat.service.js';
import { KIOSK_TOKEN_PREFIX, KioskAuthentication } from '../kiosks/kiosk-authentication.js';
import { KioskService } from '../kiosks/kiosk.service.js';
import { PairingService } from '../kiosks/pairing.service.js';
import { DerivedSeal } from '../storage/derived-seal.js';
import type { Foundation } from './foundation.js';

export type Accounts = Awaited<ReturnType<typeof wireAccounts>>;

/** Who may call: people, keys and kiosks. */
export async function wireAccounts({ config, clock, database, rows, keyring, kept }: Foundation) {
  const { users } = rows;
  const accounts = new AccountService({ users, clock });
  const sessions = new SessionService({
    sessions: new SessionRepository(database),
    clock,
    sessionHours: config.sessionHours,
    secondFactorFor: config.requireSecondFactor,
  });
  const factors = new SecondFactorRepository(database);
  const secondFactors = new SecondFactorService({ factors, secrets: new DerivedSeal(keyring, 'totp'), kept, clock });
  const passkeys = new PasskeyService({ factors, kept, clock });
  const backoff = new SignInBackoff({ clock });
  const passwords = new PasswordService({ users, backoff, clock });
  const logins = new LoginService({ users, sessions, secondFactors, passkeys, backoff, kept, clock });
  const oidc = new OidcService({ settings: config.oidc, users, accounts, sessions, kept, clock });
  const own = new OwnAccountService({ accounts, sessions, passwords, secondFactors, passkeys });
  const apiKeys = new ApiKeyService({ keys: new ApiKeyRepository(database), clock });
  const kiosks = new KioskService({ kiosks: rows.kiosks, clock });
  const heartbeats = new HeartbeatService({ kiosks: rows.kiosks, clock });
  const pairings = new PairingService({ kiosks: rows.kiosks, clock });
  const kioskCallers = new KioskAuthentication({ kiosks: rows.kiosks, clock });
  if (config.admin) await accounts.createFirstAdministrator(config.admin);

  const authenticators: Partial<Record<string, (token: string) => Promise<Caller | null>>> = {
    [SESSION_TOKEN_PREFIX]: (token) => sessions.authenticate(token),
    [API_KEY_PREFIX]: (token) => apiKeys.authenticate(token),
    [KIOSK_TOKEN_PREFIX]: (token) => kioskCallers.byToken(token),
  };
  return {
    accounts,
    sessions,
    passwords,
    secondFactors,
    logins,
    oidc,
    own,
    apiKeys,
    kiosks,
    heartbeats,
    pairings,
    kioskCallers,
    /** Whose token it is; null where it is nobody's or no longer good. */
    authenticate: async (token: string) => (await authenticators[token.split('_')[0]!]?.(token)) ?? null,
  };
}

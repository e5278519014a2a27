import type { Access, Caller } from '../caller.js';
import { DomainError } from '../errors.js';

/**
 * Throws unless the caller may use a field. An ADMIN may use all of them, an AUDITOR whatever reads: every field but
 * mutations that an ADMIN or a MANAGER may use.
 */
export function authorize(caller: Caller | null, allowed: readonly Access[], isMutation: boolean): void {
  if (!caller) throw unauthenticated();
  const isOwnAccount = caller.sessionId !== null && allowed.includes('ACCOUNT');
  if (isOwnAccount) return;
  if (caller.mustAddSecondFactor) {
    throw new DomainError('FORBIDDEN', 'Add a second factor to your account first: a passkey, or codes of an app.');
  }
  if (!isAllowed(caller, allowed, isMutation)) {
    throw new DomainError('FORBIDDEN', `This needs ${allowed.filter((each) => each !== 'ACCOUNT').join(' or ')}.`);
  }
}

function isAllowed({ role, keyScopes }: Caller, allowed: readonly Access[], isMutation: boolean): boolean {
  switch (role) {
    case 'ADMIN':
      return allowed.some((each) => each !== 'ACCOUNT');
    case 'AUDITOR':
      return !isMutation && (allowed.includes('MANAGER') || allowed.includes('ADMIN'));
    case 'INTEGRATOR':
      return allowed.some((each) => each === role || keyScopes.some((scope) => scope === each));
    default:
      return allowed.includes(role);
  }
}

export const unauthenticated = (): DomainError =>
  new DomainError('UNAUTHENTICATED', 'Sign in first: send a valid token as "Authorization: Bearer …".');

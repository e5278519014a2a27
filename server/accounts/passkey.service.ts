import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { z } from 'zod';
import type { Clock } from '../clock.js';
import { DomainError } from '../errors.js';
import { noSuch } from '../row-errors.js';
import { parseInput } from '../validate.js';
import type { Passkey, SecondFactorRepository } from './second-factor.repository.js';
import { PendingBook } from '../storage/pending-book.js';
import type { ShortLivedRepository } from '../storage/short-lived.repository.js';

/** Loaded when somebody uses a passkey: more than a tenth of the files that a start would load. */
const webauthn = () => import('@simplewebauthn/server');

const MOST_PASSKEYS = 10;
const SECONDS = 5 * 60;

const passkeyName = z.object({
  name: z.string().trim().min(1, 'must not be empty').max(60, 'must have at most 60 characters'),
});
/** As the browser's answer is sent: JSON of less than 20 kB. What is in it, the library looks at. */
const browserAnswer = z
  .string()
  .max(20_000, 'must have at most 20,000 characters')
  .transform((text, context) => {
    try {
      return z.looseObject({ id: z.string().max(2000), response: z.looseObject({}) }).parse(JSON.parse(text));
    } catch {
      context.addIssue({ code: 'custom', message: "must be the browser's answer as JSON" });
      return z.NEVER;
    }
  });

/** Passkeys (WebAuthn): kept by a device, shown with a finger, a face or its PIN. */
export class PasskeyService {
  private readonly registrations: PendingBook<{ userId: string; challenge: string; origin: string }>;

  constructor(
    private readonly dependencies: { factors: SecondFactorRepository; clock: Clock; kept: ShortLivedRepository },
  ) {
    this.registrations = new PendingBook({ ...dependencies, prefix: 'passkey', validSeconds: SECONDS });
  }

  /** What the browser needs to make a passkey, as JSON. Throws CONFLICT where there are as many as there may be. */
  async beginRegistration(
    user: { id: string; name: string },
    origin: string,
  ): Promise<{ token: string; options: string }> {
    const { passkeys } = await this.dependencies.factors.read(user.id);
    if (passkeys.length >= MOST_PASSKEYS) {
      throw new DomainError('CONFLICT', `There are ${MOST_PASSKEYS} passkeys already. Remove one first.`);
    }
    const { generateRegistrationOptions } = await webauthn();
    const options = await generateRegistrationOptions({
      rpName: 'Rollcall',
      rpID: new URL(origin).hostname,
      userName: user.name,
      userID: new Uint8Array(Buffer.from(user.id)),
      excludeCredentials: passkeys.map(credentialOf),
      authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
    });
    const { token } = await this.registrations.begin({ userId: user.id, challenge: options.challenge, origin });
    return { token, options: JSON.stringify(options) };
  }

  /** Keeps the passkey that the browser made. Throws BAD_USER_INPUT, or CONFLICT when it took too long or is known. */
  async finishRegistration(userId: string, input: { token: string; name: string; answer: string }): Promise<Passkey> {
    const { factors, clock } = this.dependencies;
    const { name } = parseInput(passkeyName, input);
    const response = parseInput(browserAnswer, input.answer) as unknown as RegistrationResponseJSON;
    const begun = await this.registrations.take(input.token);
    if (begun?.userId !== userId) throw new DomainError('CONFLICT', 'This took too long. Begin again.');
    const { verifyRegistrationResponse } = await webauthn();
    const credential = await verifyRegistrationResponse({
      response,
      expectedChallenge: begun.challenge,
      expectedOrigin: begun.origin,
      expectedRPID: new URL(begun.origin).hostname,
      requireUserVerification: true,
    }).then(
      ({ registrationInfo }) => registrationInfo?.credential ?? null,
      () => null,
    );
    if (!credential) throw new DomainError('BAD_USER_INPUT', 'The passkey could not be checked. Try again.');
    const passkey = {
      id: credential.id,
      userId,
      publicKey: new Uint8Array(credential.publicKey),
      counter: credential.counter,
      transports: (credential.transports ?? []).join(' ').slice(0, 100),
      name,
      createdAt: clock.now(),
      lastUsedAt: null,
    };
    if (!(await factors.addPasskey(passkey))) throw new DomainError('CONFLICT', 'This passkey is known already.');
    return passkey;
  }

  /** What the browser needs to show one of these passkeys, or (null) any that it keeps for us. */
  async beginSignIn(
    passkeys: readonly Passkey[] | null,
    origin: string,
  ): Promise<{ challenge: string; options: string }> {
    const { generateAuthenticationOptions } = await webauthn();
    const options = await generateAuthenticationOptions({
      rpID: new URL(origin).hostname,
      allowCredentials: (passkeys ?? []).map(credentialOf),
      userVerification: 'required',
    });
    return { challenge: options.challenge, options: JSON.stringify(options) };
  }

  /** Whose passkey the browser showed; null where it proves nothing. Throws BAD_USER_INPUT for what is no answer at all. */
  async verifySignIn(answer: string, expected: { challenge: string; origin: string }): Promise<string | null> {
    const { factors, clock } = this.dependencies;
    const response = parseInput(browserAnswer, answer) as unknown as AuthenticationResponseJSON;
    const passkey = await factors.findPasskey(response.id);
    if (!passkey) return null;
    const { verifyAuthenticationResponse } = await webauthn();
    const verified = await verifyAuthenticationResponse({
      response,
      expectedChallenge: expected.challenge,
      expectedOrigin: expected.origin,
      expectedRPID: new URL(expected.origin).hostname,
      credential: { id: passkey.id, publicKey: new Uint8Array(passkey.publicKey), counter: passkey.counter },
      requireUserVerification: true,
    }).catch(() => null);
    if (!verified?.verified) return null;
    await factors.markPasskeyUsed(passkey.id, verified.authenticationInfo.newCounter, clock.now());
    return passkey.userId;
  }

  /** Throws NOT_FOUND. */
  async remove(userId: string, id: string): Promise<void> {
    if (!(await this.dependencies.factors.removePasskey(userId, id))) throw noSuch('passkey');
  }
}

const credentialOf = ({ id, transports }: Passkey) => ({ id, transports: transports.split(' ').filter(Boolean) });

import {
  browserSupportsWebAuthn,
  startAuthentication,
  startRegistration,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';

/** Passkeys work on secure pages only. */
export const hasPasskeys = (): boolean => browserSupportsWebAuthn();

/** Makes a passkey; options and answer are JSON. Null where the person let it be. */
export const createPasskey = (options: string): Promise<string | null> =>
  asked(async () => startRegistration({ optionsJSON: JSON.parse(options) as PublicKeyCredentialCreationOptionsJSON }));

/** Shows a passkey; options and answer are JSON. Null where the person let it be. */
export const showPasskey = (options: string): Promise<string | null> =>
  asked(async () => startAuthentication({ optionsJSON: JSON.parse(options) as PublicKeyCredentialRequestOptionsJSON }));

/** Browsers do not tell "no" from "none here": NotAllowedError is both. */
async function asked(ask: () => Promise<object>): Promise<string | null> {
  try {
    return JSON.stringify(await ask());
  } catch (error) {
    if (error instanceof Error && ['NotAllowedError', 'AbortError'].includes(error.name)) return null;
    if (error instanceof Error && error.name === 'InvalidStateError') {
      throw new Error('This device has a passkey for this account already.', { cause: error });
    }
    throw error;
  }
}

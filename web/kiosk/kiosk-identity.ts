import { exportJWK, SignJWT } from 'jose';
import { kioskDatabase, type KioskIdentity } from './kiosk-database';
import { clock } from '../lib/clock';

/** Keys of a device that is not a kiosk yet, with a proof that it holds them. */
export interface NewKeys {
  signingKey: CryptoKey;
  sealingKey: CryptoKey;
  proof: string;
}

/** Makes keys that cannot be read out, and signs the code with them. */
export async function makeKeys(code: string, origin: string): Promise<NewKeys> {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);
  const sealingKey = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  const proof = await new SignJWT({ code, origin })
    .setProtectedHeader({ alg: 'ES256', typ: 'kiosk-pairing+jwt', jwk: await exportJWK(pair.publicKey) })
    .sign(pair.privateKey);
  return { signingKey: pair.privateKey, sealingKey, proof };
}

/** Null where this device is no kiosk, or the browser keeps nothing. */
export async function readIdentity(): Promise<KioskIdentity | null> {
  try {
    return (await (await kioskDatabase()).get('identity', 'kiosk')) ?? null;
  } catch {
    return null;
  }
}

export async function saveIdentity(identity: KioskIdentity): Promise<void> {
  const database = await kioskDatabase();
  await database.clear('punches');
  await database.put('identity', identity, 'kiosk');
  // Else a browser that runs out of space may throw the key away.
  await globalThis.navigator?.storage?.persist?.().catch(() => false);
}

/** Nothing of the kiosk stays: neither its keys nor the punches that they sealed. */
export async function forgetIdentity(): Promise<void> {
  const database = await kioskDatabase();
  await Promise.all([database.clear('identity'), database.clear('punches')]);
}

/** Signs one request with the next number; all tabs of the browser count together. Null when the device is no kiosk any more. */
export async function signRequest(contentDigest: string, path: string): Promise<string | null> {
  const identity = await change((kiosk) => ({ ...kiosk, number: kiosk.number + 1 }));
  if (!identity) return null;
  const { kioskId, origin, signingKey, number, clockAheadMs } = identity;
  const iat = (clock.now().getTime() - clockAheadMs) / 1000;
  return new SignJWT({ iss: kioskId, htm: 'POST', htu: `${origin}${path}`, iat, num: number, dig: contentDigest })
    .setProtectedHeader({ alg: 'ES256', typ: 'kiosk-proof+jwt' })
    .sign(signingKey);
}

/** By less the clock of this device need not be put right. */
const CLOCK_TOLERANCE_MS = 5_000;

/** Notes what the server's clock shows. */
export async function noteServerTime(serverMs: number): Promise<void> {
  const clockAheadMs = clock.now().getTime() - serverMs;
  await change((kiosk) =>
    Math.abs(kiosk.clockAheadMs - clockAheadMs) > CLOCK_TOLERANCE_MS ? { ...kiosk, clockAheadMs } : kiosk,
  );
}

async function change(next: (identity: KioskIdentity) => KioskIdentity): Promise<KioskIdentity | null> {
  const transaction = (await kioskDatabase()).transaction('identity', 'readwrite');
  const before = await transaction.store.get('kiosk');
  const after = before ? next(before) : null;
  if (after && after !== before) await transaction.store.put(after, 'kiosk');
  await transaction.done;
  return after;
}

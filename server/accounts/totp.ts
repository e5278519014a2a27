import { Secret, TOTP } from 'otpauth';

/** RFC 6238 as every authenticator app has it: SHA-1, six digits, 30 seconds. */
const PARAMETERS = { issuer: 'Rollcall', algorithm: 'SHA1', digits: 6, period: 30 } as const;
/** Steps that a phone's clock may be off, each way. */
const WINDOW = 1;

const totpOf = (secret: string, label: string): TOTP =>
  new TOTP({ ...PARAMETERS, label, secret: Secret.fromBase32(secret) });

/** 160 random bits in base32 (RFC 4226 asks for as many), and the otpauth: address that a QR code holds. */
export function newTotp(label: string): { secret: string; uri: string } {
  const secret = new Secret({ size: 20 }).base32;
  return { secret, uri: totpOf(secret, label).toString() };
}

/** The time step that a code belongs to; null where it is wrong, or of a step that was used already. */
export function stepOfCode(secret: string, code: string, now: Date, lastStep: number | null): number | null {
  const timestamp = now.getTime();
  const delta = totpOf(secret, '').validate({ token: code, timestamp, window: WINDOW });
  if (delta === null) return null;
  const step = Math.floor(timestamp / 1000 / PARAMETERS.period) + delta;
  return lastStep !== null && step <= lastStep ? null : step;
}

import { EmbeddedJWK, importJWK, jwtVerify, decodeJwt, errors, type JWK, type JWTPayload } from 'jose';
import { z } from 'zod';
import { DomainError } from '../errors.js';

/** The `typ` of both kinds of proof, so that neither is taken for the other or for a token of another program. */
const REQUEST_TYPE = 'kiosk-proof+jwt';
const PAIRING_TYPE = 'kiosk-pairing+jwt';

const origin = z
  .string()
  .max(300)
  .regex(/^https?:\/\/[^/\s]+$/);

const requestClaims = z.object({
  iss: z.string().max(100),
  /** Method and address of the request. */
  htm: z.enum(['GET', 'POST']),
  htu: z.string().max(400),
  /** Seconds since 1970, by the server's clock as far as the kiosk knows it. */
  iat: z.number(),
  num: z
    .int()
    .min(1)
    .max(2 ** 31 - 1),
  /** The Content-Digest (RFC 9530) of the body; of a WebSocket there is none. */
  dig: z.string().max(200).nullable(),
});
export type RequestClaims = z.output<typeof requestClaims>;

const pairingClaims = z.object({ code: z.string().max(40), origin });
export type PairingClaims = z.output<typeof pairingClaims> & { publicKey: JWK };

/** Which kiosk a proof says it is from, unchecked; null where it is no proof. */
export function issuerOf(proof: string): string | null {
  try {
    return decodeJwt(proof).iss ?? null;
  } catch {
    return null;
  }
}

/** What the holder of the key signed about one request. Throws PROOF_REFUSED where anything is wrong with it. */
export async function readRequestProof(proof: string, publicKey: JWK): Promise<RequestClaims> {
  return read(requestClaims, async () => {
    const key = await importJWK(publicKey, 'ES256');
    return (await jwtVerify(proof, key, { algorithms: ['ES256'], typ: REQUEST_TYPE })).payload;
  });
}

/** What a device signed with the key that it brings along. Throws PROOF_REFUSED where anything is wrong with it. */
export async function readPairingProof(proof: string): Promise<PairingClaims> {
  let publicKey: JWK | undefined;
  const claims = await read(pairingClaims, async () => {
    const { payload, protectedHeader } = await jwtVerify(proof, EmbeddedJWK, {
      algorithms: ['ES256'],
      typ: PAIRING_TYPE,
    });
    publicKey = protectedHeader.jwk;
    return payload;
  });
  const { kty, crv, x, y } = publicKey!;
  return { ...claims, publicKey: { kty, crv, x, y } };
}

async function read<T extends z.ZodType>(claims: T, verify: () => Promise<JWTPayload>): Promise<z.output<T>> {
  try {
    const parsed = claims.safeParse(await verify());
    if (parsed.success) return parsed.data;
  } catch (error) {
    if (!(error instanceof errors.JOSEError) && !(error instanceof TypeError)) throw error;
  }
  throw new DomainError('PROOF_REFUSED', 'The signature of this kiosk does not hold.');
}

import type { JWK } from 'jose';
import type { Caller } from '../caller.js';
import type { Clock } from '../clock.js';
import { DomainError } from '../errors.js';
import { hashToken } from '../ids.js';
import { EVERYBODY } from '../scope.js';
import type { Kiosk, KioskRepository } from './kiosk.repository.js';
import { issuerOf, readRequestProof } from './proof.js';

export const KIOSK_TOKEN_PREFIX = 'rk';

/** How stale `lastSeenAt` may become before a request with a token writes it anew. */
const SEEN_EVERY_MS = 60_000;
/** How old, or ahead of time, a signed request may be. */
export const PROOF_WITHIN_MS = 5 * 60_000;

/** A request as it came in, to be held against what was signed. */
export interface SignedRequest {
  method: string;
  path: string;
  /** The Content-Digest (RFC 9530) as sent, held against the body before anything is done with that. */
  contentDigest: string | null;
  /** What the browser says of the page that asks; empty where it is none. */
  origin: string;
}

/** Which kiosk a request comes from. */
export class KioskAuthentication {
  constructor(private readonly dependencies: { kiosks: KioskRepository; clock: Clock }) {}

  /** The kiosk that a token belongs to; null when it is unknown or revoked. */
  async byToken(token: string): Promise<Caller | null> {
    const { kiosks, clock } = this.dependencies;
    const kiosk = await kiosks.findByTokenHash(hashToken(token));
    if (!kiosk || kiosk.revokedAt) return null;
    const now = clock.now();
    if (now.getTime() - (kiosk.lastSeenAt?.getTime() ?? 0) > SEEN_EVERY_MS) await kiosks.markSeen(kiosk.id, now);
    return callerFor(kiosk);
  }

  /**
   * The kiosk that signed this request, whose number is used up thereby; null when there is none or it is revoked.
   * Throws PROOF_REFUSED where the proof is forged, or for another request, page or time, or was used before: signing
   * the request anew helps an honest kiosk.
   */
  async byProof(proof: string, request: SignedRequest): Promise<Caller | null> {
    const { kiosks, clock } = this.dependencies;
    const issuer = issuerOf(proof);
    const kiosk = issuer && (await kiosks.find(issuer));
    if (!kiosk || kiosk.revokedAt || !kiosk.publicKey || !kiosk.origin) return null;

    const claims = await readRequestProof(proof, kiosk.publicKey as JWK);
    const isForThis =
      claims.htm === request.method &&
      claims.htu === `${kiosk.origin}${request.path}` &&
      claims.dig === request.contentDigest &&
      (request.origin === '' || request.origin === kiosk.origin);
    if (!isForThis) throw refused('The signature of this kiosk is for another request.');

    const now = clock.now();
    if (Math.abs(now.getTime() - claims.iat * 1000) > PROOF_WITHIN_MS) {
      throw refused('The signature of this kiosk is of another time.');
    }
    if (!(await kiosks.useNumber(kiosk.id, claims.num, now))) {
      throw refused('The signature of this kiosk was used before.');
    }
    return callerFor(kiosk);
  }

  /** A kiosk that was let in before, as it is now; null when it is revoked. */
  async byId(id: string): Promise<Caller | null> {
    const kiosk = await this.dependencies.kiosks.find(id);
    return kiosk && !kiosk.revokedAt ? callerFor(kiosk) : null;
  }
}

const refused = (words: string) => new DomainError('PROOF_REFUSED', words);

function callerFor(kiosk: Kiosk): Caller {
  const { id, name, mayEnrol, liveness, identification, onlyOwnSite, siteId, clockOffsetMs } = kiosk;
  return {
    id,
    role: 'KIOSK',
    name,
    source: `kiosk:${id}`,
    // Whoever stands before it; it lists nobody.
    scope: EVERYBODY,
    keyScopes: [],
    sessionId: null,
    mustAddSecondFactor: false,
    mayEnrol,
    liveness,
    expiresAt: null,
    kiosk: { identification, onlySiteId: onlyOwnSite ? siteId : null, clockOffsetMs },
  };
}

import { z } from 'zod';
import type { Caller } from '../caller.js';
import type { Clock } from '../clock.js';
import { DomainError } from '../errors.js';
import { hashToken, newId, newToken } from '../ids.js';
import { livenessLevels, type LivenessLevel } from '../liveness-level.js';
import { readPage, type Page, type PageRequest } from '../paging.js';
import { EVERYBODY } from '../scope.js';
import { parseInput } from '../validate.js';
import type { Kiosk, KioskRepository } from './kiosk.repository.js';

export const KIOSK_TOKEN_PREFIX = 'rk';

/** How stale `lastSeenAt` may become before a request writes it anew. */
const SEEN_EVERY_MS = 60_000;

const newKiosk = z.object({
  name: z.string().trim().min(1, 'must not be empty').max(100, 'must have at most 100 characters'),
  mayEnrol: z.boolean(),
  liveness: z.enum(livenessLevels),
});
export type NewKioskInput = z.input<typeof newKiosk>;
const kioskKey = z.tuple([z.string()]);

export class KioskService {
  constructor(private readonly dependencies: { kiosks: KioskRepository; clock: Clock }) {}

  /** A new kiosk and its token, which is shown this once. Throws BAD_USER_INPUT. */
  async create(input: NewKioskInput): Promise<{ kiosk: Kiosk; token: string }> {
    const details = parseInput(newKiosk, input);
    const { kiosks, clock } = this.dependencies;
    const token = newToken(KIOSK_TOKEN_PREFIX);
    const kiosk = { id: newId(), ...details, tokenHash: hashToken(token), createdAt: clock.now() };
    return { kiosk: await kiosks.create(kiosk), token };
  }

  /** Makes a kiosk's token worthless from now on. Throws NOT_FOUND. */
  async revoke(id: string): Promise<Kiosk> {
    const { kiosks, clock } = this.dependencies;
    const revoked = await kiosks.revoke(id, clock.now());
    if (!revoked) throw new DomainError('NOT_FOUND', 'There is no kiosk with this id.');
    return revoked;
  }

  /** What this kiosk asks for besides a face, from the next photo on. Throws NOT_FOUND. */
  async setLiveness(id: string, liveness: LivenessLevel): Promise<Kiosk> {
    const changed = await this.dependencies.kiosks.update(id, { liveness });
    if (!changed) throw new DomainError('NOT_FOUND', 'There is no kiosk with this id.');
    return changed;
  }

  list(request: PageRequest): Promise<Page<Kiosk>> {
    const { kiosks } = this.dependencies;
    const keyOf = (kiosk: Kiosk): [string] => [kiosk.id];
    return readPage(request, kioskKey, keyOf, (take, after) => kiosks.list(take, after?.[0] ?? null));
  }

  /** The kiosk that a token belongs to; null when it is unknown or revoked. */
  async authenticate(token: string): Promise<Caller | null> {
    const { kiosks, clock } = this.dependencies;
    const kiosk = await kiosks.findByTokenHash(hashToken(token));
    if (!kiosk || kiosk.revokedAt) return null;
    const now = clock.now();
    if (now.getTime() - (kiosk.lastSeenAt?.getTime() ?? 0) > SEEN_EVERY_MS) await kiosks.markSeen(kiosk.id, now);
    const { id, name, mayEnrol, liveness } = kiosk;
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
    };
  }
}

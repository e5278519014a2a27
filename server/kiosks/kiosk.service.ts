import { z } from 'zod';
import type { Clock } from '../clock.js';
import { hashToken, newId, newToken } from '../ids.js';
import { identifications } from '../identification.js';
import { livenessLevels } from '../liveness-level.js';
import { readPage, type Page, type PageRequest } from '../paging.js';
import { noSuch } from '../row-errors.js';
import { parseInput } from '../validate.js';
import { KIOSK_TOKEN_PREFIX } from './kiosk-authentication.js';
import type { Kiosk, KioskRepository } from './kiosk.repository.js';
import { newPairingCode } from './pairing-code.js';

export const PAIRING_CODE_MINUTES = 10;

const settings = z.object({
  name: z.string().trim().min(1, 'must not be empty').max(100, 'must have at most 100 characters'),
  onlyOwnSite: z.boolean(),
  identification: z.enum(identifications),
  mayEnrol: z.boolean(),
  liveness: z.enum(livenessLevels),
});
const newKiosk = settings.extend({ siteId: z.string().max(100).nullish(), withToken: z.boolean() });
export type NewKioskInput = z.input<typeof newKiosk>;
const changes = settings.partial();
const kioskKey = z.tuple([z.string()]);

/** A code that a device enters to become this kiosk. */
export interface PairingCode {
  code: string;
  expiresAt: Date;
}

/** What administrators do with kiosks. */
export class KioskService {
  constructor(private readonly dependencies: { kiosks: KioskRepository; clock: Clock }) {}

  /**
   * A new kiosk with the code for its device, or, for one that signs nothing, with its token. Either is shown this once.
   * Throws BAD_USER_INPUT, and NOT_FOUND where there is no such site.
   */
  async create(input: NewKioskInput): Promise<{ kiosk: Kiosk; token: string | null; pairing: PairingCode | null }> {
    const { withToken, siteId = null, ...details } = parseInput(newKiosk, input);
    const token = withToken ? newToken(KIOSK_TOKEN_PREFIX) : null;
    const pairing = withToken ? null : this.newPairing();
    const kiosk = await this.dependencies.kiosks.create({
      id: newId(),
      ...details,
      siteId,
      tokenHash: token && hashToken(token),
      ...rowOf(pairing),
      createdAt: this.dependencies.clock.now(),
    });
    return { kiosk, token, pairing };
  }

  /** Changes what is given, from the next request on. Throws BAD_USER_INPUT or NOT_FOUND. */
  async update(id: string, input: unknown): Promise<Kiosk> {
    const given = Object.entries(parseInput(changes, input)).filter(([, value]) => value !== undefined);
    return found(await this.dependencies.kiosks.update(id, Object.fromEntries(given)));
  }

  /**
   * Another code, for the first device that was late or for one that replaces it: the key of the old one works until
   * the code is used. A token works no more. Throws NOT_FOUND.
   */
  async renewPairing(id: string): Promise<{ kiosk: Kiosk; token: null; pairing: PairingCode }> {
    const pairing = this.newPairing();
    const kiosk = await this.dependencies.kiosks.update(id, { ...rowOf(pairing), tokenHash: null });
    return { kiosk: found(kiosk), token: null, pairing };
  }

  /** Lets a kiosk in no more from now on. Throws NOT_FOUND. */
  async revoke(id: string): Promise<Kiosk> {
    const { kiosks, clock } = this.dependencies;
    return found(await kiosks.revoke(id, clock.now()));
  }

  /** Throws NOT_FOUND. */
  async get(id: string): Promise<Kiosk> {
    return found(await this.dependencies.kiosks.find(id));
  }

  list(request: PageRequest): Promise<Page<Kiosk>> {
    const { kiosks } = this.dependencies;
    const keyOf = (kiosk: Kiosk): [string] => [kiosk.id];
    return readPage(request, kioskKey, keyOf, (take, after) => kiosks.list(take, after?.[0] ?? null));
  }

  private newPairing(): PairingCode {
    const now = this.dependencies.clock.now().getTime();
    return { code: newPairingCode(), expiresAt: new Date(now + PAIRING_CODE_MINUTES * 60_000) };
  }
}

const rowOf = (pairing: PairingCode | null) => ({
  pairingCodeHash: pairing && hashToken(pairing.code),
  pairingExpiresAt: pairing?.expiresAt ?? null,
});

function found(kiosk: Kiosk | null): Kiosk {
  if (!kiosk) throw noSuch('kiosk');
  return kiosk;
}

import type { Clock } from '../clock.js';
import { hashToken } from '../ids.js';
import type { Kiosk, KioskRepository } from './kiosk.repository.js';
import { asPairingCode } from './pairing-code.js';
import { readPairingProof } from './proof.js';

/** So many wrong codes from everybody together … */
const MAX_WRONG = 30;
/** … within this long, and no code works until some of them are as old. */
const COUNTED_MS = 10 * 60_000;

export type Pairing =
  { outcome: 'paired'; kiosk: Kiosk; now: Date } | { outcome: 'wrong-code' } | { outcome: 'too-many' };

/**
 * Makes a device a kiosk by the code that an administrator reads to it. Wrong codes are counted together: who guesses
 * from many addresses gets no further than from one, and can at most keep a new device waiting.
 */
export class PairingService {
  /** Instants of wrong codes, oldest first. */
  private wrong: number[] = [];

  constructor(private readonly dependencies: { kiosks: KioskRepository; clock: Clock }) {}

  /**
   * Registers the key that signed the code; the key of a device that was this kiosk before works no more. Throws
   * PROOF_REFUSED where the signature does not hold.
   */
  async pair(proof: string): Promise<Pairing> {
    const { kiosks, clock } = this.dependencies;
    const { code, origin, publicKey } = await readPairingProof(proof);
    const now = clock.now();
    this.wrong = this.wrong.filter((at) => now.getTime() - at < COUNTED_MS);
    if (this.wrong.length >= MAX_WRONG) return { outcome: 'too-many' };

    const paired = { publicKey: publicKey as Record<string, string>, origin, pairedAt: now };
    const kiosk = await kiosks.pair(hashToken(asPairingCode(code)), paired);
    if (kiosk) return { outcome: 'paired', kiosk, now };
    this.wrong.push(now.getTime());
    return { outcome: 'wrong-code' };
  }
}

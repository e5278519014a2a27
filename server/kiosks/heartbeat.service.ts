import { z } from 'zod';
import type { Clock } from '../clock.js';
import { DomainError } from '../errors.js';
import { parseInput } from '../validate.js';
import { healthOf, type Faces, type KioskProblem, type KioskState } from './kiosk-health.rules.js';
import type { Kiosk, KioskRepository } from './kiosk.repository.js';

export type { Kiosk };

const MAX_OFFSET_MS = 2 ** 31 - 1;
const REFUSALS_OF_MS = 24 * 3_600_000;

export const kioskCameras = ['WORKING', 'BLOCKED', 'MISSING', 'FAILING'] as const;

const heartbeat = z.object({
  deviceTime: z.date(),
  camera: z.enum(kioskCameras),
  appVersion: z.string().trim().min(1, 'must not be empty').max(50, 'must have at most 50 characters'),
  pendingPunches: z.int().min(0, 'must not be negative').max(100_000, 'must be at most 100,000'),
  batteryPercent: z.int().min(0, 'must be 0 to 100').max(100, 'must be 0 to 100').nullish(),
});
export type HeartbeatInput = z.input<typeof heartbeat>;

export interface KioskHealth extends Faces {
  state: KioskState;
  problems: KioskProblem[];
}

/** What kiosks say of themselves, and what that amounts to. */
export class HeartbeatService {
  constructor(private readonly dependencies: { kiosks: KioskRepository; clock: Clock }) {}

  /** Notes how a kiosk is. Throws BAD_USER_INPUT, and FORBIDDEN for a caller that is no kiosk. */
  async note(kioskId: string, input: HeartbeatInput): Promise<Kiosk> {
    const { deviceTime, batteryPercent = null, ...said } = parseInput(heartbeat, input);
    const now = this.dependencies.clock.now();
    const offset = deviceTime.getTime() - now.getTime();
    const clockOffsetMs = Math.max(-MAX_OFFSET_MS, Math.min(MAX_OFFSET_MS, offset));
    const noted = { ...said, batteryPercent, clockOffsetMs, heartbeatAt: now };
    const kiosk = await this.dependencies.kiosks.update(kioskId, noted);
    if (!kiosk) throw new DomainError('FORBIDDEN', 'Only a kiosk says how it is.');
    return kiosk;
  }

  /** How a kiosk is now; faces are those of the last 24 hours. */
  async healthOf(kiosk: Kiosk): Promise<KioskHealth> {
    const { kiosks, clock } = this.dependencies;
    const now = clock.now();
    const faces = await kiosks.countFaces(kiosk.id, new Date(now.getTime() - REFUSALS_OF_MS));
    return { ...healthOf(kiosk, faces, now), ...faces };
  }
}

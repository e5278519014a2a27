import type { Kiosk } from './kiosk.repository.js';

export const kioskStates = ['REVOKED', 'NOT_PAIRED', 'NOT_USED', 'OFFLINE', 'ATTENTION', 'ONLINE'] as const;
export type KioskState = (typeof kioskStates)[number];

export const kioskProblems = ['CAMERA', 'CLOCK', 'PENDING_PUNCHES', 'BATTERY', 'MANY_REFUSALS'] as const;
export type KioskProblem = (typeof kioskProblems)[number];

/** A kiosk says every minute that it is there; two of three may be lost. */
const OFFLINE_AFTER_MS = 3 * 60_000;
/** Punches are judged by the server's clock, so a clock that is a little off only shows on the kiosk's screen. */
const CLOCK_OFF_MS = 60_000;
const LOW_BATTERY_PERCENT = 20;
/** A share of so many faces says something. */
const ENOUGH_FACES = 20;
const MANY_REFUSALS = 0.3;

export interface Faces {
  faces: number;
  refused: number;
}

type Reported = Pick<
  Kiosk,
  | 'revokedAt'
  | 'pairedAt'
  | 'tokenHash'
  | 'lastSeenAt'
  | 'heartbeatAt'
  | 'camera'
  | 'clockOffsetMs'
  | 'pendingPunches'
  | 'batteryPercent'
>;

/** How a kiosk is, by what it last said and how the faces before it fared. */
export function healthOf(kiosk: Reported, faces: Faces, now: Date): { state: KioskState; problems: KioskProblem[] } {
  if (kiosk.revokedAt) return { state: 'REVOKED', problems: [] };
  if (!kiosk.pairedAt && !kiosk.tokenHash) return { state: 'NOT_PAIRED', problems: [] };
  if (!kiosk.pairedAt && !kiosk.lastSeenAt) return { state: 'NOT_USED', problems: [] };
  const problems = problemsOf(kiosk, faces);
  const isSilent = now.getTime() - (kiosk.lastSeenAt?.getTime() ?? 0) > OFFLINE_AFTER_MS;
  // A kiosk that never said how it is, as one that an integrator made, is only seen when somebody comes.
  if (isSilent && (kiosk.heartbeatAt || !kiosk.lastSeenAt)) return { state: 'OFFLINE', problems };
  return { state: problems.length > 0 ? 'ATTENTION' : 'ONLINE', problems };
}

function problemsOf(kiosk: Reported, { faces, refused }: Faces): KioskProblem[] {
  const is: Record<KioskProblem, boolean> = {
    CAMERA: kiosk.camera !== null && kiosk.camera !== 'WORKING',
    CLOCK: Math.abs(kiosk.clockOffsetMs ?? 0) > CLOCK_OFF_MS,
    PENDING_PUNCHES: kiosk.pendingPunches > 0,
    BATTERY: (kiosk.batteryPercent ?? 100) < LOW_BATTERY_PERCENT,
    MANY_REFUSALS: faces >= ENOUGH_FACES && refused / faces > MANY_REFUSALS,
  };
  return kioskProblems.filter((problem) => is[problem]);
}

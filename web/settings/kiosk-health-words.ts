import type { KioskProblem, KioskRow_KioskFragment, KioskState } from '../gql/graphql';
import { formatShare } from '../lib/format-share';

type Health = KioskRow_KioskFragment['health'];

export const STATE_WORDS: Record<KioskState, { label: string; tone: 'good' | 'warning' | 'bad' | 'plain' }> = {
  ONLINE: { label: 'Online', tone: 'good' },
  ATTENTION: { label: 'Needs attention', tone: 'warning' },
  OFFLINE: { label: 'Offline', tone: 'bad' },
  NOT_USED: { label: 'Not used yet', tone: 'plain' },
  NOT_PAIRED: { label: 'Waits for its device', tone: 'plain' },
  REVOKED: { label: 'Switched off', tone: 'plain' },
};

/** What is wrong with a kiosk and what to do, a sentence each. */
export function problemWords(problem: KioskProblem, health: Health): string {
  switch (problem) {
    case 'CAMERA':
      return health.camera === 'BLOCKED'
        ? 'The browser does not let it use the camera.'
        : health.camera === 'MISSING'
          ? 'Its camera is not plugged in.'
          : 'Its camera gives no picture.';
    case 'CLOCK': {
      const seconds = health.clockOffsetSeconds ?? 0;
      return `Its clock is ${spanWords(Math.abs(seconds))} ${seconds > 0 ? 'ahead' : 'behind'}. Set the time on the device.`;
    }
    case 'PENDING_PUNCHES':
      return `${health.pendingPunches} ${health.pendingPunches === 1 ? 'punch waits' : 'punches wait'} on it to be sent.`;
    case 'BATTERY':
      return `Its battery is at ${health.batteryPercent} %. Plug it in.`;
    case 'MANY_REFUSALS':
      return `${formatShare(health.refused / health.faces)} of the faces of today were refused. Look at its light and height.`;
  }
}

function spanWords(seconds: number): string {
  if (seconds < 120) return `${Math.round(seconds)} seconds`;
  const minutes = Math.round(seconds / 60);
  return minutes < 120 ? `${minutes} minutes` : `${Math.round(minutes / 60)} hours`;
}

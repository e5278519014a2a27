import { describe, expect, it } from 'vitest';
import { healthOf } from './kiosk-health.rules.js';

const now = new Date('2026-03-02T08:00:00Z');
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);
const fine = {
  revokedAt: null,
  pairedAt: ago(86_400),
  tokenHash: null,
  lastSeenAt: ago(30),
  heartbeatAt: ago(30),
  camera: 'WORKING',
  clockOffsetMs: 500,
  pendingPunches: 0,
  batteryPercent: 80,
} as const;
const noFaces = { faces: 0, refused: 0 };

describe('a kiosk', () => {
  it.each([
    ['that says it is fine', {}, 'ONLINE'],
    ['that was switched off', { revokedAt: ago(5) }, 'REVOKED'],
    ['whose device has not come yet', { pairedAt: null, lastSeenAt: null, heartbeatAt: null }, 'NOT_PAIRED'],
    ['that was silent for three minutes', { lastSeenAt: ago(180) }, 'ONLINE'],
    ['that was silent for longer', { lastSeenAt: ago(181) }, 'OFFLINE'],
    ['that was paired and never heard of', { lastSeenAt: null, heartbeatAt: null }, 'OFFLINE'],
    [
      'with a token that says nothing of itself',
      { pairedAt: null, tokenHash: 'x', heartbeatAt: null, lastSeenAt: ago(9_000) },
      'ONLINE',
    ],
    [
      'whose token was not used yet',
      { pairedAt: null, tokenHash: 'x', heartbeatAt: null, lastSeenAt: null },
      'NOT_USED',
    ],
    ['without a camera', { camera: 'MISSING' }, 'ATTENTION'],
    ['that says nothing of its camera', { camera: null }, 'ONLINE'],
    ['whose clock is a minute off', { clockOffsetMs: -60_000 }, 'ONLINE'],
    ['whose clock is further off', { clockOffsetMs: -60_001 }, 'ATTENTION'],
    ['that keeps punches', { pendingPunches: 1 }, 'ATTENTION'],
    ['with a fifth of its battery', { batteryPercent: 20 }, 'ONLINE'],
    ['with less', { batteryPercent: 19 }, 'ATTENTION'],
    ['without a battery', { batteryPercent: null }, 'ONLINE'],
  ] as const)('%s', (_name, said, state) => {
    expect(healthOf({ ...fine, ...said }, noFaces, now).state).toBe(state);
  });

  it.each([
    [19, 19, []],
    [20, 6, []],
    [20, 7, ['MANY_REFUSALS']],
  ])('that was shown %d faces and refused %d', (faces, refused, problems) => {
    expect(healthOf(fine, { faces, refused }, now).problems).toEqual(problems);
  });
});

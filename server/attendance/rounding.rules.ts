import { MINUTE_MS, zoneOffsetMs } from '../schedules/local-time.rules.js';
import type { RoundingDirection } from './policy.rules.js';

/** An instant on the nearest step of the local clock, halves up; unchanged with steps of 0 minutes. */
export function roundInstant(timeZone: string, at: Date, stepMinutes: number, direction: RoundingDirection): Date {
  if (stepMinutes === 0) return at;
  const [stepMs, offsetMs] = [stepMinutes * MINUTE_MS, zoneOffsetMs(timeZone, at)];
  const steps = (at.getTime() + offsetMs) / stepMs;
  return new Date(ROUND[direction](steps) * stepMs - offsetMs);
}

const ROUND: Record<RoundingDirection, (value: number) => number> = {
  UP: Math.ceil,
  DOWN: Math.floor,
  NEAREST: Math.round,
};

import { punchTime } from './event-log.rules.js';

/** When a punch was made, by the device that kept it while there was no connection. */
export interface Captured {
  capturedAt: Date;
  /** How far the device's clock is ahead of the server's (negative: behind), in milliseconds; null where nobody knows. */
  clockOffsetMs: number | null;
}

/** The longest that a device keeps a punch: older ones are for a manager to add. */
export const MAX_DEFERRED_DAYS = 14;
/** A clock that is known to be further off was not set at all. */
export const MAX_CLOCK_OFFSET_MS = 86_400_000;
/** By so much a time may lie ahead: what measuring a clock over a network leaves. */
const TOLERANCE_MS = 2 * 60_000;
/** By so much where nobody knows how far the clock is off: a time zone. */
const UNSURE_TOLERANCE_MS = 86_400_000;

/** Whether a punch can have been made when a device says so. */
export function isPlausible({ capturedAt, clockOffsetMs }: Captured, now: Date): boolean {
  const aheadMs = capturedAt.getTime() - (clockOffsetMs ?? 0) - now.getTime();
  const tolerance = clockOffsetMs === null ? UNSURE_TOLERANCE_MS : TOLERANCE_MS;
  return aheadMs <= tolerance && -aheadMs <= MAX_DEFERRED_DAYS * 86_400_000;
}

/** When it counts: never later than it came in. */
export const deferredTime = (captured: Captured, now: Date): Date =>
  punchTime({ ...captured, recordedAt: now, isDeferred: true });

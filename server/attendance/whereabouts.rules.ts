import type { ExpectedDay } from '../schedules/schedule.rules.js';
import { MINUTE_MS } from '../schedules/local-time.rules.js';

/**
 * Where somebody is at a moment. IN: checked in. ON_LEAVE: all that was scheduled is taken by leave. LATE: not in, though a
 * shift began longer ago than the grace. EXPECTED: not in, and a shift of the day is to begin. OUT: anything else.
 */
export type Whereabouts = 'IN' | 'OUT' | 'EXPECTED' | 'LATE' | 'ON_LEAVE';

/** `cameOn`: whether there was a punch on the day of `expected`; who came and went is OUT, not LATE. */
export function whereabouts(
  isIn: boolean,
  cameOn: boolean,
  expected: ExpectedDay,
  lateGraceMinutes: number,
  now: Date,
): Whereabouts {
  if (isIn) return 'IN';
  if (expected.leaveMinutes > 0 && expected.scheduledMinutes === 0) return 'ON_LEAVE';
  const next = expected.segments.find(({ endsAt }) => endsAt > now);
  if (!next) return 'OUT';
  const isDue = now.getTime() > next.startsAt.getTime() + lateGraceMinutes * MINUTE_MS;
  if (isDue) return cameOn ? 'OUT' : 'LATE';
  return cameOn && next.startsAt <= now ? 'OUT' : 'EXPECTED';
}

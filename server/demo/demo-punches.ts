import { Temporal } from 'temporal-polyfill';
import type { AttendanceKind } from '../attendance/event-log.rules.js';

export const WEEKS = 3;

export interface DemoPunch {
  kind: AttendanceKind;
  recordedAt: Date;
}

/**
 * Three plausible weeks of one person's punches up to `now`, oldest first: working days about the demo company's
 * shift with a few minutes of scatter, a lunch break for every other person, now and then a day off or a forgotten check-out. The same person always gets the
 * same weeks.
 */
export function demoPunches(person: number, now: Date, timeZone: string): DemoPunch[] {
  const random = randomOf(person + 1);
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone).toPlainDate();
  const habit = 7 * 60 + 44 + Math.floor(random() * 12);
  const punches: DemoPunch[] = [];

  for (let daysAgo = WEEKS * 7; daysAgo >= 0; daysAgo--) {
    const day = today.subtract({ days: daysAgo });
    const [scatter, length, off, forgot] = [random(), random(), random(), random()];
    if (day.dayOfWeek > 5 || off < 0.07) continue;
    const at = (kind: AttendanceKind, minute: number): void => {
      const instant = day.toZonedDateTime({
        timeZone,
        plainTime: Temporal.PlainTime.from({ hour: Math.floor(minute / 60), minute: minute % 60 }),
      });
      punches.push({ kind, recordedAt: new Date(instant.epochMilliseconds + Math.floor(scatter * 59_000)) });
    };
    const start = habit + Math.floor(scatter * 25) - 8;
    at('CHECK_IN', start);
    if (person % 2 === 0) {
      at('CHECK_OUT', 12 * 60 + Math.floor(length * 20));
      at('CHECK_IN', 12 * 60 + 40 + Math.floor(scatter * 12));
    }
    if (forgot > 0.03 || daysAgo === 0) at('CHECK_OUT', 16 * 60 + 22 + Math.floor(length * 55));
  }
  return punches.filter(({ recordedAt }) => recordedAt < now);
}

/** Marsaglia's xorshift32 (2003): numbers in 0..1 that are the same at every run. */
function randomOf(seed: number): () => number {
  let state = Math.imul(seed, 0x9e3779b1) || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

import { Temporal } from 'temporal-polyfill';

export const MINUTE_MS = 60_000;
const DAY_MINUTES = 1_440;
const DAY_MS = DAY_MINUTES * MINUTE_MS;

/** Which of two equal clock times is meant, on the night on which the clocks go back. */
export type Occurrence = 'FIRST' | 'SECOND';

export interface LocalTime {
  /** YYYY-MM-DD. */
  date: string;
  /** HH:MM:SS. */
  time: string;
  /** ONLY, or which of two when this clock time occurs twice. */
  occurrence: Occurrence | 'ONLY';
}

/**
 * The instant of a clock time, in minutes after midnight of a date; 1,440 and more is the day after. A time that occurs
 * twice is the first unless the second is asked for; one that is skipped moves on by what was skipped (02:30 becomes
 * 03:30), as in RFC 5545, section 3.3.5.
 */
export function instantOf(timeZone: string, date: string, minutes: number, occurrence: Occurrence = 'FIRST'): Date {
  const { days, time } = splitMinutes(minutes);
  const zoned = Temporal.PlainDate.from(date)
    .add({ days })
    .toPlainDateTime(time)
    .toZonedDateTime(timeZone, { disambiguation: occurrence === 'FIRST' ? 'compatible' : 'later' });
  return new Date(zoned.epochMilliseconds);
}

/** What the clock on the wall shows at an instant. */
export function localTimeOf(timeZone: string, instant: Date): LocalTime {
  const plain = zonedTime(timeZone, instant).toPlainDateTime();
  const [first, second] = (['earlier', 'later'] as const).map(
    (disambiguation) => plain.toZonedDateTime(timeZone, { disambiguation }).epochMilliseconds,
  );
  const occurrence = first === second ? 'ONLY' : instant.getTime() < second! ? 'FIRST' : 'SECOND';
  const time = plain.toPlainTime().toString({ smallestUnit: 'second' });
  return { date: plain.toPlainDate().toString(), time, occurrence };
}

/** The date at an instant where a day begins so many minutes after midnight. */
export function dateAt(timeZone: string, dayStartsAtMinutes: number, instant: Date): string {
  const clockMs = instant.getTime() + zoneOffsetMs(timeZone, instant) - dayStartsAtMinutes * MINUTE_MS;
  return new Date(clockMs).toISOString().slice(0, 10);
}

/** How far the clocks of a zone are ahead of UTC at an instant, in milliseconds. */
export function zoneOffsetMs(timeZone: string, instant: Date): number {
  const ms = instant.getTime();
  const known = lastOffset.get(timeZone);
  if (known && known.from <= ms && ms < known.to) return known.offsetMs;
  const zoned = zonedTime(timeZone, instant);
  const found = {
    // A change at this very instant is no previous one of it, but of the millisecond after it.
    from: zonedTime(timeZone, new Date(ms + 1)).getTimeZoneTransition('previous')?.epochMilliseconds ?? -Infinity,
    to: zoned.getTimeZoneTransition('next')?.epochMilliseconds ?? Infinity,
    offsetMs: zoned.offsetNanoseconds / 1e6,
  };
  lastOffset.set(timeZone, found);
  return found.offsetMs;
}

/** Between which changes of its clocks a zone was asked for last: a month of punches asks hundreds of times. */
const lastOffset = new Map<string, { from: number; to: number; offsetMs: number }>();

// Dates are counted as if all of them were in UTC, where each day has 24 hours: a hundred times as fast as Temporal's
// calendar, and a replay counts millions.

export function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Days from one date to another; negative when the other is earlier. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS;
}

/** The first date of the week that a date is in; weekdays count from 1, Monday. */
export function weekStart(date: string, startsOn: number): string {
  return addDays(date, -((new Date(date).getUTCDay() - startsOn + 7) % 7));
}

/** Every date from one to another, both included. */
export function datesFrom(from: string, to: string): string[] {
  return Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, index) => addDays(from, index));
}

function zonedTime(timeZone: string, instant: Date): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone);
}

function splitMinutes(minutes: number): { days: number; time: { hour: number; minute: number } } {
  const ofDay = ((minutes % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES;
  return {
    days: Math.floor(minutes / DAY_MINUTES),
    time: { hour: Math.floor(ofDay / 60), minute: ofDay % 60 },
  };
}

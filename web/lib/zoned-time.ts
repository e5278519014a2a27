import { Temporal } from 'temporal-polyfill';
import { clock } from './clock';

type Locales = string | undefined;

export const browserZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The site's zone in words where it is not the browser's; '' where nothing needs to be said. */
export function zoneNote(timeZone: string, ownZone = browserZone()): string {
  return timeZone === ownZone ? '' : `Times are those of ${zoneName(timeZone)}, not of this device.`;
}

/** 'America/New_York' -> 'New York (America)'. */
export function zoneName(timeZone: string): string {
  const parts = timeZone.replaceAll('_', ' ').split('/');
  const city = parts.at(-1) ?? timeZone;
  return parts.length > 1 ? `${city} (${parts.slice(0, -1).join(', ')})` : city;
}

/** The date in a zone, at this moment or at an instant. */
export function dateIn(timeZone: string, instant: Date | string = clock.now()): string {
  return zoned(timeZone, instant).toPlainDate().toString();
}

/** 'HH:MM' on the zone's clocks, as a time field takes it. */
export function clockTimeIn(timeZone: string, instant: Date | string): string {
  return zoned(timeZone, instant).toPlainTime().toString({ smallestUnit: 'minute' });
}

/** An instant on the zone's clocks, in the browser's manner; with the weekday where its date is not `day`. */
export function formatTimeIn(timeZone: string, day: string, instant: Date | string, locale?: Locales): string {
  const at = new Date(instant);
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone }).format(at);
  const time = format({ hour: '2-digit', minute: '2-digit' });
  return dateIn(timeZone, at) === day ? time : `${format({ weekday: 'short' })} ${time}`;
}

/**
 * The instants at which the zone's clocks show a time on a date: none where they skip it, two where they go back over it.
 * The earlier is first. Empty for what is no time.
 */
export function instantsOf(timeZone: string, date: string, time: string): string[] {
  const plain = plainDateTime(date, time);
  if (!plain) return [];
  const found = (['earlier', 'later'] as const)
    .map((disambiguation) => plain.toZonedDateTime(timeZone, { disambiguation }))
    .filter((at) => at.toPlainDateTime().equals(plain))
    .map((at) => new Date(at.epochMilliseconds).toISOString());
  return [...new Set(found)];
}

function plainDateTime(date: string, time: string): Temporal.PlainDateTime | null {
  try {
    return Temporal.PlainDateTime.from(`${date}T${time}`);
  } catch {
    return null;
  }
}

function zoned(timeZone: string, instant: Date | string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(new Date(instant).getTime()).toZonedDateTimeISO(timeZone);
}

// Dates are 'YYYY-MM-DD' and counted as if all were in UTC, where each day has 24 hours.

const DAY_MS = 86_400_000;

type Locales = string | undefined;

export function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Days from one date to another; negative when the other is earlier. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS;
}

/** The Monday of the week that a date is in. */
export function mondayOf(date: string): string {
  return addDays(date, -((new Date(date).getUTCDay() + 6) % 7));
}

/** So many dates from one on. */
export function datesFrom(date: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => addDays(date, index));
}

/** 'Mon' or, with 'long', 'Monday'. */
export function weekdayName(date: string, width: 'short' | 'long' = 'short', locale?: Locales): string {
  return new Intl.DateTimeFormat(locale, { weekday: width, timeZone: 'UTC' }).format(new Date(date));
}

/** '2 Mar', or '2 Mar 2026' where the year has to be said. */
export function dayAndMonth(date: string, withYear = false, locale?: Locales): string {
  return new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    ...(withYear && { year: 'numeric' as const }),
    timeZone: 'UTC',
  }).format(new Date(date));
}

/** Whether a text is a whole date; half-typed ones and years of five digits are not. */
export function isDate(text: string | null | undefined): text is string {
  return typeof text === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}

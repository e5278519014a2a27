type Locales = string | undefined;

/** '2026-03-02T08:58:00Z' -> '08:58' in the browser's zone and manner. `''` for a missing instant. */
export function formatTime(iso: string | null | undefined, locale?: Locales): string {
  if (!iso) return '';
  return new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' }).format(new Date(iso));
}

/** As formatTime, with the weekday in front where the browser's calendar day is not `day` (a night shift's end). */
export function formatTimeOn(day: string, iso: string | null | undefined, locale?: Locales): string {
  if (!iso) return '';
  const time = formatTime(iso, locale);
  if (localDay(new Date(iso)) === day) return time;
  return `${new Intl.DateTimeFormat(locale, { weekday: 'short' }).format(new Date(iso))} ${time}`;
}

/** 'YYYY-MM-DD' of the site's calendar, written out; never shifted by the browser's zone. */
export function formatDay(day: string, locale?: Locales): string {
  return new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`));
}

/** An instant with its day, for things that may be long ago. */
export function formatInstant(iso: string, locale?: Locales): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso));
}

/** Whole minutes as h:mm. `''` where nothing is known yet. */
export function formatMinutes(minutes: number | null | undefined): string {
  if (minutes === null || minutes === undefined) return '';
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

/** The browser's calendar day of an instant, 'YYYY-MM-DD'. */
export function localDay(instant: Date): string {
  const month = String(instant.getMonth() + 1).padStart(2, '0');
  return `${instant.getFullYear()}-${month}-${String(instant.getDate()).padStart(2, '0')}`;
}

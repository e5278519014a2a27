/** What a time field holds ('06:30') as minutes after midnight; null while it is not whole. */
export function minutesOfTime(text: string): number | null {
  const [, hours, minutes] = /^(\d{2}):(\d{2})$/.exec(text) ?? [];
  if (hours === undefined || Number(hours) > 23 || Number(minutes) > 59) return null;
  return Number(hours) * 60 + Number(minutes);
}

/** What a number field holds as a whole number from `least` to `most`; null where it is none. */
export function wholeNumber(text: string, least: number, most: number): number | null {
  if (!/^\d{1,9}$/.test(text.trim())) return null;
  const number = Number(text);
  return number >= least && number <= most ? number : null;
}

/** What a duration field holds ('7:30', or '8' for whole hours) in minutes; null where it is none. */
export function minutesOfDuration(text: string): number | null {
  const [, hours, minutes = '0'] = /^(\d{1,3})(?::([0-5]\d))?$/.exec(text.trim()) ?? [];
  return hours === undefined ? null : Number(hours) * 60 + Number(minutes);
}

/** Minutes as a duration field takes them: 450 -> '7:30'. */
export function durationField(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

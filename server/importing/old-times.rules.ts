import { Temporal } from 'temporal-polyfill';
import { instantOf, localTimeOf } from '../schedules/local-time.rules.js';

/** In which order a date that is written with strokes names its parts. */
export type DateOrder = 'DMY' | 'MDY';

/** What a cell says of a moment, as far as it says it. */
export interface WrittenMoment {
  /** YYYY-MM-DD. */
  date: string | null;
  /** Milliseconds after midnight. */
  timeMs: number | null;
  /** Milliseconds that the clock is ahead of UTC, where the cell says so. */
  offsetMs: number | null;
}

const NOTHING = new Set(['', 'none', 'null', 'nan', 'nat', 'n/a', 'na', '-', '--', '0000-00-00']);
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

const ISO = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})/;
/** A year of two digits where strokes leave no doubt that it stands last. */
const STROKES = /^(\d{1,2})(?:[-/.](\d{1,2})[-/.](\d{4})|\/(\d{1,2})\/(\d{2})(?!\d))/;
/** 5-Mar-2024, 5 March 2024; March 5, 2024. */
const NAMED = /^(?:(\d{1,2})[- ]([a-z]{3,9})|([a-z]{3,9}) (\d{1,2}))[-, ]+(\d{4})(?!\d)/i;
const MONTHS = 'january february march april may june july august september october november december'.split(' ');
const CLOCK = /^[T ,]*(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*([ap])?\.?m?\.?\s*(Z|[+-]\d{2}:?\d{2})?$/i;

/** Whether a cell is empty, or says in words that it is. */
export const saysNothing = (text: string): boolean => NOTHING.has(text.trim().toLowerCase());

/** DMY or MDY where one of the dates leaves no doubt, null where none does. */
export function dateOrderOf(dates: readonly string[]): DateOrder | null {
  for (const date of dates) {
    const [, first, second, , secondOfShort] = STROKES.exec(date.trim()) ?? [];
    if (Number(first) > 12) return 'DMY';
    if (Number(second ?? secondOfShort) > 12) return 'MDY';
  }
  return null;
}

/** A date, a clock time, or both; null for anything else, and for a date that there is not. */
export function readMoment(text: string, order: DateOrder): WrittenMoment | null {
  const trimmed = text.trim();
  const [written, parts] = datePartsOf(trimmed, order);
  const date = parts && validDate(parts);
  if (written !== '' && !date) return null;
  const rest = trimmed.slice(written.length);
  if (rest.trim() === '') return date ? { date, timeMs: null, offsetMs: null } : null;

  const [clock, hours, minutes, seconds = '0', fraction = '', half, zone] = CLOCK.exec(rest) ?? [];
  if (clock === undefined) return null;
  const hour = half ? (Number(hours) % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : Number(hours);
  if (hour > 23 || Number(minutes) > 59 || Number(seconds) > 59 || (half && Number(hours) > 12)) return null;
  const timeMs =
    (hour * 60 + Number(minutes)) * MINUTE_MS +
    Number(seconds) * 1000 +
    Math.floor(Number(`0.${fraction || '0'}`) * 1000);
  return { date, timeMs, offsetMs: zone === undefined ? null : offsetOf(zone) };
}

/** The instant of a clock time in a zone; `doubt` where the clocks went forward or back then. */
export function instantAt(
  timeZone: string,
  date: string,
  timeMs: number,
  offsetMs: number | null,
): { instant: Date; doubt: 'TWICE' | 'SKIPPED' | null } {
  if (offsetMs !== null) return { instant: new Date(Date.parse(date) + timeMs - offsetMs), doubt: null };
  const minutes = Math.floor(timeMs / MINUTE_MS);
  const instant = new Date(instantOf(timeZone, date, minutes).getTime() + (timeMs % MINUTE_MS));
  const shown = localTimeOf(timeZone, instant);
  const [hour = 0, minute = 0] = shown.time.split(':').map(Number);
  const isShown = shown.date === date && hour * 60 + minute === minutes;
  return { instant, doubt: !isShown ? 'SKIPPED' : shown.occurrence === 'ONLY' ? null : 'TWICE' };
}

/** The second instant at which a clock that went back shows a time; the first where there is one only. */
export function secondInstantAt(timeZone: string, date: string, timeMs: number): Date {
  const minutes = Math.floor(timeMs / MINUTE_MS);
  return new Date(instantOf(timeZone, date, minutes, 'SECOND').getTime() + (timeMs % MINUTE_MS));
}

export const dayAfter = (date: string): string => new Date(Date.parse(date) + DAY_MS).toISOString().slice(0, 10);

function datePartsOf(text: string, order: DateOrder): [written: string, parts: [number, number, number] | null] {
  const iso = ISO.exec(text);
  if (iso) return [iso[0], [Number(iso[1]), Number(iso[2]), Number(iso[3])]];
  const named = NAMED.exec(text);
  if (named) {
    const month = (named[2] ?? named[3]!).toLowerCase();
    const number = MONTHS.findIndex((name) => name.startsWith(month)) + 1;
    return [named[0], [Number(named[5]), number, Number(named[1] ?? named[4])]];
  }
  const strokes = STROKES.exec(text);
  if (!strokes) return ['', null];
  const [first, second] = [Number(strokes[1]), Number(strokes[2] ?? strokes[4])];
  const year = strokes[3] === undefined ? 2000 + Number(strokes[5]) : Number(strokes[3]);
  return [strokes[0], order === 'DMY' ? [year, second, first] : [year, first, second]];
}

function validDate([year, month, day]: [number, number, number]): string | null {
  if (year < 1970 || year > 9998) return null;
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString();
  } catch {
    return null;
  }
}

function offsetOf(zone: string): number {
  if (zone.toUpperCase() === 'Z') return 0;
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone)!;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * MINUTE_MS;
}

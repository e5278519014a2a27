import type { ShiftInput, ShiftRow_ShiftFragment } from '../gql/graphql';
import { clockTime, type ShiftTimes, type TimeSpan } from '../lib/shift-words';
import { durationField, minutesOfDuration, minutesOfTime, wholeNumber } from '../lib/time-field';

/** What the fields of a shift hold while somebody types. */
export interface ShiftFields {
  name: string;
  kind: 'fixed' | 'flexible';
  /** Clock times 'HH:MM'; of a flexible shift the core time, which may be none. */
  parts: { start: string; end: string }[];
  /** 'H:MM' a day, of a flexible shift. */
  hours: string;
  /** Minutes. */
  unpaidBreak: string;
  paidBreak: string;
}

const DAY_MINUTES = 1440;

export function shiftFields(shift: ShiftRow_ShiftFragment | null): ShiftFields {
  return {
    name: shift?.name ?? '',
    kind: shift?.flexibleMinutes == null ? 'fixed' : 'flexible',
    parts: (shift?.segments ?? [{ startsAtMinutes: 480, endsAtMinutes: 990 }]).map((each) => ({
      start: clockTime(each.startsAtMinutes),
      end: clockTime(each.endsAtMinutes),
    })),
    hours: durationField(shift?.flexibleMinutes ?? 480),
    unpaidBreak: String(shift?.unpaidBreakMinutes ?? 30),
    paidBreak: String(shift?.paidBreakMinutes ?? 0),
  };
}

/**
 * The parts as minutes after midnight of the first day. Time only goes forward: what is not later than the time before it
 * is of the next day. Parts that are not whole yet are left out.
 */
export function spansOf(parts: ShiftFields['parts']): TimeSpan[] {
  let before = 0;
  return parts.flatMap(({ start, end }) => {
    const [startsAt, endsAt] = [minutesOfTime(start), minutesOfTime(end)];
    if (startsAt === null || endsAt === null) return [];
    const startsAtMinutes = onwards(startsAt, before);
    const endsAtMinutes = onwards(endsAt, startsAtMinutes + 1);
    before = endsAtMinutes;
    return [{ startsAtMinutes, endsAtMinutes }];
  });
}

/** The shift as it is sent, or what is still wrong with it (null: only not filled in yet). */
export function readShift(fields: ShiftFields): { input: ShiftInput & ShiftTimes } | { problem: string | null } {
  const { name, kind, parts } = fields;
  const segments = spansOf(parts);
  const isFlexible = kind === 'flexible';
  const flexibleMinutes = isFlexible ? minutesOfDuration(fields.hours) : null;
  const unpaidBreakMinutes = isFlexible ? 0 : wholeNumber(fields.unpaidBreak, 0, DAY_MINUTES);
  const paidBreakMinutes = wholeNumber(fields.paidBreak, 0, DAY_MINUTES);
  const [first, last] = [segments[0], segments.at(-1)];
  const minutes = segments.reduce((sum, each) => sum + each.endsAtMinutes - each.startsAtMinutes, 0);

  if (name.trim() === '' || segments.length < parts.length) return { problem: null };
  if (unpaidBreakMinutes === null || paidBreakMinutes === null)
    return { problem: 'A break is a whole number of minutes.' };
  if (first && last && last.endsAtMinutes - first.startsAtMinutes > DAY_MINUTES) {
    return { problem: 'A part begins before the one above it is over, or all of it takes more than 24 hours.' };
  }
  if (isFlexible) {
    if (flexibleMinutes === null || flexibleMinutes < 1 || flexibleMinutes > DAY_MINUTES) {
      return { problem: 'Write the hours a day like 7:30.' };
    }
    if (minutes > flexibleMinutes) return { problem: 'The core time is longer than the hours a day.' };
  } else {
    if (segments.length === 0) return { problem: 'A shift with fixed times needs at least one part.' };
    if (unpaidBreakMinutes >= minutes) return { problem: 'The unpaid break takes the whole shift.' };
  }
  return { input: { name: name.trim(), segments, flexibleMinutes, unpaidBreakMinutes, paidBreakMinutes } };
}

/** The first time with these minutes of a day that is not before `least`. */
function onwards(ofDay: number, least: number): number {
  return ofDay + Math.max(0, Math.ceil((least - ofDay) / DAY_MINUTES)) * DAY_MINUTES;
}

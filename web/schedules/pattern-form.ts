import type { PatternInput, PatternRow_PatternFragment } from '../gql/graphql';
import { isDate } from '../lib/calendar';
import { wholeNumber } from '../lib/time-field';
import { isWeek, shiftsByDay, WEEK_DAYS } from './pattern-words';

export const MAX_CYCLE_DAYS = 366;

/** What the fields of a pattern hold while somebody types. */
export interface PatternFields {
  name: string;
  kind: 'week' | 'rotation';
  /** Days of a rotation. */
  length: string;
  /** The date of a rotation's first day. */
  startsOn: string;
  observesHolidays: boolean;
  /** Ids of the shifts of each day; may hold more days than the cycle has. */
  days: string[][];
}

export function patternFields(pattern: PatternRow_PatternFragment | null, today: string): PatternFields {
  const isWeekly = pattern === null || isWeek(pattern);
  return {
    name: pattern?.name ?? '',
    kind: isWeekly ? 'week' : 'rotation',
    length: String(isWeekly ? 8 : pattern.cycleDays),
    startsOn: isWeekly ? today : pattern.startsOn,
    observesHolidays: pattern?.observesHolidays ?? true,
    days: pattern ? shiftsByDay(pattern).map((shifts) => shifts.map(({ id }) => id)) : [],
  };
}

/** How many days the cycle has; null while no number is typed. */
export function cycleLength({ kind, length }: PatternFields): number | null {
  return kind === 'week' ? WEEK_DAYS : wholeNumber(length, 1, MAX_CYCLE_DAYS);
}

/** The pattern as it is sent; null while it is not whole. What was put on days beyond the cycle is left out. */
export function readPattern(fields: PatternFields): PatternInput | null {
  const { name, kind, startsOn, observesHolidays } = fields;
  const cycleDays = cycleLength(fields);
  if (name.trim() === '' || cycleDays === null || (kind === 'rotation' && !isDate(startsOn))) return null;
  const days = fields.days.slice(0, cycleDays).flatMap((ids, day) => ids.map((shiftId) => ({ day, shiftId })));
  return {
    name: name.trim(),
    cycleDays,
    ...(kind === 'rotation' && { startsOn }),
    observesHolidays,
    days,
  };
}

/** The days after a shift was put on one: it takes the place of what was there, or comes to it; null makes the day free. */
export function putShift(days: readonly string[][], day: number, shiftId: string | null, isAdded: boolean): string[][] {
  const before = days[day] ?? [];
  const after = shiftId === null ? [] : !isAdded ? [shiftId] : before.includes(shiftId) ? before : [...before, shiftId];
  return Array.from({ length: Math.max(days.length, day + 1) }, (_, each) =>
    each === day ? after : (days[each] ?? []),
  );
}

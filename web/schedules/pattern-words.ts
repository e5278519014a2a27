import type { PatternRow_PatternFragment } from '../gql/graphql';
import { addDays, daysBetween, mondayOf, weekdayName } from '../lib/calendar';

export type PatternShape = Pick<PatternRow_PatternFragment, 'cycleDays' | 'startsOn' | 'days'>;

export const WEEK_DAYS = 7;
/** Monday first; the year does not matter. */
const A_MONDAY = '2024-01-01';

/** Whether a cycle is the calendar's week. */
export function isWeek({ cycleDays, startsOn }: Pick<PatternShape, 'cycleDays' | 'startsOn'>): boolean {
  return cycleDays === WEEK_DAYS && startsOn === mondayOf(startsOn);
}

/** 'Mon' of a week, 'Day 1' of a rotation; days count from 0. */
export function dayName(isWeekday: boolean, day: number): string {
  return isWeekday ? weekdayName(addDays(A_MONDAY, day)) : `Day ${day + 1}`;
}

/** The shifts of each day of a cycle. */
export function shiftsByDay({
  cycleDays,
  days,
}: Pick<PatternShape, 'cycleDays' | 'days'>): { id: string; name: string }[][] {
  const byDay: { id: string; name: string }[][] = Array.from({ length: cycleDays }, () => []);
  for (const { day, shift } of days) byDay[day]?.push(shift);
  return byDay;
}

/** 'Early and Late', or 'free'. */
export const dayWords = (shifts: readonly { name: string }[] = []): string =>
  shifts.map(({ name }) => name).join(' and ') || 'free';

/** 'Mon–Fri Early, Sat–Sun free' of a week; '2 days Early, 2 days Night, 4 days free' of a rotation. */
export function patternWords(pattern: PatternShape): string {
  const names = shiftsByDay(pattern).map(dayWords);
  const runs: { from: number; to: number; name: string }[] = [];
  for (const [day, name] of names.entries()) {
    const last = runs.at(-1);
    if (last?.name === name) last.to = day;
    else runs.push({ from: day, to: day, name });
  }
  const weekdays = isWeek(pattern);
  return runs
    .map(({ from, to, name }) => {
      const count = to - from + 1;
      if (!weekdays) return `${count} ${count === 1 ? 'day' : 'days'} ${name}`;
      return `${dayName(true, from)}${count > 1 ? `–${dayName(true, to)}` : ''} ${name}`;
    })
    .join(', ');
}

/** Which day of the cycle (from 0) a date is for a team that runs so many days ahead. */
export function cycleDayOn(
  { cycleDays, startsOn }: Pick<PatternShape, 'cycleDays' | 'startsOn'>,
  date: string,
  offsetDays: number,
): number {
  const position = daysBetween(startsOn, date) + offsetDays;
  return ((position % cycleDays) + cycleDays) % cycleDays;
}

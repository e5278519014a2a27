import { z } from 'zod';
import { oneLine } from '../employees/employee-details.js';
import { date, id, wholeNumber } from './input-parts.js';

const MAX_CYCLE_DAYS = 366;
const MAX_SHIFTS = 1000;
const WEEK_DAYS = 7;
/** A Monday, from which weeks are counted. */
const A_MONDAY = '2024-01-01';

/** A pattern as an administrator describes it; a week begins on a Monday unless it is said where its day 0 is. */
export const patternInput = z
  .object({
    name: oneLine,
    cycleDays: wholeNumber(1, MAX_CYCLE_DAYS),
    startsOn: date.nullish(),
    observesHolidays: z.boolean(),
    days: z
      .array(z.object({ day: wholeNumber(0, MAX_CYCLE_DAYS - 1), shiftId: id }))
      .max(MAX_SHIFTS, `must be at most ${MAX_SHIFTS}`),
  })
  .superRefine(({ cycleDays, startsOn, days }, context) => {
    const problem = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    if (!startsOn && cycleDays !== WEEK_DAYS) problem('startsOn', 'is needed for a rotation: the date of its day 0');
    const outside = days.find(({ day }) => day >= cycleDays);
    if (outside)
      problem('days', `day ${outside.day} is not in a cycle of ${cycleDays} days, which are 0 to ${cycleDays - 1}`);
    const keys = days.map(({ day, shiftId }) => `${day} ${shiftId}`);
    if (new Set(keys).size < keys.length) problem('days', 'must not name a shift twice on a day');
  })
  .transform(({ startsOn, ...pattern }) => ({ ...pattern, startsOn: startsOn ?? A_MONDAY }));

export type PatternDetails = z.output<typeof patternInput>;

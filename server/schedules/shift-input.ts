import { z } from 'zod';
import { oneLine } from '../employees/employee-details.js';
import { wholeNumber } from './input-parts.js';
import { findOverlap } from './shift-overlap.js';

const DAY_MINUTES = 1440;
const MAX_SEGMENTS = 12;

const segment = z
  .object({ startsAtMinutes: wholeNumber(0, 2 * DAY_MINUTES - 1), endsAtMinutes: wholeNumber(1, 2 * DAY_MINUTES) })
  .refine(({ startsAtMinutes, endsAtMinutes }) => startsAtMinutes < endsAtMinutes, {
    message: 'must be after the start; a time of the next day is 1440 minutes and more',
    path: ['endsAtMinutes'],
  });

const segments = z
  .array(segment)
  .max(MAX_SEGMENTS, `must be at most ${MAX_SEGMENTS}`)
  .transform((all) => all.toSorted((a, b) => a.startsAtMinutes - b.startsAtMinutes));

/** A shift as an administrator describes it; its segments come out in order. */
export const shiftInput = z
  .object({
    name: oneLine,
    segments,
    flexibleMinutes: wholeNumber(1, DAY_MINUTES)
      .nullish()
      .transform((minutes) => minutes ?? null),
    unpaidBreakMinutes: wholeNumber(0, DAY_MINUTES),
    paidBreakMinutes: wholeNumber(0, DAY_MINUTES),
  })
  .superRefine(({ name, segments, flexibleMinutes, unpaidBreakMinutes }, context) => {
    const problem = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    const first = segments[0]?.startsAtMinutes ?? 0;
    const minutes = segments.reduce((sum, each) => sum + each.endsAtMinutes - each.startsAtMinutes, 0);
    if (first >= DAY_MINUTES) problem('segments', "the first must start on the shift's own date, before 1440 minutes");
    if ((segments.at(-1)?.endsAtMinutes ?? 0) - first > DAY_MINUTES) problem('segments', 'must end within 24 hours');
    if (findOverlap([{ name, segments }])) problem('segments', 'must not overlap');
    if (flexibleMinutes === null) {
      if (segments.length === 0) problem('segments', 'must be at least one, unless the shift is flexible');
      else if (unpaidBreakMinutes >= minutes) problem('unpaidBreakMinutes', 'must be less than the whole shift');
      return;
    }
    if (minutes > flexibleMinutes) problem('segments', 'core time must not be more than flexibleMinutes');
    if (unpaidBreakMinutes > 0) {
      problem('unpaidBreakMinutes', 'must be 0 for a flexible shift, whose minutes are without breaks');
    }
  });

export type ShiftDetails = z.output<typeof shiftInput>;

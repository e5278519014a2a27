import { addDays, dateAt, MINUTE_MS } from '../schedules/local-time.rules.js';
import type { Roster } from '../schedules/roster.rules.js';
import type { ExpectedDay, Segment } from '../schedules/schedule.rules.js';
import type { AttendanceKind } from './event-log.rules.js';
import type { PolicyOn } from './policy.rules.js';

/** What the rules know of one employee. */
export interface EmployeeRules {
  roster: Roster;
  policyOn: PolicyOn;
}

/**
 * The date to which a check-in, or a check-out without one, belongs: that of the shift in which it lies, or before which
 * (check-in) or after which (check-out) it lies by no more than the policy's window; of several the one whose start or
 * end is nearest, of two as near the later. Where no shift is near, the site's day boundary decides.
 */
export function workDate(rules: EmployeeRules, kind: AttendanceKind, at: Date): string {
  const calendarDate = dateAt(rules.roster.site.timeZone, rules.roster.site.dayStartsAtMinutes, at);
  const near = [-1, 0, 1]
    .map((days) => addDays(calendarDate, days))
    .flatMap((date) => {
      const windowMs = rules.policyOn(date).shiftWindowMinutes * MINUTE_MS;
      return rules.roster
        .expectedOn(date)
        .segments.filter((segment) => isWithin(kind, at.getTime(), segment, windowMs))
        .map((segment) => ({ date, distance: distanceTo(kind, at, segment) }));
    });
  const nearest = near.reduce<(typeof near)[number] | null>(
    (best, each) => (best && best.distance < each.distance ? best : each),
    null,
  );
  return nearest?.date ?? calendarDate;
}

function isWithin(kind: AttendanceKind, at: number, { startsAt, endsAt }: Segment, windowMs: number): boolean {
  const [before, after] = kind === 'CHECK_IN' ? [windowMs, 0] : [0, windowMs];
  return startsAt.getTime() - before <= at && at <= endsAt.getTime() + after;
}

function distanceTo(kind: AttendanceKind, at: Date, { startsAt, endsAt }: Segment): number {
  return Math.abs(at.getTime() - (kind === 'CHECK_IN' ? startsAt : endsAt).getTime());
}

/** When somebody who came at this instant was to leave; null where nothing was expected any more. */
export function expectedEnd({ segments }: ExpectedDay, from: Date): Date | null {
  return segments.find(({ endsAt }) => endsAt > from)?.endsAt ?? null;
}

/** When somebody who left at this instant was to have come; null where nothing was expected yet. */
export function expectedStart({ segments }: ExpectedDay, to: Date): Date | null {
  return segments.findLast(({ startsAt }) => startsAt < to)?.startsAt ?? null;
}

import { MINUTE_MS } from '../schedules/local-time.rules.js';
import type { Punch } from './correction.rules.js';
import { expectedEnd, workDate, type EmployeeRules } from './work-date.rules.js';

/** PUNCHED: with its check-out; AUTOMATIC: with a supposed one; OPEN: still without; MISSING: it was forgotten. */
export type StretchEnd = 'PUNCHED' | 'AUTOMATIC' | 'OPEN' | 'MISSING';

/** A check-in with its check-out, or one of them where the other is missing. */
export type Stretch = {
  /** The working day it belongs to. */
  date: string;
  end: StretchEnd;
  punches: readonly Punch[];
} & ({ from: Date; to: Date | null } | { from: null; to: Date });

/** Whether both ends are there, so that its time can be counted. */
export const isClosed = ({ from, to }: Stretch): boolean => from !== null && to !== null;

/** Its check-in, or its check-out where that is missing. */
export function firstTime(stretch: Stretch): Date {
  if (stretch.from === null) return stretch.to;
  return stretch.from;
}

/** Its check-out, or its check-in where that is missing. */
export function lastTime(stretch: Stretch): Date {
  if (stretch.from === null) return stretch.to;
  return stretch.to ?? stretch.from;
}

/**
 * Pairs up a person's punches, given in the order of their time. A check-out closes the check-in before it unless that
 * has been open for too long, and belongs to its date. A second punch of one kind within the site's minimum interval is
 * the same one.
 */
export function pairUp(rules: EmployeeRules, punches: readonly Punch[], now: Date): Stretch[] {
  const stretches: Stretch[] = [];
  let open: OpenCheckIn | null = null;
  for (const punch of withoutRepeats(punches, rules.roster.site.minimumPunchIntervalSeconds)) {
    if (open && punch.kind === 'CHECK_OUT' && punch.at <= open.until) {
      stretches.push(closed(open, punch));
      open = null;
      continue;
    }
    if (open) stretches.push(givenUp(rules, open, punch));
    open = punch.kind === 'CHECK_IN' ? openCheckIn(rules, punch) : null;
    if (!open) stretches.push(withoutCheckIn(rules, punch));
  }
  if (open) stretches.push(open.until < now ? givenUp(rules, open, null) : stillOpen(open));
  return stretches;
}

/** The last instant at which a check-in can be closed: later its check-out must have been forgotten. */
export function openUntil(rules: EmployeeRules, checkIn: Date): Date {
  return openOn(rules, workDate(rules, 'CHECK_IN', checkIn), checkIn);
}

interface OpenCheckIn {
  punch: Punch;
  date: string;
  until: Date;
}

function openCheckIn(rules: EmployeeRules, punch: Punch): OpenCheckIn {
  const date = workDate(rules, 'CHECK_IN', punch.at);
  return { punch, date, until: openOn(rules, date, punch.at) };
}

function openOn({ policyOn }: EmployeeRules, date: string, checkIn: Date): Date {
  return new Date(checkIn.getTime() + policyOn(date).maxOpenMinutes * MINUTE_MS);
}

function withoutRepeats(punches: readonly Punch[], minimumSeconds: number): Punch[] {
  const kept: Punch[] = [];
  for (const punch of punches) {
    const last = kept.at(-1);
    const isRepeat = last?.kind === punch.kind && punch.at.getTime() - last.at.getTime() < minimumSeconds * 1000;
    if (!isRepeat) kept.push(punch);
  }
  return kept;
}

function closed({ punch, date }: OpenCheckIn, checkOut: Punch): Stretch {
  return { date, from: punch.at, to: checkOut.at, end: 'PUNCHED', punches: [punch, checkOut] };
}

function withoutCheckIn(rules: EmployeeRules, checkOut: Punch): Stretch {
  const date = workDate(rules, 'CHECK_OUT', checkOut.at);
  return { date, from: null, to: checkOut.at, end: 'PUNCHED', punches: [checkOut] };
}

function stillOpen({ punch, date }: OpenCheckIn): Stretch {
  return { date, from: punch.at, to: null, end: 'OPEN', punches: [punch] };
}

/** A check-in whose check-out was forgotten. A supposed one is never later than the punch that came next. */
function givenUp(rules: EmployeeRules, open: OpenCheckIn, next: Punch | null): Stretch {
  const { punch, date } = open;
  const supposed = supposedEnd(rules, open);
  const to = supposed && next && next.at < supposed ? next.at : supposed;
  return { date, from: punch.at, to, end: to ? 'AUTOMATIC' : 'MISSING', punches: [punch] };
}

function supposedEnd({ roster, policyOn }: EmployeeRules, { punch, date, until }: OpenCheckIn): Date | null {
  const expected = roster.expectedOn(date);
  switch (policyOn(date).automaticCheckOut) {
    case 'NEVER':
      return null;
    case 'MAX_OPEN':
      return until;
    case 'SHIFT_END':
      return expected.isFlexible ? null : expectedEnd(expected, punch.at);
  }
}

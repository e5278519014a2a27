import { MINUTE_MS } from '../schedules/local-time.rules.js';
import type { ExpectedDay } from '../schedules/schedule.rules.js';
import type { BreakRule } from './policy.rules.js';

/** From when to when somebody was there, in epoch milliseconds. */
export interface Span {
  from: number;
  to: number;
  /** Whether the time between the span before and this one was a break; false where a punch is missing between them. */
  followsBreak: boolean;
}

export interface NetTime {
  /** Whole minutes of work, paid breaks among them. */
  minutes: number;
  /** Whole minutes that were taken or supposed as breaks and are not work. */
  unpaidBreakMinutes: number;
  /** Whole minutes of breaks that are work. */
  paidBreakMinutes: number;
}

/**
 * What is left of a day's presence after breaks. A break is a gap between two spans that lies within one segment
 * of the shift, or anywhere on a flexible or unscheduled day. Punched breaks are paid up to the shift's paid minutes. Of a break that a
 * rule supposes, only what was not taken is taken off, and never so much that less than the rule's `afterMinutes` is left.
 */
export function netTime(spans: readonly Span[], expected: ExpectedDay, rules: readonly BreakRule[]): NetTime {
  const present = sum(spans.map(({ from, to }) => to - from));
  const taken = sum(
    gaps(spans)
      .filter((gap) => isBreak(gap, expected))
      .map(({ from, to }) => to - from),
  );
  const paid = Math.min(taken, expected.paidBreakMinutes * MINUTE_MS);
  const due = rules.filter(({ afterMinutes }) => present > afterMinutes * MINUTE_MS);
  const supposed = Math.max(
    0,
    ...due
      .filter(({ isPaid }) => !isPaid)
      .map(({ afterMinutes, minutes }) => Math.min(minutes * MINUTE_MS - taken, present - afterMinutes * MINUTE_MS)),
  );
  const paidByRule = Math.max(0, ...due.filter(({ isPaid }) => isPaid).map(({ minutes }) => minutes * MINUTE_MS));
  return {
    minutes: wholeMinutes(present + paid - supposed),
    unpaidBreakMinutes: wholeMinutes(taken - paid + supposed),
    paidBreakMinutes: wholeMinutes(Math.max(paid, paidByRule)),
  };
}

type Gap = Omit<Span, 'followsBreak'>;

function gaps(spans: readonly Span[]): Gap[] {
  return spans.flatMap(({ from, followsBreak }, index) => {
    const before = spans[index - 1];
    return before && followsBreak ? [{ from: before.to, to: from }] : [];
  });
}

function isBreak(gap: Gap, { segments, isFlexible }: ExpectedDay): boolean {
  if (isFlexible || segments.length === 0) return true;
  return segments.some(({ startsAt, endsAt }) => startsAt.getTime() <= gap.from && gap.to <= endsAt.getTime());
}

const wholeMinutes = (ms: number): number => Math.floor(ms / MINUTE_MS);
const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

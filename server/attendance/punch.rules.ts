import { addDays, MINUTE_MS } from '../schedules/local-time.rules.js';
import type { Segment } from '../schedules/schedule.rules.js';
import type { AttendanceKind } from './event-log.rules.js';
import { openUntil } from './stretch.rules.js';
import { workDate, type EmployeeRules } from './work-date.rules.js';

/** What somebody asks for at a kiosk; AUTOMATIC is whichever is next. */
export type PunchRequest = AttendanceKind | 'AUTOMATIC';

/** A punch that counts, as far as the next one is decided by it. */
export interface LastPunch {
  kind: AttendanceKind;
  at: Date;
}

export type Verdict =
  | { outcome: 'record'; kind: AttendanceKind }
  | { outcome: 'refuse'; reason: 'ALREADY_CHECKED_IN' | 'NOT_CHECKED_IN'; last: LastPunch | null };

/**
 * Whether a punch is recorded, and as what, by the last one that counts (null for none). `following` is the next one that
 * counts, where a punch comes in late: another of its kind just before it is the same one. A check-in is refused while
 * one is open and a check-out without one; one that has been open for too long is not open any more. Near the end of a
 * shift for which nobody checked in it is a check-out all the same, and near the start of another shift than the one
 * that is open a check-in, so that a forgotten punch costs one punch and not two.
 */
export function decidePunch(
  rules: EmployeeRules,
  request: PunchRequest,
  last: LastPunch | null,
  now: Date,
  following: LastPunch | null = null,
): Verdict {
  const verdict = decideByLast(rules, request, last, now);
  if (verdict.outcome === 'refuse' || following?.kind !== verdict.kind) return verdict;
  return isSoonAfter(rules, now, following.at) ? refusing(verdict.kind, following) : verdict;
}

function decideByLast(rules: EmployeeRules, request: PunchRequest, last: LastPunch | null, now: Date): Verdict {
  const isIn = last?.kind === 'CHECK_IN' && now <= openUntil(rules, last.at);
  const next = isIn ? 'CHECK_OUT' : 'CHECK_IN';
  const other = isIn ? 'CHECK_IN' : 'CHECK_OUT';
  const isRepeat = last !== null && isSoonAfter(rules, last.at, now);
  const isHinted = !isRepeat && hint(rules, isIn ? last : null, last, now) === other;
  const kind = request === 'AUTOMATIC' ? (isRepeat || isHinted ? other : next) : request;
  if (kind === next || isHinted) return { outcome: 'record', kind };
  return refusing(kind, last);
}

const refusing = (kind: AttendanceKind, last: LastPunch | null): Verdict => ({
  outcome: 'refuse',
  reason: kind === 'CHECK_IN' ? 'ALREADY_CHECKED_IN' : 'NOT_CHECKED_IN',
  last,
});

/** What the shift says against alternating; null for nothing. */
function hint(rules: EmployeeRules, open: LastPunch | null, last: LastPunch | null, now: Date): AttendanceKind | null {
  const date = workDate(rules, open ? 'CHECK_IN' : 'CHECK_OUT', now);
  const hintMs = rules.policyOn(date).shiftHintMinutes * MINUTE_MS;
  const segments = [addDays(date, -1), date, addDays(date, 1)].flatMap(
    (each) => rules.roster.expectedOn(each).segments,
  );
  if (open) return segments.some((segment) => beginsAnew(segment, open, now, hintMs, segments)) ? 'CHECK_IN' : null;
  return segments.some((segment) => endsUnseen(segment, last, now, hintMs)) ? 'CHECK_OUT' : null;
}

/** Near the end of a segment in or before which nothing was punched. */
function endsUnseen({ startsAt, endsAt }: Segment, last: LastPunch | null, now: Date, hintMs: number): boolean {
  const isNearEnd = Math.abs(now.getTime() - endsAt.getTime()) < hintMs;
  const isNearerEnd = now.getTime() - startsAt.getTime() > endsAt.getTime() - now.getTime();
  return isNearEnd && isNearerEnd && (last === null || last.at.getTime() < startsAt.getTime() - hintMs);
}

/** Near the start of a segment, when the check-in that is open was for one that is over. */
function beginsAnew(
  { startsAt }: Segment,
  open: LastPunch,
  now: Date,
  hintMs: number,
  segments: readonly Segment[],
): boolean {
  const isNearStart = Math.abs(now.getTime() - startsAt.getTime()) < hintMs;
  const openFor = segments.find(({ endsAt }) => endsAt > open.at);
  return isNearStart && openFor !== undefined && openFor.endsAt.getTime() + hintMs <= now.getTime();
}

const isSoonAfter = ({ roster }: EmployeeRules, first: Date, second: Date): boolean =>
  second.getTime() - first.getTime() < roster.site.minimumPunchIntervalSeconds * 1000;

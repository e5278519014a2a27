import type { PolicyRow_PolicyFragment } from '../gql/graphql';
import { durationWords } from '../lib/duration-words';

const ROUNDED = { DOWN: 'down to whole', UP: 'up to whole', NEAREST: 'to the nearest' } as const;

/** What a policy says that is out of the ordinary, a short sentence each. */
export function policyWords(policy: Omit<PolicyRow_PolicyFragment, 'id' | 'name'>): string[] {
  const { overtimeBasis, breakRules } = policy;
  const rounding = (what: string, direction: keyof typeof ROUNDED, minutes: number): string[] =>
    minutes > 0 ? [`${what} are rounded ${ROUNDED[direction]} ${durationWords(minutes)}.`] : [];
  return [
    policy.lateGraceMinutes > 0
      ? `Late after ${durationWords(policy.lateGraceMinutes)}.`
      : 'Late from the first minute.',
    ...(policy.earlyLeaveGraceMinutes > 0
      ? [`Leaving ${durationWords(policy.earlyLeaveGraceMinutes)} early is allowed.`]
      : []),
    ...breakRules.map(
      ({ afterMinutes, minutes, isPaid }) =>
        `A break of ${durationWords(minutes)} after ${durationWords(afterMinutes)} of work${isPaid ? ', paid' : ''}.`,
    ),
    ...rounding('Check-ins', policy.roundCheckIn, policy.roundCheckInToMinutes),
    ...rounding('Check-outs', policy.roundCheckOut, policy.roundCheckOutToMinutes),
    ...(policy.countsTimeBeforeShift ? [] : ['Time before a shift does not count.']),
    ...(overtimeBasis === 'SCHEDULED' ? ['Overtime is over what was agreed for the day.'] : []),
    ...(overtimeBasis === 'FIXED'
      ? [`Overtime is over ${durationWords(policy.dailyOvertimeAfterMinutes)} a day.`]
      : []),
    ...(policy.weeklyOvertimeAfterMinutes != null
      ? [`Overtime is over ${durationWords(policy.weeklyOvertimeAfterMinutes)} a week.`]
      : []),
    ...(policy.overtimeNeedsApproval ? ['Overtime counts when it is approved.'] : []),
    ...(policy.automaticCheckOut === 'SHIFT_END' ? ['Who forgets to check out is out at the end of the shift.'] : []),
    ...(policy.automaticCheckOut === 'MAX_OPEN'
      ? [`Who forgets to check out is out after ${durationWords(policy.maxOpenMinutes)}.`]
      : []),
  ];
}

import type {
  AutomaticCheckOut,
  OvertimeBasis,
  PolicyInput,
  PolicyRow_PolicyFragment,
  RoundingDirection,
} from '../gql/graphql';
import { durationField, minutesOfDuration, wholeNumber } from '../lib/time-field';

/** What the fields of a policy hold while somebody types. Durations are 'H:MM', the rest whole minutes. */
export interface PolicyFields {
  name: string;
  lateGrace: string;
  earlyGrace: string;
  hint: string;
  window: string;
  maxOpen: string;
  automatic: AutomaticCheckOut;
  countsBefore: boolean;
  breaks: { after: string; minutes: string; isPaid: boolean }[];
  roundIn: RoundingDirection;
  roundInTo: string;
  roundOut: RoundingDirection;
  roundOutTo: string;
  overtime: OvertimeBasis;
  daily: string;
  /** '' for no weekly overtime. */
  weekly: string;
  needsApproval: boolean;
  weekStartsOn: number;
}

/** The whole of a policy as it is sent. */
export type WholePolicy = Required<Omit<PolicyInput, 'breakRules' | 'weeklyOvertimeAfterMinutes'>> &
  Pick<PolicyRow_PolicyFragment, 'breakRules' | 'weeklyOvertimeAfterMinutes'>;

/** A policy never changes: what is edited becomes a new one. Null begins with what holds where nothing is agreed. */
export function policyFields(policy: PolicyRow_PolicyFragment | null): PolicyFields {
  return {
    name: '',
    lateGrace: String(policy?.lateGraceMinutes ?? 0),
    earlyGrace: String(policy?.earlyLeaveGraceMinutes ?? 0),
    hint: String(policy?.shiftHintMinutes ?? 0),
    window: String(policy?.shiftWindowMinutes ?? 120),
    maxOpen: durationField(policy?.maxOpenMinutes ?? 960),
    automatic: policy?.automaticCheckOut ?? 'NEVER',
    countsBefore: policy?.countsTimeBeforeShift ?? true,
    breaks: (policy?.breakRules ?? []).map(({ afterMinutes, minutes, isPaid }) => ({
      after: durationField(afterMinutes),
      minutes: String(minutes),
      isPaid,
    })),
    roundIn: policy?.roundCheckIn ?? 'NEAREST',
    roundInTo: String(policy?.roundCheckInToMinutes ?? 0),
    roundOut: policy?.roundCheckOut ?? 'NEAREST',
    roundOutTo: String(policy?.roundCheckOutToMinutes ?? 0),
    overtime: policy?.overtimeBasis ?? 'NONE',
    daily: durationField(policy?.dailyOvertimeAfterMinutes ?? 480),
    weekly: policy?.weeklyOvertimeAfterMinutes == null ? '' : durationField(policy.weeklyOvertimeAfterMinutes),
    needsApproval: policy?.overtimeNeedsApproval ?? false,
    weekStartsOn: policy?.weekStartsOn ?? 1,
  };
}

/** The policy as it is sent, or what is still wrong with it (null: only not filled in yet). */
export function readPolicy(fields: PolicyFields): { input: WholePolicy } | { problem: string | null } {
  if (fields.name.trim() === '') return { problem: null };
  const minutes = (text: string): number | null => wholeNumber(text, 0, 1440);
  const [lateGrace, earlyGrace, hint, window] = [fields.lateGrace, fields.earlyGrace, fields.hint, fields.window].map(
    minutes,
  );
  const [roundInTo, roundOutTo] = [fields.roundInTo, fields.roundOutTo].map(minutes);
  const [maxOpen, daily] = [minutesOfDuration(fields.maxOpen), minutesOfDuration(fields.daily)];
  const weekly = fields.weekly.trim() === '' ? undefined : minutesOfDuration(fields.weekly);
  const breakRules = fields.breaks.flatMap(({ after, minutes: length, isPaid }) => {
    const [afterMinutes, breakMinutes] = [minutesOfDuration(after), wholeNumber(length, 1, 1440)];
    return afterMinutes === null || breakMinutes === null ? [] : [{ afterMinutes, minutes: breakMinutes, isPaid }];
  });
  if (
    lateGrace == null ||
    earlyGrace == null ||
    hint == null ||
    window == null ||
    roundInTo == null ||
    roundOutTo == null
  ) {
    return { problem: 'Grace, windows and rounding are whole minutes.' };
  }
  if (maxOpen === null || daily === null || weekly === null) return { problem: 'Write durations like 8:00.' };
  if (breakRules.length < fields.breaks.length)
    return { problem: 'A break has a duration like 6:00 before it, and whole minutes.' };
  return {
    input: {
      name: fields.name.trim(),
      lateGraceMinutes: lateGrace,
      earlyLeaveGraceMinutes: earlyGrace,
      shiftHintMinutes: hint,
      shiftWindowMinutes: window,
      maxOpenMinutes: maxOpen,
      automaticCheckOut: fields.automatic,
      countsTimeBeforeShift: fields.countsBefore,
      breakRules,
      roundCheckIn: fields.roundIn,
      roundCheckInToMinutes: roundInTo,
      roundCheckOut: fields.roundOut,
      roundCheckOutToMinutes: roundOutTo,
      overtimeBasis: fields.overtime,
      dailyOvertimeAfterMinutes: daily,
      weeklyOvertimeAfterMinutes: weekly ?? null,
      overtimeNeedsApproval: fields.needsApproval,
      weekStartsOn: fields.weekStartsOn,
    },
  };
}

import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { orConflict } from '../graphql/conflict.type.js';
import { enumOf } from '../graphql/enum-of.js';
import { connectionOf } from '../graphql/page.type.js';
import { DateTimeISO, LocalDate } from '../graphql/scalars.js';
import { DEFAULT_POLICY } from './policy.rules.js';

const RoundingDirection = enumOf(['UP', 'DOWN', 'NEAREST']);
registerEnumType(RoundingDirection, { name: 'RoundingDirection' });
const AutomaticCheckOut = enumOf(['NEVER', 'SHIFT_END', 'MAX_OPEN']);
registerEnumType(AutomaticCheckOut, {
  name: 'AutomaticCheckOut',
  description:
    'What is supposed when nobody checks out: nothing, the end of the shift, or that the open time was used up.',
});
const OvertimeBasis = enumOf(['NONE', 'SCHEDULED', 'FIXED']);
registerEnumType(OvertimeBasis, {
  name: 'OvertimeBasis',
  description: "What a day's overtime is over: nothing is, the scheduled minutes, or a fixed number.",
});

@ObjectType({ description: 'After more than so many minutes of work a day, a break of so many minutes is supposed.' })
export class BreakRule {
  @Field(() => Int)
  afterMinutes!: number;

  @Field(() => Int)
  minutes!: number;

  @Field()
  isPaid!: boolean;
}

@InputType()
export class BreakRuleInput {
  @Field(() => Int)
  afterMinutes!: number;

  @Field(() => Int)
  minutes!: number;

  @Field({ defaultValue: false })
  isPaid!: boolean;
}

@ObjectType()
@InputType('PolicyFieldsInput')
abstract class PolicyFields {
  @Field()
  name!: string;

  @Field(() => Int, {
    defaultValue: DEFAULT_POLICY.maxOpenMinutes,
    description: 'A check-in open for longer than this was forgotten.',
  })
  maxOpenMinutes!: number;

  @Field(() => AutomaticCheckOut, { defaultValue: DEFAULT_POLICY.automaticCheckOut })
  automaticCheckOut!: keyof typeof AutomaticCheckOut;

  @Field(() => Int, {
    defaultValue: DEFAULT_POLICY.shiftWindowMinutes,
    description: "How long before a shift a check-in, and after it a lone check-out, belongs to the shift's date.",
  })
  shiftWindowMinutes!: number;

  @Field(() => Int, {
    defaultValue: DEFAULT_POLICY.shiftHintMinutes,
    description: "How near to a shift's start or end a punch is taken for its check-in or check-out; 0 for never.",
  })
  shiftHintMinutes!: number;

  @Field(() => Int, { defaultValue: DEFAULT_POLICY.lateGraceMinutes })
  lateGraceMinutes!: number;

  @Field(() => Int, { defaultValue: DEFAULT_POLICY.earlyLeaveGraceMinutes })
  earlyLeaveGraceMinutes!: number;

  @Field({ defaultValue: DEFAULT_POLICY.countsTimeBeforeShift })
  countsTimeBeforeShift!: boolean;

  @Field(() => Int, { defaultValue: DEFAULT_POLICY.roundCheckInToMinutes, description: '0 for not at all.' })
  roundCheckInToMinutes!: number;

  @Field(() => RoundingDirection, { defaultValue: DEFAULT_POLICY.roundCheckIn })
  roundCheckIn!: keyof typeof RoundingDirection;

  @Field(() => Int, { defaultValue: DEFAULT_POLICY.roundCheckOutToMinutes, description: '0 for not at all.' })
  roundCheckOutToMinutes!: number;

  @Field(() => RoundingDirection, { defaultValue: DEFAULT_POLICY.roundCheckOut })
  roundCheckOut!: keyof typeof RoundingDirection;

  @Field(() => OvertimeBasis, { defaultValue: DEFAULT_POLICY.overtimeBasis })
  overtimeBasis!: keyof typeof OvertimeBasis;

  @Field(() => Int, {
    defaultValue: DEFAULT_POLICY.dailyOvertimeAfterMinutes,
    description: 'The minutes of a day over which FIXED begins.',
  })
  dailyOvertimeAfterMinutes!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Minutes of a week over which the rest becomes overtime; null for never.',
  })
  weeklyOvertimeAfterMinutes!: number | null;

  @Field(() => Int, { defaultValue: DEFAULT_POLICY.weekStartsOn, description: '1, Monday, to 7.' })
  weekStartsOn!: number;

  @Field({ defaultValue: DEFAULT_POLICY.overtimeNeedsApproval })
  overtimeNeedsApproval!: boolean;
}

@ObjectType('Policy', { description: 'What the company has agreed with its people about time. Never changed.' })
export class PolicyType extends PolicyFields {
  @Field(() => ID)
  id!: string;

  @Field(() => [BreakRule])
  breakRules!: readonly BreakRule[];
}

export const CreatePolicyResult = orConflict(PolicyType, 'CreatePolicyResult');

export const PolicyConnection = connectionOf(PolicyType, 'Policy', 'In order of names.');

@InputType()
export class PolicyInput extends PolicyFields {
  @Field(() => [BreakRuleInput], { defaultValue: [] })
  breakRules!: BreakRuleInput[];
}

@ObjectType('PolicyAssignment', {
  description:
    'A policy that holds for a site, a department or an employee. Of several the narrowest wins, then the one that began last.',
})
export class PolicyAssignmentType {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  policyId!: string;

  @Field(() => ID, { nullable: true })
  siteId!: string | null;

  @Field(() => ID, { nullable: true })
  departmentId!: string | null;

  @Field(() => ID, { nullable: true })
  employeeId!: string | null;

  @Field(() => LocalDate, { description: 'The first date.' })
  from!: string;

  @Field(() => LocalDate, { nullable: true, description: 'The last date; null without end.' })
  to!: string | null;

  @Field(() => DateTimeISO)
  createdAt!: Date;

  @Field({ description: 'Who applied it, as "user:…".' })
  source!: string;
}

export const PolicyAssignmentConnection = connectionOf(PolicyAssignmentType, 'PolicyAssignment', 'Newest first.');

@InputType({ description: 'A policy for exactly one of siteId, departmentId and employeeId.' })
export class PolicyChangeInput {
  @Field(() => ID)
  policyId!: string;

  @Field(() => ID, { nullable: true })
  siteId?: string | null;

  @Field(() => ID, { nullable: true })
  departmentId?: string | null;

  @Field(() => ID, { nullable: true })
  employeeId?: string | null;

  @Field(() => LocalDate, { description: 'The first date, in the past too.' })
  from!: string;

  @Field(() => LocalDate, { nullable: true, description: 'The last date; without end where it is not said.' })
  to?: string | null;
}

@ObjectType({ description: 'One column of one day record that would change.' })
export class RecordDifference {
  @Field(() => ID)
  employeeId!: string;

  @Field(() => LocalDate)
  date!: string;

  @Field({ description: 'As the field of Attendance is named.' })
  column!: string;

  @Field(() => String, { nullable: true })
  before!: string | null;

  @Field(() => String, { nullable: true })
  after!: string | null;
}

@ObjectType({ description: 'What a policy change would do. Records of locked periods stay.' })
export class PolicyPreview {
  @Field(() => Int, { description: 'Day records that would change.' })
  days!: number;

  @Field(() => Int, { description: 'People of whom one would.' })
  employees!: number;

  @Field(() => [RecordDifference], { description: 'The first 1000 of them.' })
  differences!: RecordDifference[];
}

@ObjectType()
export class PolicyApplied {
  @Field(() => PolicyAssignmentType)
  assignment!: PolicyAssignmentType;

  @Field(() => Int, { description: 'Columns of day records that changed.' })
  changes!: number;
}

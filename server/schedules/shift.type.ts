import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { orConflict } from '../graphql/conflict.type.js';
import { connectionOf } from '../graphql/page.type.js';

const UNPAID = 'Minutes of the segments that are not work; not part of the scheduled minutes.';
const PAID = 'Minutes of punched breaks that count as work.';
const FLEXIBLE =
  'So many minutes a day whenever they are worked, the segments being core time; null for a shift from start to end.';

@ObjectType({ description: "Minutes after midnight of the shift's date; 1440 and more is the day after." })
export class ShiftSegment {
  @Field(() => Int)
  startsAtMinutes!: number;

  @Field(() => Int)
  endsAtMinutes!: number;
}

@ObjectType('Shift', { description: 'When somebody is to be there.' })
export class ShiftType {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;

  @Field(() => [ShiftSegment], { description: 'In order.' })
  segments!: ShiftSegment[];

  @Field(() => Int, { nullable: true, description: FLEXIBLE })
  flexibleMinutes!: number | null;

  @Field(() => Int, { description: UNPAID })
  unpaidBreakMinutes!: number;

  @Field(() => Int, { description: PAID })
  paidBreakMinutes!: number;
}

export const ShiftResult = orConflict(ShiftType, 'ShiftResult');

export const ShiftConnection = connectionOf(ShiftType, 'Shift', 'In order of names.');

@InputType()
export class ShiftSegmentInput {
  @Field(() => Int, { description: '0 to 2879; the first segment of a shift starts before 1440.' })
  startsAtMinutes!: number;

  @Field(() => Int, { description: 'After the start; 1440 and more for a time of the next day.' })
  endsAtMinutes!: number;
}

@InputType()
export class ShiftInput {
  @Field({ description: '1 to 100 characters, of one shift only.' })
  name!: string;

  @Field(() => [ShiftSegmentInput], {
    description: 'At most 12, not overlapping, within 24 hours; none only where the shift is flexible.',
  })
  segments!: ShiftSegmentInput[];

  @Field(() => Int, { nullable: true, description: FLEXIBLE })
  flexibleMinutes?: number | null;

  @Field(() => Int, { defaultValue: 0, description: UNPAID })
  unpaidBreakMinutes!: number;

  @Field(() => Int, { defaultValue: 0, description: PAID })
  paidBreakMinutes!: number;
}

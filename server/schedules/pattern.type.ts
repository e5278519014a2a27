import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { orConflict } from '../graphql/conflict.type.js';
import { connectionOf } from '../graphql/page.type.js';
import { LocalDate } from '../graphql/scalars.js';
import { ShiftType } from './shift.type.js';

@ObjectType()
export class PatternDay {
  @Field(() => Int, { description: '0 to cycleDays - 1.' })
  day!: number;

  @Field(() => ShiftType)
  shift!: ShiftType;
}

@ObjectType('Pattern', {
  description: 'Which shifts come on which day of a cycle: a week, or a rotation of any length.',
})
export class PatternType {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;

  @Field(() => Int)
  cycleDays!: number;

  @Field(() => LocalDate, { description: 'The date of day 0 of a cycle.' })
  startsOn!: string;

  @Field({ description: "Whether the site's holidays are free." })
  observesHolidays!: boolean;

  @Field(() => [PatternDay], { description: 'In order; a day without any is free.' })
  days!: PatternDay[];
}

export const PatternResult = orConflict(PatternType, 'PatternResult');

export const PatternConnection = connectionOf(PatternType, 'Pattern', 'In order of names.');

@InputType()
export class PatternDayInput {
  @Field(() => Int, { description: '0 to cycleDays - 1; in a week that begins on a Monday, 0 is the Monday.' })
  day!: number;

  @Field(() => ID)
  shiftId!: string;
}

@InputType()
export class PatternInput {
  @Field({ description: '1 to 100 characters, of one pattern only.' })
  name!: string;

  @Field(() => Int, { defaultValue: 7, description: '1 to 366; 7 is a week.' })
  cycleDays!: number;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The date of day 0 of a cycle; a Monday for a week where it is not said, needed for any other cycle.',
  })
  startsOn?: string | null;

  @Field({ defaultValue: true, description: "Whether the site's holidays are free." })
  observesHolidays!: boolean;

  @Field(() => [PatternDayInput], {
    description: 'Several of one day are several shifts on it, which must not overlap; a day without any is free.',
  })
  days!: PatternDayInput[];
}

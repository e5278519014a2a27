import { Field, Int, ObjectType } from 'type-graphql';
import { DateTimeISO, LocalDate } from '../graphql/scalars.js';
import type { ExpectedDay } from './schedule.rules.js';

@ObjectType({ description: 'From when to when somebody is expected.' })
export class ExpectedSegment {
  @Field(() => DateTimeISO)
  startsAt!: Date;

  @Field(() => DateTimeISO)
  endsAt!: Date;
}

@ObjectType('ExpectedDay', { description: 'What is expected of one employee on one date.' })
export class ExpectedDayType implements ExpectedDay {
  @Field(() => LocalDate)
  date!: string;

  @Field(() => [ExpectedSegment], {
    description: 'In order; core time when the day is flexible. What is left of them on a half day.',
  })
  segments!: readonly ExpectedSegment[];

  @Field()
  isFlexible!: boolean;

  @Field(() => Int, { description: 'Real minutes to be worked; holidays, leave and unpaid breaks taken off.' })
  scheduledMinutes!: number;

  @Field(() => Int, { description: 'Real minutes that a holiday takes from the schedule.' })
  holidayMinutes!: number;

  @Field(() => Int, { description: 'Real minutes that a leave takes from the schedule.' })
  leaveMinutes!: number;

  @Field(() => String, { nullable: true, description: 'The word of the leave that applies.' })
  leaveKind!: string | null;

  @Field(() => Int, { description: 'Minutes of punched breaks that count as work.' })
  paidBreakMinutes!: number;
}

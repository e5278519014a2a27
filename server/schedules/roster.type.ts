import { ArgsType, Field, ID, Int, ObjectType } from 'type-graphql';
import { EmployeeType } from '../employees/employee.type.js';
import { connectionOf, PageArgs } from '../graphql/page.type.js';
import { DateTimeISO, LocalDate } from '../graphql/scalars.js';
import { AssignmentType } from './assignment.type.js';
import type { PlannedDay } from './schedule.rules.js';

@ObjectType({ description: 'From when to when somebody is expected.' })
export class ExpectedSegment {
  @Field(() => DateTimeISO)
  startsAt!: Date;

  @Field(() => DateTimeISO)
  endsAt!: Date;
}

@ObjectType('ExpectedDay', { description: 'What is expected of one employee on one date.' })
export class ExpectedDayType implements PlannedDay {
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

  @Field(() => [ID], { description: 'The shifts as agreed, before holidays and leave take from them; in order.' })
  shiftIds!: readonly string[];

  @Field({ description: "A one-off change took the pattern's place." })
  isChanged!: boolean;

  @Field(() => [String], {
    description: "The names of the site's holidays on the date, also where the shifts are worked all the same.",
  })
  holidayNames!: readonly string[];
}

@ObjectType('EmployeeRoster')
export class EmployeeRosterType {
  @Field(() => EmployeeType)
  employee!: EmployeeType;

  @Field(() => [ExpectedDayType], { description: 'One of each date.' })
  days!: ExpectedDayType[];
}

export const EmployeeRosterConnection = connectionOf(
  EmployeeRosterType,
  'EmployeeRoster',
  'Active people, in order of names.',
);

@ArgsType()
export class TeamRosterArgs extends PageArgs {
  @Field(() => LocalDate, { description: 'The first day.' })
  from!: string;

  @Field(() => LocalDate, { description: 'The last day.' })
  to!: string;

  @Field(() => ID, { nullable: true })
  siteId?: string | null;

  @Field(() => ID, { nullable: true })
  departmentId?: string | null;
}

@ObjectType({ description: 'From when to when one assignment holds for somebody.' })
export class PatternInForce {
  @Field(() => LocalDate)
  from!: string;

  @Field(() => LocalDate, { nullable: true, description: 'The last date; null until further notice.' })
  to!: string | null;

  @Field(() => AssignmentType, { nullable: true, description: 'Null: nothing is expected.' })
  assignment!: AssignmentType | null;
}

import { ArgsType, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../graphql/enum-of.js';
import { LocalDate } from '../graphql/scalars.js';

const SummaryBy = enumOf(['DAY', 'WEEK', 'MONTH', 'EMPLOYEE', 'DEPARTMENT']);
registerEnumType(SummaryBy, { name: 'SummaryBy', description: 'Weeks begin on Mondays.' });

@ArgsType()
export class SummaryArgs {
  @Field(() => SummaryBy)
  by!: keyof typeof SummaryBy;

  @Field(() => LocalDate, { description: 'The first day.' })
  from!: string;

  @Field(() => LocalDate, { description: 'The last day; at most 366 in all.' })
  to!: string;

  @Field(() => ID, { nullable: true })
  siteId?: string | null;

  @Field(() => String, { nullable: true })
  department?: string | null;

  @Field(() => ID, { nullable: true })
  employeeId?: string | null;
}

@ObjectType({ description: 'The sums of day records. Minutes are as in Attendance.' })
export class AttendanceSummary {
  @Field({ description: "A date, the Monday of a week, YYYY-MM, an employee's id or a department's name." })
  key!: string;

  @Field({ description: "The employee's name; otherwise the key." })
  name!: string;

  @Field(() => Int, { description: 'Records with a punch.' })
  presentDays!: number;

  @Field(() => Int)
  lateDays!: number;

  @Field(() => Int, { description: 'Records on which somebody, or a punch of theirs, is missing.' })
  missingDays!: number;

  @Field(() => Int)
  correctedDays!: number;

  @Field(() => Int)
  scheduledMinutes!: number;

  @Field(() => Int)
  workedMinutes!: number;

  @Field(() => Int)
  countedMinutes!: number;

  @Field(() => Int)
  regularMinutes!: number;

  @Field(() => Int)
  overtimeMinutes!: number;

  @Field(() => Int)
  unapprovedOvertimeMinutes!: number;

  @Field(() => Int)
  unpaidBreakMinutes!: number;

  @Field(() => Int)
  paidBreakMinutes!: number;

  @Field(() => Int)
  lateMinutes!: number;

  @Field(() => Int)
  earlyLeaveMinutes!: number;

  @Field(() => Int)
  absentMinutes!: number;

  @Field(() => Int)
  leaveMinutes!: number;

  @Field(() => Int)
  holidayMinutes!: number;
}

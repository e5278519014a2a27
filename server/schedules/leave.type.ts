import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { EmployeeType } from '../employees/employee.type.js';
import { orConflict } from '../graphql/conflict.type.js';
import { connectionOf, PageArgs } from '../graphql/page.type.js';
import { LocalDate } from '../graphql/scalars.js';
import { DayPartEnum } from './day-part.type.js';
import type { DayPart } from './schedule.rules.js';

const PART = 'What is taken of each day.';

@ObjectType('Leave', { description: 'Days on which somebody need not come.' })
export class LeaveType {
  @Field(() => ID)
  id!: string;

  @Field(() => EmployeeType)
  employee!: EmployeeType;

  @Field(() => LocalDate, { description: 'The first day.' })
  from!: string;

  @Field(() => LocalDate, { description: 'The last day.' })
  to!: string;

  @Field(() => DayPartEnum, { description: PART })
  part!: DayPart;

  @Field({ description: "The company's own word, such as annual, sick or unpaid." })
  kind!: string;
}

export const LeaveResult = orConflict(LeaveType, 'LeaveResult');

export const LeaveConnection = connectionOf(LeaveType, 'Leave', 'The latest first day first.');

@ObjectType({ description: 'What an import came to, in leaves.' })
export class LeaveImport {
  @Field(() => Int)
  added!: number;

  @Field(() => Int)
  unchanged!: number;
}

export const ImportLeaveResult = orConflict(LeaveImport, 'ImportLeaveResult');

@InputType()
export class LeaveInput {
  @Field(() => ID)
  employeeId!: string;

  @Field(() => LocalDate, { description: 'The first day.' })
  from!: string;

  @Field(() => LocalDate, { description: 'The last day, at most three years later.' })
  to!: string;

  @Field(() => DayPartEnum, { defaultValue: 'WHOLE', description: PART })
  part!: DayPart;

  @Field({ description: "The company's own word, such as annual, sick or unpaid; 1 to 50 characters." })
  kind!: string;
}

@InputType({ description: 'All that is given must hold; one of the days must be between the dates.' })
export class LeaveFilter {
  @Field(() => ID, { nullable: true })
  employeeId?: string | null;

  @Field(() => LocalDate, { nullable: true })
  from?: string | null;

  @Field(() => LocalDate, { nullable: true })
  to?: string | null;
}

@ArgsType()
export class LeavesArgs extends PageArgs {
  @Field(() => LeaveFilter, { nullable: true })
  filter?: LeaveFilter | null;
}

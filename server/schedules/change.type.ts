import { ArgsType, Field, ID, InputType, ObjectType } from 'type-graphql';
import { EmployeeType } from '../employees/employee.type.js';
import { connectionOf, PageArgs } from '../graphql/page.type.js';
import { LocalDate } from '../graphql/scalars.js';
import { ShiftType } from './shift.type.js';

@ObjectType('OneOffChange', {
  description: 'A shift that somebody works on one date instead of the pattern. Worked on a holiday too.',
})
export class OneOffChangeType {
  @Field(() => ID)
  id!: string;

  @Field(() => EmployeeType)
  employee!: EmployeeType;

  @Field(() => LocalDate)
  date!: string;

  @Field(() => ShiftType, { nullable: true, description: 'Null: a free day.' })
  shift!: ShiftType | null;
}

export const OneOffChangeConnection = connectionOf(OneOffChangeType, 'OneOffChange', 'In order of dates.');

@InputType()
export class ChangeDayInput {
  @Field(() => ID)
  employeeId!: string;

  @Field(() => LocalDate)
  date!: string;

  @Field(() => [ID], { description: 'At most 5, which must not overlap; none for a free day.' })
  shiftIds!: string[];
}

@InputType({ description: 'All that is given must hold.' })
export class OneOffChangeFilter {
  @Field(() => ID, { nullable: true })
  employeeId?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The first day.' })
  from?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The last day.' })
  to?: string | null;
}

@ArgsType()
export class OneOffChangesArgs extends PageArgs {
  @Field(() => OneOffChangeFilter, { nullable: true })
  filter?: OneOffChangeFilter | null;
}

import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DepartmentType } from '../employees/department.type.js';
import { EmployeeType } from '../employees/employee.type.js';
import { connectionOf, PageArgs } from '../graphql/page.type.js';
import { LocalDate } from '../graphql/scalars.js';
import { PatternType } from './pattern.type.js';
import { SiteType } from './site.type.js';

const OFFSET = "How many days ahead of the pattern this team's rotation runs.";

@ObjectType('Assignment', {
  description:
    'A pattern that holds for a site, a department or an employee. Of several the narrowest wins, then the one that began last.',
})
export class AssignmentType {
  @Field(() => ID)
  id!: string;

  @Field(() => PatternType)
  pattern!: PatternType;

  @Field(() => SiteType, { nullable: true })
  site!: SiteType | null;

  @Field(() => DepartmentType, { nullable: true })
  department!: DepartmentType | null;

  @Field(() => EmployeeType, { nullable: true })
  employee!: EmployeeType | null;

  @Field(() => LocalDate, { description: 'The first date.' })
  from!: string;

  @Field(() => LocalDate, { nullable: true, description: 'The last date; null without end.' })
  to!: string | null;

  @Field(() => Int, { description: OFFSET })
  offsetDays!: number;
}

export const AssignmentConnection = connectionOf(AssignmentType, 'Assignment', 'Newest first.');

@InputType({ description: 'Exactly one of siteId, departmentId and employeeId.' })
export class AssignmentInput {
  @Field(() => ID)
  patternId!: string;

  @Field(() => ID, { nullable: true })
  siteId?: string | null;

  @Field(() => ID, { nullable: true })
  departmentId?: string | null;

  @Field(() => ID, { nullable: true })
  employeeId?: string | null;

  @Field(() => LocalDate, { description: 'The first date.' })
  from!: string;

  @Field(() => LocalDate, { nullable: true, description: 'The last date; without end where it is not said.' })
  to?: string | null;

  @Field(() => Int, { defaultValue: 0, description: `${OFFSET} 0 to 365.` })
  offsetDays!: number;
}

@InputType({ description: 'All that is given must hold.' })
export class AssignmentFilter {
  @Field(() => ID, { nullable: true })
  patternId?: string | null;

  @Field(() => ID, { nullable: true })
  siteId?: string | null;

  @Field(() => ID, { nullable: true })
  departmentId?: string | null;

  @Field(() => ID, { nullable: true })
  employeeId?: string | null;
}

@ArgsType()
export class AssignmentsArgs extends PageArgs {
  @Field(() => AssignmentFilter, { nullable: true })
  filter?: AssignmentFilter | null;
}

import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { PageArgs } from '../graphql/page.type.js';
import { LocalDate } from '../graphql/scalars.js';

@ArgsType()
export class EmployeesArgs extends PageArgs {
  @Field(() => String, {
    nullable: true,
    description: 'Words that must all occur in name, number, position or department; case and accents do not matter.',
  })
  search?: string | null;
}

@InputType({ description: 'What is left out stays as it is.' })
export class UpdateEmployeeInput {
  @Field(() => String, { nullable: true })
  name?: string;

  @Field(() => String, { nullable: true })
  position?: string;

  @Field(() => String, { nullable: true, description: 'The name of a department, which is made where there is none.' })
  department?: string;

  @Field(() => ID, { nullable: true })
  siteId?: string;

  @Field(() => Boolean, { nullable: true })
  active?: boolean;

  @Field(() => LocalDate, {
    nullable: true,
    description:
      'Their last day. After it they are inactive, and their face is erased once its time is over. Null: they stay.',
  })
  leavesOn?: string | null;
}

@InputType({ description: 'Somebody who checks in and out without a face.' })
export class AddEmployeeInput {
  @Field({ description: '1 to 100 characters.' })
  name!: string;

  @Field({ description: '1 to 100 characters.' })
  position!: string;

  @Field({ description: 'The name of a department, 1 to 100 characters. One that is not there is made.' })
  department!: string;

  @Field(() => ID, { nullable: true, description: 'Where they work; the first site where it is not said.' })
  siteId?: string | null;
}

import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { PageArgs } from '../graphql/page.type.js';

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
}

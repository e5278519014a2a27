import { Field, Float, ObjectType } from 'type-graphql';
import { EmployeeType } from '../employees/employee.type.js';
import { connectionOf } from '../graphql/page.type.js';
import { DateTimeISO } from '../graphql/scalars.js';

@ObjectType('LookAlike', {
  description: 'Two people whose faces are too near to be told apart by face alone: both need their PIN besides.',
})
export class LookAlikeType {
  @Field(() => EmployeeType)
  first!: EmployeeType;

  @Field(() => EmployeeType)
  second!: EmployeeType;

  @Field(() => Float, { description: "Between their nearest photos, the encoder's own." })
  distance!: number;

  @Field(() => DateTimeISO)
  foundAt!: Date;
}

export const LookAlikeConnection = connectionOf(LookAlikeType, 'LookAlike', 'Nearest pairs first.');

import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { orConflict } from '../graphql/conflict.type.js';
import { connectionOf } from '../graphql/page.type.js';

@ObjectType('Department')
export class DepartmentType {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;
}

export const DepartmentResult = orConflict(DepartmentType, 'DepartmentResult');

export const DepartmentConnection = connectionOf(DepartmentType, 'Department', 'In order of names.');

@InputType()
export class DepartmentInput {
  @Field({ description: '1 to 100 characters. Case and accents make no other department.' })
  name!: string;
}

import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType()
export class DepartmentPresence {
  @Field()
  department!: string;

  @Field(() => Int, { description: 'How many are in.' })
  present!: number;

  @Field(() => Int, { description: 'How many active people it has.' })
  employees!: number;
}

@ObjectType({ description: 'Who is in at this moment.' })
export class Presence {
  @Field(() => [DepartmentPresence], { description: 'In order of names.' })
  departments!: DepartmentPresence[];

  @Field(() => Int, { description: 'How many are in.' })
  get present(): number {
    return this.departments.reduce((sum, { present }) => sum + present, 0);
  }

  @Field(() => Int, { description: 'How many active people there are.' })
  get employees(): number {
    return this.departments.reduce((sum, { employees }) => sum + employees, 0);
  }
}

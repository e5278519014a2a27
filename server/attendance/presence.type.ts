import { ArgsType, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../graphql/enum-of.js';
import { PageArgs } from '../graphql/page.type.js';

const WhereaboutsEnum = enumOf(['IN', 'OUT', 'EXPECTED', 'LATE', 'ON_LEAVE']);
registerEnumType(WhereaboutsEnum, { name: 'Whereabouts', description: 'As counted by Presence; IN is present.' });

@ArgsType()
export class PeopleNowArgs extends PageArgs {
  @Field(() => WhereaboutsEnum)
  where!: keyof typeof WhereaboutsEnum;

  @Field(() => ID, { nullable: true, description: 'Only those of this site.' })
  siteId?: string | null;
}

@ObjectType()
export class DepartmentPresence {
  @Field()
  department!: string;

  @Field(() => Int, { description: 'How many are in.' })
  present!: number;

  @Field(() => Int, { description: 'How many active people it has.' })
  employees!: number;

  @Field(() => Int, { description: 'How many have gone, or are free.' })
  out!: number;

  @Field(() => Int, { description: 'How many have a shift today that is to begin.' })
  expected!: number;

  @Field(() => Int, { description: 'How many are not there though their shift began longer ago than the grace.' })
  late!: number;

  @Field(() => Int, { description: 'How many have leave for all that was scheduled today.' })
  onLeave!: number;
}

@ObjectType({
  description: 'Who is in at this moment. Everybody who is active is one of present, out, expected, late and onLeave.',
})
export class Presence {
  @Field(() => [DepartmentPresence], { description: 'In order of names.' })
  departments!: DepartmentPresence[];

  @Field(() => Int, { description: 'How many are in.' })
  get present(): number {
    return this.sum('present');
  }

  @Field(() => Int, { description: 'How many active people there are.' })
  get employees(): number {
    return this.sum('employees');
  }

  @Field(() => Int)
  get out(): number {
    return this.sum('out');
  }

  @Field(() => Int)
  get expected(): number {
    return this.sum('expected');
  }

  @Field(() => Int)
  get late(): number {
    return this.sum('late');
  }

  @Field(() => Int)
  get onLeave(): number {
    return this.sum('onLeave');
  }

  private sum(column: Exclude<keyof DepartmentPresence, 'department'>): number {
    return this.departments.reduce((total, department) => total + department[column], 0);
  }
}

import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { orConflict } from '../graphql/conflict.type.js';
import { connectionOf, PageArgs } from '../graphql/page.type.js';
import { LocalDate } from '../graphql/scalars.js';
import { DayPartEnum } from './day-part.type.js';
import type { DayPart } from './schedule.rules.js';

@ObjectType('Holiday')
export class HolidayType {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  siteId!: string;

  @Field(() => LocalDate)
  date!: string;

  @Field()
  name!: string;

  @Field(() => DayPartEnum)
  part!: DayPart;
}

export const CreateHolidayResult = orConflict(HolidayType, 'CreateHolidayResult');

export const HolidayConnection = connectionOf(HolidayType, 'Holiday', 'In order of dates.');

@ObjectType({ description: 'What an import came to, in holidays.' })
export class HolidayImport {
  @Field(() => Int)
  added!: number;

  @Field(() => Int)
  renamed!: number;

  @Field(() => Int)
  unchanged!: number;
}

@InputType()
export class HolidayInput {
  @Field(() => ID)
  siteId!: string;

  @Field(() => LocalDate)
  date!: string;

  @Field({ description: '1 to 100 characters.' })
  name!: string;

  @Field(() => DayPartEnum, { defaultValue: 'WHOLE' })
  part!: DayPart;
}

@InputType({ description: 'All that is given must hold.' })
export class HolidayFilter {
  @Field(() => ID, { nullable: true })
  siteId?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The first day.' })
  from?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The last day.' })
  to?: string | null;
}

@ArgsType()
export class HolidaysArgs extends PageArgs {
  @Field(() => HolidayFilter, { nullable: true })
  filter?: HolidayFilter | null;
}

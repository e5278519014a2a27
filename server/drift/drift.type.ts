import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { EmployeeType } from '../employees/employee.type.js';
import { connectionOf } from '../graphql/page.type.js';
import { DateTimeISO, LocalDate } from '../graphql/scalars.js';

@ObjectType({ description: 'How a place recognised in one week.' })
export class DriftWeek {
  @Field(() => LocalDate, { description: 'A Monday.' })
  week!: string;

  @Field({ description: 'Who sent the photos: "kiosk:{id}", "user:{id}" or "key:{id}".' })
  source!: string;

  @Field(() => String, { nullable: true, description: 'Null for what is no kiosk.' })
  kioskName!: string | null;

  @Field(() => Int)
  decisions!: number;

  @Field(() => Int, { description: 'Refused for whatever reason.' })
  refused!: number;

  @Field(() => Float, { description: '0..1.' })
  refusedShare!: number;

  @Field(() => Float, { nullable: true, description: "Of accepted matches, the first encoder's; null without any." })
  meanDistance!: number | null;

  @Field({ description: 'So many more were refused than in the four weeks before that chance does not explain it.' })
  isUnusual!: boolean;
}

@ObjectType({ description: 'Somebody whose newest sample is a year old or more.' })
export class AgeingTemplate {
  @Field(() => EmployeeType)
  employee!: EmployeeType;

  @Field(() => DateTimeISO, { description: 'When their newest sample was taken.' })
  sampledAt!: Date;

  @Field(() => Int, { description: 'Times they were recognised in the last 90 days.' })
  matches!: number;

  @Field(() => Float, { nullable: true, description: 'The mean distance of these.' })
  meanDistance!: number | null;

  @Field(() => Float, { nullable: true, description: 'The mean distance in the 90 days before.' })
  earlierDistance!: number | null;

  @Field(() => ID, { nullable: true, description: 'The punch whose photo would make a good sample.' })
  proposedEventId!: string | null;
}

export const AgeingTemplateConnection = connectionOf(
  AgeingTemplate,
  'AgeingTemplate',
  'By the number of the employee.',
);

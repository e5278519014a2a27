import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { orConflict } from '../graphql/conflict.type.js';
import { connectionOf } from '../graphql/page.type.js';

@ObjectType('Site', { description: 'A place of work, whose clocks and holidays hold for the people who belong to it.' })
export class SiteType {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;

  @Field({ description: 'IANA name.' })
  timeZone!: string;

  @Field(() => Int, { description: 'Minutes after midnight at which a working day begins.' })
  dayStartsAtMinutes!: number;

  @Field(() => Int, { description: 'A second punch of one kind this soon after the first is the same one.' })
  minimumPunchIntervalSeconds!: number;
}

export const SiteResult = orConflict(SiteType, 'SiteResult');

export const SiteConnection = connectionOf(SiteType, 'Site', 'In order of names.');

@InputType()
export class SiteInput {
  @Field({ description: '1 to 100 characters, of one site only.' })
  name!: string;

  @Field({ description: 'IANA name, such as Europe/Berlin.' })
  timeZone!: string;

  @Field(() => Int, {
    defaultValue: 0,
    description: 'Minutes after midnight at which a working day begins: 0 to 1439.',
  })
  dayStartsAtMinutes!: number;

  @Field(() => Int, { defaultValue: 60, description: '0 to 3600.' })
  minimumPunchIntervalSeconds!: number;
}

import { ArgsType, Field, ID, Int } from 'type-graphql';
import { DateTimeISO } from '../graphql/scalars.js';
import { CAPTURED_AT } from './attendance.input.js';

@ArgsType()
export class KeyedArgs {
  @Field(() => ID, {
    nullable: true,
    description:
      'The same key from the same caller gives the first answer again and records nothing more. Kept 30 days.',
  })
  idempotencyKey?: string | null;

  @Field(() => DateTimeISO, { nullable: true, description: CAPTURED_AT })
  capturedAt?: Date | null;
}

@ArgsType()
export class PinPunchArgs extends KeyedArgs {
  @Field(() => Int, { description: 'The number of the employee.' })
  number!: number;

  @Field()
  pin!: string;
}

@ArgsType()
export class BadgePunchArgs extends KeyedArgs {
  @Field({ description: 'The digits on the badge, as a scanner types them.' })
  badge!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Of somebody who was refused with PIN_REQUIRED. Send it with the same badge and a new key.',
  })
  pin?: string | null;
}

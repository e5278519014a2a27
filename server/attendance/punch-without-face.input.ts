import { ArgsType, Field, ID, Int } from 'type-graphql';
import { DeferredPunch } from './attendance.input.js';

@ArgsType()
export class KeyedArgs {
  @Field(() => ID, {
    nullable: true,
    description:
      'The same key from the same caller gives the first answer again and records nothing more. Kept 30 days.',
  })
  idempotencyKey?: string | null;

  @Field(() => DeferredPunch, { nullable: true, description: 'Of a punch that comes in later than it was made.' })
  deferred?: DeferredPunch | null;
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

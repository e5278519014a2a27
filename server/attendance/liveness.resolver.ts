import { Authorized, Ctx, Field, ID, Mutation, ObjectType, registerEnumType, Resolver } from 'type-graphql';
import type { Access } from '../caller.js';
import { callerOf, type Context } from '../graphql/context.js';
import { enumOf } from '../graphql/enum-of.js';
import { DateTimeISO } from '../graphql/scalars.js';
import { headMotions, type HeadMotion } from '../recognition/liveness/head-motion.js';
import type { ChallengeBook } from '../recognition/liveness/challenge-book.js';

const HeadMotionEnum = enumOf(headMotions);
registerEnumType(HeadMotionEnum, {
  name: 'HeadMotion',
  description: "A turn of the head from looking straight ahead; left and right are the person's own.",
});

@ObjectType({ description: 'A movement that tells a person from a picture of one. For one punch, soon.' })
export class LivenessChallenge {
  @Field(() => ID)
  id!: string;

  @Field(() => [HeadMotionEnum], { description: 'In this order, beginning and ending with a look straight ahead.' })
  steps!: readonly HeadMotion[];

  @Field(() => DateTimeISO)
  expiresAt!: Date;
}

@Resolver()
export class LivenessResolver {
  constructor(private readonly challenges: ChallengeBook) {}

  @Authorized<Access>('KIOSK', 'RECOGNITION')
  @Mutation(() => LivenessChallenge, {
    description: 'Asks for a movement. Photograph it in 4 to 8 frames and send them with the next punch.',
  })
  livenessChallenge(@Ctx() context: Context): Promise<LivenessChallenge> {
    return this.challenges.issue(callerOf(context).source);
  }
}

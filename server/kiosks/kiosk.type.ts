import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { connectionOf } from '../graphql/page.type.js';
import { LivenessLevelEnum } from '../graphql/liveness-level.type.js';
import { DateTimeISO } from '../graphql/scalars.js';
import type { LivenessLevel } from '../liveness-level.js';

@ObjectType('Kiosk', { description: 'A device at a door that sends photographs.' })
export class KioskType {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;

  @Field({ description: 'Whether people may register at it.' })
  mayEnrol!: boolean;

  @Field(() => LivenessLevelEnum, { description: 'What it asks for besides a face.' })
  liveness!: LivenessLevel;

  @Field(() => DateTimeISO)
  createdAt!: Date;

  @Field(() => DateTimeISO, { nullable: true, description: 'Its last request, to the minute.' })
  lastSeenAt!: Date | null;

  @Field(() => DateTimeISO, { nullable: true, description: 'When its token was made worthless.' })
  revokedAt!: Date | null;
}

@ObjectType()
export class KioskCreated {
  @Field(() => KioskType)
  kiosk!: KioskType;

  @Field({ description: 'Shown this once; only its hash is kept.' })
  token!: string;
}

export const KioskConnection = connectionOf(KioskType, 'Kiosk', 'Newest first.');

@InputType()
export class CreateKioskInput {
  @Field()
  name!: string;

  @Field(() => Boolean, { nullable: true, defaultValue: false, description: 'Whether people may register at it.' })
  mayEnrol!: boolean;

  @Field(() => LivenessLevelEnum, {
    nullable: true,
    defaultValue: 'OFF',
    description: 'What it asks for besides a face.',
  })
  liveness!: LivenessLevel;
}

import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { IdentificationEnum } from '../graphql/identification.type.js';
import { LivenessLevelEnum } from '../graphql/liveness-level.type.js';
import { connectionOf } from '../graphql/page.type.js';
import { DateTimeISO } from '../graphql/scalars.js';
import type { Identification } from '../identification.js';
import type { LivenessLevel } from '../liveness-level.js';
import { SiteType } from '../schedules/site.type.js';

@ObjectType('Kiosk', { description: 'A device at which people of one site check in and out.' })
export class KioskType {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;

  @Field(() => SiteType)
  site!: SiteType;

  @Field({ description: 'Whether it lets in people of its own site only.' })
  onlyOwnSite!: boolean;

  @Field(() => IdentificationEnum)
  identification!: Identification;

  @Field({ description: 'Whether people may register at it.' })
  mayEnrol!: boolean;

  @Field(() => LivenessLevelEnum, { description: 'What it asks for besides a face.' })
  liveness!: LivenessLevel;

  @Field(() => DateTimeISO)
  createdAt!: Date;

  @Field(() => DateTimeISO, { nullable: true, description: 'When its present device was paired.' })
  pairedAt!: Date | null;

  @Field(() => DateTimeISO, {
    nullable: true,
    description: 'Until when a code for its device works; null where none is waited for.',
  })
  pairingExpiresAt!: Date | null;

  @Field(() => DateTimeISO, { nullable: true, description: 'Its last request, to the minute.' })
  lastSeenAt!: Date | null;

  @Field(() => DateTimeISO, { nullable: true, description: 'When it was switched off.' })
  revokedAt!: Date | null;
}

export const KioskConnection = connectionOf(KioskType, 'Kiosk', 'Newest first.');

@ObjectType({ description: 'A code that a device enters on /kiosk to become this kiosk. It works once.' })
export class PairingCodeType {
  @Field({ description: 'Shown this once.' })
  code!: string;

  @Field(() => DateTimeISO)
  expiresAt!: Date;
}

@ObjectType()
export class KioskCreated {
  @Field(() => KioskType)
  kiosk!: KioskType;

  @Field(() => PairingCodeType, { nullable: true, description: 'Null for a kiosk with a token.' })
  pairing!: PairingCodeType | null;

  @Field(() => String, {
    nullable: true,
    description: 'Shown this once; only its hash is kept. Null for one that is paired.',
  })
  token!: string | null;
}

@InputType()
export class CreateKioskInput {
  @Field()
  name!: string;

  @Field(() => ID, { nullable: true, description: 'Where it stands: the first site unless another one is named.' })
  siteId?: string | null;

  @Field(() => Boolean, { defaultValue: false, description: 'Lets in people of its own site only.' })
  onlyOwnSite!: boolean;

  @Field(() => IdentificationEnum, { defaultValue: 'FACE_OR_PIN' })
  identification!: Identification;

  @Field(() => Boolean, { nullable: true, defaultValue: false, description: 'Whether people may register at it.' })
  mayEnrol!: boolean;

  @Field(() => LivenessLevelEnum, {
    nullable: true,
    defaultValue: 'OFF',
    description: 'What it asks for besides a face.',
  })
  liveness!: LivenessLevel;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'For a device of your own that cannot sign: it sends a token, which whoever overhears or copies it can use as well.',
  })
  withToken!: boolean;
}

@InputType({ description: 'What is left out stays as it is.' })
export class UpdateKioskInput {
  @Field(() => String, { nullable: true })
  name?: string;

  @Field(() => Boolean, { nullable: true })
  onlyOwnSite?: boolean;

  @Field(() => IdentificationEnum, { nullable: true })
  identification?: Identification;

  @Field(() => Boolean, { nullable: true })
  mayEnrol?: boolean;

  @Field(() => LivenessLevelEnum, { nullable: true })
  liveness?: LivenessLevel;
}

import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { consentMethods, type ConsentMethod } from '../enrolment/consent-method.js';
import { enumOf } from '../graphql/enum-of.js';
import { connectionOf } from '../graphql/page.type.js';
import { DateTimeISO } from '../graphql/scalars.js';
import { retentionKinds, type RetentionKind } from './retention.js';

const ConsentMethodEnum = enumOf(consentMethods);
registerEnumType(ConsentMethodEnum, {
  name: 'ConsentMethod',
  description: 'KIOSK: the person agreed there. DASHBOARD: somebody with an account confirmed that they did.',
});

export const RetentionKindEnum = enumOf(retentionKinds);
registerEnumType(RetentionKindEnum, { name: 'RetentionKind', description: 'What is removed after a time of its own.' });

@ObjectType('Consent', { description: 'An agreement to the use of a face.' })
export class ConsentType {
  @Field(() => ID)
  id!: string;

  @Field({ description: 'Of the notice that was shown, in its language.' })
  noticeVersion!: string;

  @Field()
  language!: string;

  @Field(() => ConsentMethodEnum)
  method!: ConsentMethod;

  @Field(() => DateTimeISO)
  givenAt!: Date;

  @Field({ description: 'The account or kiosk that recorded it.' })
  recordedBy!: string;

  @Field(() => DateTimeISO, { nullable: true, description: 'When it was taken back; null while it holds.' })
  withdrawnAt!: Date | null;
}

@ObjectType('Erasure', { description: "The removal of one person's biometrics." })
export class ErasureType {
  @Field(() => ID)
  id!: string;

  @Field(() => DateTimeISO)
  startedAt!: Date;

  @Field(() => DateTimeISO, { nullable: true, description: 'Null while last traces are still being overwritten.' })
  finishedAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'JSON, signed by this installation: `npm run receipt:verify` checks it. Null until it is finished.',
  })
  receipt!: string | null;
}

@ObjectType({ description: "What is kept of one person's face, and what they said to it." })
export class EmployeePrivacy {
  @Field(() => ID)
  employeeId!: string;

  @Field(() => Int, { description: 'Face templates that are kept.' })
  templates!: number;

  @Field(() => Int)
  enrolmentPhotos!: number;

  @Field(() => [ConsentType], { description: 'Newest first.' })
  consents!: ConsentType[];

  @Field(() => [ErasureType], { description: 'Newest first.' })
  erasures!: ErasureType[];
}

@ObjectType({ description: 'Somebody whose face was erased: a device that was away has to forget it.' })
export class ErasedFace {
  @Field(() => Int, { description: 'Ask for what came after the last one seen.' })
  sequence!: number;

  @Field(() => ID)
  employeeId!: string;

  @Field(() => DateTimeISO)
  startedAt!: Date;
}

@ObjectType({ description: 'For how many days something is kept.' })
export class RetentionRule {
  @Field(() => RetentionKindEnum)
  kind!: RetentionKind;

  @Field(() => Int)
  days!: number;

  @Field(() => Int)
  defaultDays!: number;

  @Field(() => Int)
  least!: number;

  @Field(() => Int)
  most!: number;

  @Field({ description: 'What it is about, in words.' })
  what!: string;
}

@ObjectType()
export class PurgeCount {
  @Field()
  what!: string;

  @Field(() => Int)
  count!: number;
}

@ObjectType('PurgeRun', { description: 'One removal of what was past its time.' })
export class PurgeRunType {
  @Field(() => ID)
  id!: string;

  @Field(() => DateTimeISO)
  startedAt!: Date;

  @Field(() => DateTimeISO, { nullable: true })
  finishedAt!: Date | null;

  @Field({ description: '"user:…", "command" or "schedule".' })
  source!: string;
}

export const PurgeRunConnection = connectionOf(PurgeRunType, 'PurgeRun', 'Newest first.');

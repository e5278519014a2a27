import { Field, Float, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../graphql/enum-of.js';
import { DateTimeISO } from '../graphql/scalars.js';
import { kioskCameras } from './heartbeat.service.js';
import { kioskProblems, kioskStates, type KioskProblem, type KioskState } from './kiosk-health.rules.js';

const KioskStateEnum = enumOf(kioskStates);
registerEnumType(KioskStateEnum, {
  name: 'KioskState',
  description:
    'ATTENTION: it is there, and something is wrong with it. OFFLINE: nothing was heard for three minutes. NOT_USED: its token was not used yet.',
});
const KioskProblemEnum = enumOf(kioskProblems);
registerEnumType(KioskProblemEnum, {
  name: 'KioskProblem',
  description:
    'CAMERA: it has no picture. CLOCK: it is off by more than a minute. PENDING_PUNCHES: some are still on the device. BATTERY: below 20 %. MANY_REFUSALS: more than 30 % of at least 20 faces within a day.',
});
const KioskCameraEnum = enumOf(kioskCameras);
registerEnumType(KioskCameraEnum, {
  name: 'KioskCamera',
  description:
    'BLOCKED: the browser may not use it. MISSING: there is none. FAILING: it is there and gives no picture.',
});

@ObjectType({ description: 'How a kiosk is, by what it last said of itself.' })
export class KioskHealthType {
  @Field(() => KioskStateEnum)
  state!: KioskState;

  @Field(() => [KioskProblemEnum])
  problems!: KioskProblem[];

  @Field(() => Int, { description: 'Faces that it was shown within the last 24 hours.' })
  faces!: number;

  @Field(() => Int, { description: 'How many of them were refused.' })
  refused!: number;

  @Field(() => KioskCameraEnum, { nullable: true })
  camera!: (typeof kioskCameras)[number] | null;

  @Field(() => String, { nullable: true })
  appVersion!: string | null;

  @Field(() => Int, { description: 'Punches that are kept on the device until it has a connection.' })
  pendingPunches!: number;

  @Field(() => Int, { nullable: true, description: 'Null where the device has none or does not say.' })
  batteryPercent!: number | null;

  @Field(() => Float, { nullable: true, description: 'How far its clock is ahead, in seconds.' })
  clockOffsetSeconds!: number | null;

  @Field(() => DateTimeISO, { nullable: true, description: 'When it last said how it is.' })
  heartbeatAt!: Date | null;
}

@InputType({ description: 'What a kiosk says of itself every minute.' })
export class KioskHeartbeatInput {
  @Field(() => DateTimeISO, { description: 'What its clock shows.' })
  deviceTime!: Date;

  @Field(() => KioskCameraEnum)
  camera!: (typeof kioskCameras)[number];

  @Field()
  appVersion!: string;

  @Field(() => Int, { defaultValue: 0 })
  pendingPunches!: number;

  @Field(() => Int, { nullable: true })
  batteryPercent?: number | null;
}

import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import type { FileUpload } from 'graphql-upload-ts';
import { PageArgs } from '../graphql/page.type.js';
import { DateTimeISO, LocalDate, Upload } from '../graphql/scalars.js';
import { AttendanceKind, AttendanceMethod, EventAction } from './attendance.type.js';

@ArgsType()
export class FaceArgs {
  @Field(() => Upload, { description: 'JPEG, PNG or WebP of one person, at most 8 MB and 25 megapixels.' })
  photo!: Promise<FileUpload>;

  @Field(() => [Upload], {
    nullable: true,
    description:
      'Up to 8 further photos of the same moment, in order: a few still ones where the kiosk is set to PASSIVE, the movement that livenessChallenge asked for where it is set to CHALLENGE. The face is voted on over all of them.',
  })
  frames?: Promise<FileUpload>[] | null;

  @Field(() => ID, { nullable: true, description: 'The challenge that the frames answer.' })
  challengeId?: string | null;
}

@InputType({ description: 'When a punch was made that a device kept while there was no connection.' })
export class DeferredPunch {
  @Field(() => DateTimeISO, { description: "By the device's clock; at most 14 days ago." })
  capturedAt!: Date;

  @Field(() => Int, {
    nullable: true,
    description:
      'How far that clock is ahead of serverTime (negative: behind), in milliseconds, at most a day. Null where nobody knows: the day is marked UNSURE_TIME then.',
  })
  clockOffsetMs?: number | null;
}

@ArgsType()
export class PunchArgs extends FaceArgs {
  @Field(() => String, {
    nullable: true,
    description: 'Of somebody who was refused with PIN_REQUIRED. Send it with the same photos and a new key.',
  })
  pin?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'The same key from the same caller gives the first answer again and records nothing more. Kept 30 days.',
  })
  idempotencyKey?: string | null;

  @Field(() => DeferredPunch, { nullable: true, description: 'Of a punch that comes in later than it was made.' })
  deferred?: DeferredPunch | null;
}

@InputType({ description: 'All that is given must hold.' })
export class AttendanceFilter {
  @Field(() => ID, { nullable: true })
  employeeId?: string | null;

  @Field(() => String, { nullable: true })
  department?: string | null;

  @Field(() => ID, { nullable: true })
  siteId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Only days on which somebody came late, or only others.' })
  late?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Only days on which somebody, or a punch of theirs, is missing, or only others.',
  })
  missing?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Only days that a correction changed, or only others.' })
  corrected?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Only days with an exception or on which somebody did not come, or only others.',
  })
  exceptional?: boolean | null;

  @Field(() => LocalDate, { nullable: true, description: 'The first day.' })
  from?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The last day.' })
  to?: string | null;
}

@ArgsType()
export class AttendanceArgs extends PageArgs {
  @Field(() => AttendanceFilter, { nullable: true })
  filter?: AttendanceFilter | null;
}

@InputType({ description: 'All that is given must hold.' })
export class AttendanceEventFilter {
  @Field(() => ID, { nullable: true })
  employeeId?: string | null;

  @Field(() => String, { nullable: true })
  department?: string | null;

  @Field(() => ID, { nullable: true })
  siteId?: string | null;

  @Field(() => AttendanceKind, { nullable: true })
  kind?: keyof typeof AttendanceKind | null;

  @Field(() => AttendanceMethod, { nullable: true })
  method?: keyof typeof AttendanceMethod | null;

  @Field(() => [EventAction], { nullable: true, description: 'Any of these: [PUNCH] leaves corrections out.' })
  actions?: (keyof typeof EventAction)[] | null;

  @Field(() => String, { nullable: true, description: 'Who sent it, as "user:…" or "kiosk:…".' })
  source?: string | null;

  @Field(() => DateTimeISO, { nullable: true, description: 'Came in then or later …' })
  from?: Date | null;

  @Field(() => DateTimeISO, { nullable: true, description: '… and before this.' })
  to?: Date | null;
}

@ArgsType()
export class AttendanceEventsArgs extends PageArgs {
  @Field(() => AttendanceEventFilter, { nullable: true })
  filter?: AttendanceEventFilter | null;
}

@ArgsType()
export class AttendanceRecordedArgs {
  @Field(() => ID, {
    nullable: true,
    description: 'The id of the last event seen, or 0 for the whole log: what was missed since comes first, in order.',
  })
  after?: string | null;
}

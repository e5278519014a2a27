import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { orConflict } from '../graphql/conflict.type.js';
import { DateTimeISO, LocalDate } from '../graphql/scalars.js';
import { AttendanceEventType, AttendanceKind } from './attendance.type.js';

export const REASON = '1 to 500 characters; kept with the log.';

@InputType({ description: 'A punch that nobody made at a device.' })
export class AddEventInput {
  @Field(() => ID)
  employeeId!: string;

  @Field(() => AttendanceKind)
  kind!: keyof typeof AttendanceKind;

  @Field(() => DateTimeISO, { description: 'When; not in the future.' })
  at!: Date;

  @Field({ description: REASON })
  reason!: string;
}

@InputType({ description: 'Another time, and where it is given another kind, for a punch.' })
export class MoveEventInput {
  @Field(() => ID)
  eventId!: string;

  @Field(() => DateTimeISO, { description: 'When; not in the future.' })
  at!: Date;

  @Field(() => AttendanceKind, { nullable: true })
  kind?: keyof typeof AttendanceKind | null;

  @Field({ description: REASON })
  reason!: string;
}

@InputType()
export class ApproveOvertimeInput {
  @Field(() => ID)
  employeeId!: string;

  @Field(() => LocalDate)
  date!: string;

  @Field(() => Int, { description: 'How many minutes of the date, 0 to 1440; the last approval of a date holds.' })
  minutes!: number;
}

export const CorrectionResult = orConflict(AttendanceEventType, 'CorrectionResult');

@ObjectType({ description: 'What became of a punch that somebody else had made.' })
export class PunchTakenBack {
  @Field(() => AttendanceEventType)
  voided!: AttendanceEventType;

  @Field(() => AttendanceEventType, { nullable: true, description: "The right person's; null where nobody is named." })
  added!: AttendanceEventType | null;
}

export const NotMeResult = orConflict(PunchTakenBack, 'NotMeResult');

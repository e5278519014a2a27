import { createUnionType, Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { EmployeeType } from '../employees/employee.type.js';
import { enumOf } from '../graphql/enum-of.js';
import { connectionOf } from '../graphql/page.type.js';
import { RefusalType } from '../graphql/refusal.type.js';
import { DateTimeISO, LocalDate } from '../graphql/scalars.js';

export const AttendanceKind = enumOf(['CHECK_IN', 'CHECK_OUT']);
registerEnumType(AttendanceKind, { name: 'AttendanceKind' });

export const AttendanceMethod = enumOf(['FACE', 'PIN', 'BADGE', 'MANUAL', 'IMPORT']);
registerEnumType(AttendanceMethod, { name: 'AttendanceMethod', description: 'How somebody was recognised.' });

export const EventAction = enumOf(['PUNCH', 'ADD', 'MOVE', 'VOID', 'RESTORE']);
registerEnumType(EventAction, {
  name: 'EventAction',
  description: 'PUNCH is what happened at a device; the others correct the log without changing it.',
});

export const DayStatus = enumOf(['PRESENT', 'ABSENT', 'EXPECTED', 'HOLIDAY', 'LEAVE', 'FREE']);
registerEnumType(DayStatus, {
  name: 'DayStatus',
  description:
    'PRESENT: there was a punch. ABSENT: nobody came and the shift is over; EXPECTED: it is not over yet. HOLIDAY, LEAVE: they take all that was scheduled. FREE: nothing was scheduled, and a correction took the punches away.',
});

export const DayException = enumOf([
  'LATE',
  'LEFT_EARLY',
  'MISSED_SHIFT',
  'MISSING_CHECK_IN',
  'MISSING_CHECK_OUT',
  'AUTOMATIC_CHECK_OUT',
  'UNAPPROVED_OVERTIME',
  'UNSURE_TIME',
]);
registerEnumType(DayException, { name: 'DayException', description: 'What somebody should look at on a day.' });

@ObjectType('AttendanceEvent', { description: 'Something that happened. Never changed or removed.' })
export class AttendanceEventType {
  @Field(() => ID)
  id!: string;

  @Field(() => EventAction)
  action!: keyof typeof EventAction;

  @Field(() => AttendanceKind, { description: 'What it is; of a correction, what the punch is after it.' })
  kind!: keyof typeof AttendanceKind;

  @Field(() => AttendanceMethod)
  method!: keyof typeof AttendanceMethod;

  @Field(() => DateTimeISO, { description: "When it came in, by the server's clock." })
  recordedAt!: Date;

  @Field({ description: 'Whether a device had kept it while there was no connection.' })
  isDeferred!: boolean;

  @Field(() => DateTimeISO, { nullable: true, description: "Of a deferred punch: when, by the device's clock." })
  capturedAt!: Date | null;

  @Field(() => Int, { nullable: true, description: 'How far that clock was ahead; null where nobody knows.' })
  clockOffsetMs!: number | null;

  @Field(() => DateTimeISO, { nullable: true, description: 'The time that ADD and MOVE give.' })
  correctedTime!: Date | null;

  @Field(() => ID, { nullable: true, description: 'The event that MOVE, VOID and RESTORE are about.' })
  targetId!: string | null;

  @Field(() => String, { nullable: true, description: 'Why, of corrections.' })
  reason!: string | null;

  @Field({ description: 'Who sent it, as "user:…" or "kiosk:…".' })
  source!: string;

  @Field(() => EmployeeType)
  employee!: EmployeeType;
}

@ObjectType('Attendance', { description: "One person's record of one working day. A night shift is one day's record." })
export class AttendanceType {
  @Field(() => ID)
  id!: string;

  @Field(() => EmployeeType)
  employee!: EmployeeType;

  @Field(() => LocalDate, { description: "The day of the first check-in, on the site's calendar." })
  date!: string;

  @Field(() => DateTimeISO, { nullable: true, description: 'The first check-in.' })
  checkInTime!: Date | null;

  @Field(() => DateTimeISO, {
    nullable: true,
    description: 'The last check-out; null while somebody is in, or when they forgot to check out.',
  })
  checkOutTime!: Date | null;

  @Field(() => DateTimeISO, {
    nullable: true,
    description: 'Of somebody who is in: the check-in since which they are, the latest one; null for everybody else.',
  })
  openSince!: Date | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Real minutes at work without unpaid breaks, rounded down; 0 while there is no check-out.',
  })
  workedMinutes!: number;

  @Field(() => DayStatus)
  status!: keyof typeof DayStatus;

  @Field({ description: 'The id of the policy by which it was derived; "default" where none was agreed.' })
  policyId!: string;

  @Field(() => String, { nullable: true, description: "The company's own word for the leave of this day." })
  leaveKind!: string | null;

  @Field(() => Int, { description: 'What was to be worked.' })
  scheduledMinutes!: number;

  @Field(() => Int, { description: 'As workedMinutes, from rounded punches: what pay goes by.' })
  countedMinutes!: number;

  @Field(() => Int, { description: 'countedMinutes without all overtime.' })
  regularMinutes!: number;

  @Field(() => Int, { description: 'Overtime that is approved or needs no approval.' })
  overtimeMinutes!: number;

  @Field(() => Int)
  unapprovedOvertimeMinutes!: number;

  @Field(() => Int)
  unpaidBreakMinutes!: number;

  @Field(() => Int, { description: 'Breaks that are part of workedMinutes.' })
  paidBreakMinutes!: number;

  @Field(() => Int, { description: 'From the start of a shift to coming, if more than the grace.' })
  lateMinutes!: number;

  @Field(() => Int, { description: 'From leaving to the end of a shift, if more than the grace.' })
  earlyLeaveMinutes!: number;

  @Field(() => Int, { description: 'Scheduled minutes of shifts that were missed wholly.' })
  absentMinutes!: number;

  @Field(() => Int)
  leaveMinutes!: number;

  @Field(() => Int)
  holidayMinutes!: number;
}

@ObjectType({
  description:
    "A face found in the gallery. confidence is in 0..1 and grows with certainty; distance is the encoder's own.",
})
export class Match {
  @Field(() => EmployeeType)
  employee!: EmployeeType;

  @Field(() => Float)
  confidence!: number;

  @Field(() => Float)
  distance!: number;
}

@ObjectType()
export class AttendanceRecorded {
  @Field(() => AttendanceEventType)
  event!: AttendanceEventType;

  @Field(() => AttendanceType, { description: 'The day record that the event led to.' })
  attendance!: AttendanceType;

  @Field(() => Match, { nullable: true })
  match!: Match | null;
}

export const RecognizeResult = createUnionType({
  name: 'RecognizeResult',
  types: () => [Match, RefusalType] as const,
  resolveType: (value) => ('reason' in value ? RefusalType : Match),
});

export const AttendanceResult = createUnionType({
  name: 'AttendanceResult',
  types: () => [AttendanceRecorded, RefusalType] as const,
  resolveType: (value) => ('reason' in value ? RefusalType : AttendanceRecorded),
});

export const AttendanceConnection = connectionOf(AttendanceType, 'Attendance', 'Day records, latest day first.');

export const AttendanceEventConnection = connectionOf(AttendanceEventType, 'AttendanceEvent', 'The log, newest first.');

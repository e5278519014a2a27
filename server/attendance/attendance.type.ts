import { createUnionType, Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { EmployeeType } from '../employees/employee.type.js';
import { enumOf } from '../graphql/enum-of.js';
import { connectionOf } from '../graphql/page.type.js';
import { RefusalType } from '../graphql/refusal.type.js';
import { DateTimeISO, LocalDate } from '../graphql/scalars.js';

const AttendanceKind = enumOf(['CHECK_IN', 'CHECK_OUT']);
registerEnumType(AttendanceKind, { name: 'AttendanceKind' });

const AttendanceMethod = enumOf(['FACE', 'PIN', 'BADGE', 'MANUAL', 'IMPORT']);
registerEnumType(AttendanceMethod, { name: 'AttendanceMethod', description: 'How somebody was recognised.' });

@ObjectType('AttendanceEvent', { description: 'Something that happened. Never changed or removed.' })
export class AttendanceEventType {
  @Field(() => ID)
  id!: string;

  @Field(() => AttendanceKind)
  kind!: keyof typeof AttendanceKind;

  @Field(() => AttendanceMethod)
  method!: keyof typeof AttendanceMethod;

  @Field(() => DateTimeISO, { name: 'at' })
  recordedAt!: Date;

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

  @Field(() => Int, {
    nullable: true,
    description: 'Real minutes between check-ins and check-outs, rounded down; null while there is no check-out.',
  })
  workedMinutes!: number | null;
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

import { ArgsType, createUnionType, Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import type { FileUpload } from 'graphql-upload-ts';
import { EmployeeType } from '../employees/employee.type.js';
import { orConflict } from '../graphql/conflict.type.js';
import { enumOf } from '../graphql/enum-of.js';
import { connectionOf, PageArgs } from '../graphql/page.type.js';
import { RefusalType } from '../graphql/refusal.type.js';
import { DateTimeISO, Upload } from '../graphql/scalars.js';
import { AttendanceKind, EventAction } from './attendance.type.js';
import { REASON } from './correction.type.js';

const CorrectionState = enumOf(['OPEN', 'APPROVED', 'REFUSED']);
registerEnumType(CorrectionState, { name: 'CorrectionState' });

@InputType({ description: 'What is asked for: a punch to ADD, or one to MOVE, VOID or RESTORE.' })
export class CorrectionRequestInput {
  @Field(() => EventAction, { description: 'Not PUNCH.' })
  action!: keyof typeof EventAction;

  @Field(() => ID, { nullable: true, description: 'Whose; not at a kiosk, where a photo says so.' })
  employeeId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of MOVE, VOID and RESTORE.' })
  eventId?: string | null;

  @Field(() => AttendanceKind, { nullable: true, description: 'Of ADD; of MOVE if it changes.' })
  kind?: keyof typeof AttendanceKind | null;

  @Field(() => DateTimeISO, { nullable: true, description: 'Of ADD and MOVE.' })
  at?: Date | null;

  @Field({ description: REASON })
  reason!: string;
}

@ObjectType('CorrectionRequest', { description: 'A correction that somebody asks for, until a manager decides.' })
export class CorrectionRequestType {
  @Field(() => ID)
  id!: string;

  @Field(() => EmployeeType)
  employee!: EmployeeType;

  @Field(() => EventAction)
  action!: keyof typeof EventAction;

  @Field(() => AttendanceKind, { nullable: true })
  kind!: keyof typeof AttendanceKind | null;

  @Field(() => DateTimeISO, { nullable: true, name: 'at' })
  time!: Date | null;

  @Field(() => ID, { nullable: true, name: 'eventId' })
  targetId!: string | null;

  @Field()
  reason!: string;

  @Field(() => CorrectionState)
  state!: keyof typeof CorrectionState;

  @Field(() => DateTimeISO)
  createdAt!: Date;

  @Field({ description: 'Who sent it, as "user:…" or "kiosk:…".' })
  source!: string;

  @Field(() => DateTimeISO, { nullable: true })
  decidedAt!: Date | null;

  @Field(() => String, { nullable: true })
  decidedBy!: string | null;

  @Field(() => String, { nullable: true, description: "The manager's words." })
  comment!: string | null;
}

export const CorrectionRequestConnection = connectionOf(CorrectionRequestType, 'CorrectionRequest', 'Newest first.');

export const CorrectionRequestResult = createUnionType({
  name: 'CorrectionRequestResult',
  types: () => [CorrectionRequestType, RefusalType] as const,
  // A request has a reason too: the one who sent it.
  resolveType: (value) => ('state' in value ? CorrectionRequestType : RefusalType),
});

export const CorrectionDecisionResult = orConflict(CorrectionRequestType, 'CorrectionDecisionResult');

@ArgsType()
export class CorrectionRequestArgs {
  @Field(() => CorrectionRequestInput)
  input!: CorrectionRequestInput;

  @Field(() => Upload, { nullable: true, description: 'Of who asks.' })
  photo?: Promise<FileUpload> | null;

  @Field(() => [Upload], { nullable: true, description: 'As of a punch.' })
  frames?: Promise<FileUpload>[] | null;

  @Field(() => ID, { nullable: true, description: 'As of a punch.' })
  challengeId?: string | null;

  @Field(() => String, { nullable: true, description: 'As of a punch.' })
  pin?: string | null;
}

@ArgsType()
export class CorrectionRequestsArgs extends PageArgs {
  @Field(() => CorrectionState, { nullable: true })
  state?: keyof typeof CorrectionState | null;
}

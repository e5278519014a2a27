import { ArgsType, Field, ID, ObjectType } from 'type-graphql';
import { EmployeeType } from '../employees/employee.type.js';
import { connectionOf, PageArgs } from '../graphql/page.type.js';
import { RefusalReasonEnum } from '../graphql/refusal.type.js';
import { DateTimeISO } from '../graphql/scalars.js';
import type { RefusalReason } from '../refusal.js';
import { AttendanceMethod } from './attendance.type.js';
import type { PunchMethod } from './new-punch.js';

@ObjectType('RefusedPunch', {
  description: 'A punch that a kiosk kept without a connection, and that was refused when it came in.',
})
export class RefusedPunchType {
  @Field(() => ID)
  id!: string;

  @Field({ description: 'The name of the kiosk.' })
  kioskName!: string;

  @Field(() => AttendanceMethod)
  method!: PunchMethod;

  @Field({ description: 'CHECK_IN, CHECK_OUT, or AUTOMATIC for whichever was next.' })
  request!: string;

  @Field(() => DateTimeISO, { description: "When it was made, by the kiosk's clock." })
  capturedAt!: Date;

  @Field(() => DateTimeISO, { description: 'When it came in.' })
  receivedAt!: Date;

  @Field(() => RefusalReasonEnum)
  reason!: RefusalReason;

  @Field()
  message!: string;

  @Field(() => EmployeeType, { nullable: true, description: 'Null where it is not known who it was.' })
  employee!: EmployeeType | null;
}

export const RefusedPunchConnection = connectionOf(RefusedPunchType, 'RefusedPunch', 'Newest first.');

@ArgsType()
export class RefusedPunchesArgs extends PageArgs {
  @Field(() => DateTimeISO, { nullable: true, description: 'Made at this instant or later.' })
  from?: Date | null;

  @Field(() => DateTimeISO, { nullable: true, description: 'Made before this instant.' })
  to?: Date | null;
}

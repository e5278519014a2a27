import { Field, ID, Int, ObjectType } from 'type-graphql';
import { EmployeeType } from '../employees/employee.type.js';
import { orConflict } from '../graphql/conflict.type.js';
import { connectionOf } from '../graphql/page.type.js';
import { DateTimeISO, LocalDate } from '../graphql/scalars.js';

@ObjectType('PayPeriod', { description: 'The dates of a payroll run. While they are locked, their day records stay.' })
export class PayPeriodType {
  @Field(() => ID)
  id!: string;

  @Field(() => LocalDate)
  from!: string;

  @Field(() => LocalDate)
  to!: string;

  @Field(() => DateTimeISO, { nullable: true, description: 'Null while it is unlocked again.' })
  lockedAt!: Date | null;

  @Field({ description: 'Who locked or unlocked it last, as "user:…".' })
  source!: string;
}

export const LockPeriodResult = orConflict(PayPeriodType, 'LockPeriodResult');

export const PayPeriodConnection = connectionOf(PayPeriodType, 'PayPeriod', 'The latest first.');

@ObjectType('Adjustment', { description: 'Minutes of a locked day that came to light later.' })
export class AdjustmentType {
  @Field(() => ID)
  id!: string;

  @Field(() => EmployeeType)
  employee!: EmployeeType;

  @Field(() => LocalDate, { description: 'The locked date they are about.' })
  date!: string;

  @Field({ description: 'Which minutes, as the field of Attendance is named.' })
  column!: string;

  @Field(() => Int, { description: 'Negative: fewer than the locked record says.' })
  minutes!: number;

  @Field(() => ID, { nullable: true, description: 'Where they are paid; null until that period is locked.' })
  periodId!: string | null;

  @Field(() => DateTimeISO)
  createdAt!: Date;
}

export const AdjustmentConnection = connectionOf(AdjustmentType, 'Adjustment', 'Newest first.');

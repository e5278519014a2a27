import type { FileUpload } from 'graphql-upload-ts';
import { ArgsType, createUnionType, Field, ID, InputType, ObjectType } from 'type-graphql';
import { AttendanceType } from '../attendance/attendance.type.js';
import { EmployeeType } from '../employees/employee.type.js';
import { RefusalType } from '../graphql/refusal.type.js';
import { Upload } from '../graphql/scalars.js';

@InputType()
export class RegisterInput {
  @Field({ description: '1 to 100 characters.' })
  name!: string;

  @Field({ description: '1 to 100 characters.' })
  position!: string;

  @Field({ description: 'The name of a department, 1 to 100 characters. One that is not there is made.' })
  department!: string;

  @Field(() => ID, { nullable: true, description: 'Where they work; the first site where it is not said.' })
  siteId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description:
      'The person has read the biometric notice and agreed. Without it nothing of the photos is kept: CONSENT_REQUIRED.',
  })
  consentGiven!: boolean;

  @Field(() => ID, {
    nullable: true,
    description: 'The consentNotice that they read; the newest in English where it is not said.',
  })
  noticeId?: string | null;
}

@ArgsType()
export class EnrolFaceArgs {
  @Field(() => ID)
  employeeId!: string;

  @Field(() => [Upload], { description: '1 to 10 photos of the person, as for register.' })
  photos!: Promise<FileUpload>[];

  @Field(() => Boolean, { nullable: true, defaultValue: false, description: 'As for register.' })
  consentGiven!: boolean;

  @Field(() => ID, { nullable: true, description: 'As for register.' })
  noticeId?: string | null;
}

@ArgsType()
export class RegisterArgs {
  @Field(() => RegisterInput)
  input!: RegisterInput;

  @Field(() => [Upload], {
    description: '1 to 10 photos of one person. The first is kept as Train, the second as Test sample.',
  })
  photos!: Promise<FileUpload>[];

  @Field(() => Boolean, { nullable: true, defaultValue: false, description: 'Also checks the person in.' })
  checkIn!: boolean;
}

@ObjectType()
export class Registered {
  @Field(() => EmployeeType)
  employee!: EmployeeType;

  @Field(() => AttendanceType, { nullable: true, description: 'The day record, if the person was checked in too.' })
  attendance!: AttendanceType | null;
}

export const RegisterResult = createUnionType({
  name: 'RegisterResult',
  types: () => [Registered, RefusalType] as const,
  resolveType: (value) => ('reason' in value ? RefusalType : Registered),
});

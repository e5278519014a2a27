import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { keyScopes, roles, userRoles, type KeyScope, type Role, type UserRole } from '../caller.js';
import { EmployeeType } from '../employees/employee.type.js';
import { enumOf } from '../graphql/enum-of.js';
import { IdentificationEnum } from '../graphql/identification.type.js';
import { LivenessLevelEnum } from '../graphql/liveness-level.type.js';
import { connectionOf } from '../graphql/page.type.js';
import { DateTimeISO } from '../graphql/scalars.js';
import type { Identification } from '../identification.js';
import type { LivenessLevel } from '../liveness-level.js';

const RoleEnum = enumOf(roles);
registerEnumType(RoleEnum, {
  name: 'Role',
  description: 'What somebody may do; docs/api.md has the table. ADMIN may do whatever a MANAGER or a KIOSK may.',
});

const UserRoleEnum = enumOf(userRoles);
registerEnumType(UserRoleEnum, {
  name: 'UserRole',
  description:
    'What an account may be. ADMIN: everything. MANAGER: the people of the departments given. AUDITOR: reads everything, changes nothing. EMPLOYEE: their own records.',
});

export const KeyScopeEnum = enumOf(keyScopes);
registerEnumType(KeyScopeEnum, { name: 'KeyScope', description: 'What an API key may be given.' });

@ObjectType({ description: 'Who is asking.' })
export class Viewer {
  @Field(() => ID)
  id!: string;

  @Field(() => RoleEnum)
  role!: Role;

  @Field({ description: "The account's e-mail address, or the name of the key or kiosk." })
  name!: string;

  @Field(() => [KeyScopeEnum], { description: 'What an API key may do; empty for others.' })
  keyScopes!: readonly KeyScope[];

  @Field({ description: 'Nothing but the own account is open before a second factor is added.' })
  mustAddSecondFactor!: boolean;

  @Field({ description: 'May register people.' })
  mayEnrol!: boolean;

  @Field(() => LivenessLevelEnum, { description: 'What is asked for besides a face where this caller records one.' })
  liveness!: LivenessLevel;

  @Field(() => IdentificationEnum, { description: 'What is taken for somebody where this caller records them.' })
  identification!: Identification;
}

@ObjectType('User', { description: 'Somebody who signs in to the dashboard.' })
export class UserType {
  @Field(() => ID)
  id!: string;

  @Field()
  email!: string;

  @Field(() => UserRoleEnum)
  role!: UserRole;

  @Field(() => DateTimeISO)
  createdAt!: Date;

  @Field(() => DateTimeISO, { nullable: true, description: 'When the account was closed; null for an open one.' })
  disabledAt!: Date | null;

  @Field(() => EmployeeType, { nullable: true, description: 'Whose own records an EMPLOYEE sees.' })
  employee!: EmployeeType | null;
}

export const UserConnection = connectionOf(UserType, 'User', 'Newest first.');

@ObjectType('AccountSession', { description: 'A sign-in that lasts.' })
export class AccountSessionType {
  @Field(() => ID)
  id!: string;

  @Field({ description: 'What the browser calls itself.' })
  device!: string;

  @Field({ description: 'The network address of the sign-in.' })
  address!: string;

  @Field({ description: 'Whether a second factor was shown.' })
  secondFactor!: boolean;

  @Field(() => DateTimeISO)
  createdAt!: Date;

  @Field(() => DateTimeISO, { description: 'Its last request, to the minute.' })
  lastSeenAt!: Date;

  @Field(() => DateTimeISO)
  expiresAt!: Date;
}

@ObjectType('Passkey', { description: 'A key that a device keeps.' })
export class PasskeyType {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;

  @Field(() => DateTimeISO)
  createdAt!: Date;

  @Field(() => DateTimeISO, { nullable: true })
  lastUsedAt!: Date | null;
}

@ObjectType({ description: "One's own account." })
export class OwnAccount {
  @Field(() => ID)
  id!: string;

  @Field()
  email!: string;

  @Field(() => UserRoleEnum)
  role!: UserRole;

  @Field({ description: 'False for who signs in elsewhere only.' })
  hasPassword!: boolean;

  @Field({ description: 'Whether codes of an app are set up.' })
  hasTotp!: boolean;

  @Field(() => Int, { description: 'Recovery codes that were not used yet.' })
  recoveryCodesLeft!: number;

  @Field(() => [PasskeyType], { description: 'The oldest first; 10 at most.' })
  passkeys!: PasskeyType[];

  @Field(() => ID, { description: 'Which of the sessions this is.' })
  sessionId!: string;

  @Field({ description: 'Whether the role must have a second factor.' })
  secondFactorNeeded!: boolean;
}

@ObjectType({ description: 'What stands in the link {address}/reset#{token}, by which somebody chooses a password.' })
export class PasswordLink {
  @Field({ description: 'Works once. Shown this once; only its hash is kept.' })
  token!: string;

  @Field(() => DateTimeISO)
  expiresAt!: Date;
}

@InputType()
export class CreateUserInput {
  @Field()
  email!: string;

  @Field(() => String, {
    nullable: true,
    description: '12 to 200 characters. Without one, createPasswordLink makes the link to choose it.',
  })
  password?: string | null;

  @Field(() => UserRoleEnum)
  role!: UserRole;

  @Field(() => [ID], { nullable: true, description: 'Of a MANAGER: whose people they look after.' })
  departmentIds?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'Of an EMPLOYEE: who they are.' })
  employeeId?: string | null;
}

@InputType({ description: 'What is left out stays as it is.' })
export class UserRightsInput {
  @Field(() => UserRoleEnum, { nullable: true })
  role?: UserRole;

  @Field(() => [ID], { nullable: true, description: 'All departments from now on.' })
  departmentIds?: string[];

  @Field(() => ID, { nullable: true, description: 'null takes the employee away.' })
  employeeId?: string | null;
}

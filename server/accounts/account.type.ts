import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { roles, userRoles, type Role, type UserRole } from '../caller.js';
import { enumOf } from '../graphql/enum-of.js';
import { IdentificationEnum } from '../graphql/identification.type.js';
import { LivenessLevelEnum } from '../graphql/liveness-level.type.js';
import { connectionOf } from '../graphql/page.type.js';
import { DateTimeISO } from '../graphql/scalars.js';
import type { Identification } from '../identification.js';
import type { LivenessLevel } from '../liveness-level.js';

const RoleEnum = enumOf(roles);
registerEnumType(RoleEnum, { name: 'Role', description: 'ADMIN may do whatever a MANAGER or a KIOSK may.' });

@ObjectType({ description: 'A sign-in. Send the token as "Authorization: Bearer …".' })
export class Session {
  @Field({ description: 'Shown this once; only its hash is kept.' })
  token!: string;

  @Field(() => DateTimeISO)
  expiresAt!: Date;
}

@ObjectType({ description: 'Who is asking.' })
export class Viewer {
  @Field(() => ID)
  id!: string;

  @Field(() => RoleEnum)
  role!: Role;

  @Field({ description: "The account's e-mail address or the kiosk's name." })
  name!: string;

  @Field({ description: 'May register people.' })
  mayEnrol!: boolean;

  @Field(() => LivenessLevelEnum, { description: 'What is asked for besides a face where this caller records one.' })
  liveness!: LivenessLevel;

  @Field(() => IdentificationEnum, { description: 'What is taken for somebody where this caller records them.' })
  identification!: Identification;
}

const UserRoleEnum = enumOf(userRoles);
registerEnumType(UserRoleEnum, { name: 'UserRole', description: 'What an account may be.' });

@ObjectType({ description: 'Somebody who signs in to the dashboard.' })
export class User {
  @Field(() => ID)
  id!: string;

  @Field()
  email!: string;

  @Field(() => UserRoleEnum)
  role!: UserRole;

  @Field(() => DateTimeISO)
  createdAt!: Date;
}

export const UserConnection = connectionOf(User, 'User', 'Newest first.');

@InputType()
export class CreateUserInput {
  @Field()
  email!: string;

  @Field({ description: '12 to 200 characters.' })
  password!: string;

  @Field(() => UserRoleEnum)
  role!: UserRole;
}

@InputType()
export class SetUpInput {
  @Field({ description: 'From the set-up link that Rollcall prints when it starts without accounts.' })
  token!: string;

  @Field()
  email!: string;

  @Field({ description: '12 to 200 characters.' })
  password!: string;
}

import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { KeyScope } from '../caller.js';
import { connectionOf } from '../graphql/page.type.js';
import { DateTimeISO } from '../graphql/scalars.js';
import { KeyScopeEnum } from './account.type.js';

@ObjectType('ApiKey', { description: "A program's access." })
export class ApiKeyType {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;

  @Field(() => [KeyScopeEnum])
  scopes!: KeyScope[];

  @Field(() => [String], {
    nullable: true,
    description: 'The names of the departments whose people it is limited to; null for everybody.',
  })
  departments!: string[] | null;

  @Field({ description: 'Who made it: "user:{id}".' })
  createdBy!: string;

  @Field(() => DateTimeISO)
  createdAt!: Date;

  @Field(() => DateTimeISO)
  expiresAt!: Date;

  @Field(() => DateTimeISO, { nullable: true, description: 'Its last request, to the minute.' })
  lastUsedAt!: Date | null;

  @Field(() => DateTimeISO, { nullable: true, description: 'When it was made worthless.' })
  revokedAt!: Date | null;
}

export const ApiKeyConnection = connectionOf(ApiKeyType, 'ApiKey', 'Newest first.');

@ObjectType()
export class ApiKeyCreated {
  @Field(() => ApiKeyType)
  key!: ApiKeyType;

  @Field({ description: 'Shown this once; only its hash is kept.' })
  token!: string;
}

@InputType()
export class CreateApiKeyInput {
  @Field({ description: '1 to 100 characters: which program it is for.' })
  name!: string;

  @Field(() => [KeyScopeEnum])
  scopes!: KeyScope[];

  @Field(() => Int, { nullable: true, defaultValue: 90, description: '1 to 366.' })
  validDays!: number;

  @Field(() => [ID], {
    nullable: true,
    description: 'Only people of these departments; everybody where it is left out.',
  })
  departmentIds?: string[] | null;
}

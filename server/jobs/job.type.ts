import { ArgsType, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../graphql/enum-of.js';
import { connectionOf, PageArgs } from '../graphql/page.type.js';
import { DateTimeISO } from '../graphql/scalars.js';

const JobStateEnum = enumOf(['QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED']);
registerEnumType(JobStateEnum, {
  name: 'JobState',
  description: 'FAILED is final until somebody asks for another try; a job that will be tried again is QUEUED.',
});

@ObjectType('Job', { description: 'Long work beside the requests.' })
export class JobType {
  @Field(() => ID)
  id!: string;

  @Field({ description: 'What sort of work.' })
  kind!: string;

  @Field(() => JobStateEnum)
  state!: keyof typeof JobStateEnum;

  @Field({ description: 'Who asked: "user:{id}", "cli" or "schedule".' })
  source!: string;

  @Field(() => DateTimeISO)
  createdAt!: Date;

  @Field(() => DateTimeISO, { description: 'When it is due, of one that is queued.' })
  runAt!: Date;

  @Field(() => DateTimeISO, { nullable: true })
  startedAt!: Date | null;

  @Field(() => DateTimeISO, { nullable: true })
  finishedAt!: Date | null;

  @Field(() => Int, { description: 'How often it was begun, stops of the program not counted.' })
  attempts!: number;

  @Field(() => Int, { description: 'After so many it is FAILED.' })
  maxAttempts!: number;

  @Field(() => Int, { description: 'Units of work done of `total`.' })
  done!: number;

  @Field(() => Int, { description: '0 until it is known.' })
  total!: number;

  @Field(() => String, { nullable: true, description: 'What is being done, or what went wrong.' })
  message!: string | null;

  @Field(() => Boolean, { description: 'It was asked to stop and is about to.' })
  cancelRequested!: boolean;
}

@ArgsType()
export class JobsArgs extends PageArgs {
  @Field(() => String, { nullable: true })
  kind?: string | null;

  @Field(() => JobStateEnum, { nullable: true })
  state?: keyof typeof JobStateEnum | null;
}

export const JobConnection = connectionOf(JobType, 'Job', 'Newest first.');

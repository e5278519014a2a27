import { Field, Float, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../graphql/enum-of.js';
import { orConflict } from '../graphql/conflict.type.js';
import { connectionOf } from '../graphql/page.type.js';
import { DateTimeISO } from '../graphql/scalars.js';
import { JobType } from '../jobs/job.type.js';
import { stepNames } from './step-names.js';

const PipelineStepName = enumOf(stepNames.map((name) => name.toUpperCase()) as Uppercase<(typeof stepNames)[number]>[]);
registerEnumType(PipelineStepName, { name: 'PipelineStepName', description: 'In their order.' });

@InputType()
export class StartPipelineInput {
  @Field(() => Boolean, {
    defaultValue: false,
    description: 'First renew the samples of people whose samples age, from good check-ins.',
  })
  fromCheckIns!: boolean;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Put the version into production if the comparison lets it pass; else it waits for promoteModel.',
  })
  promote!: boolean;
}

@ObjectType({ description: 'A step that is done.' })
export class PipelineStep {
  @Field(() => PipelineStepName)
  name!: keyof typeof PipelineStepName;

  @Field(() => DateTimeISO)
  finishedAt!: Date;

  @Field(() => Float, { description: 'How long it took.' })
  seconds!: number;

  @Field({ description: 'What it came to: JSON, which depends on the step.' })
  summary!: string;

  @Field({ description: 'JSON: SHA-256 of what the steps that it builds on gave.' })
  inputs!: string;
}

@ObjectType('PipelineRun', { description: 'From samples to a version that was compared with production.' })
export class PipelineRunType {
  @Field(() => ID, { description: 'Of its job.' })
  id!: string;

  @Field(() => JobType, { description: 'Watch it by jobChanged, stop it by cancelJob, go on with it by retryJob.' })
  job!: JobType;

  @Field(() => [PipelineStep])
  steps!: PipelineStep[];

  @Field(() => String, { nullable: true, description: '"made", "ended" where it was asked for less, or "not enough".' })
  outcome!: string | null;

  @Field(() => ID, { nullable: true, description: 'The version that it made.' })
  versionId!: string | null;

  @Field(() => [String], { description: 'Why the version did not pass, or there is none.' })
  reasons!: string[];
}

export const PipelineRunConnection = connectionOf(PipelineRunType, 'PipelineRun', 'Newest first.');
export const StartPipelineResult = orConflict(PipelineRunType, 'StartPipelineResult');

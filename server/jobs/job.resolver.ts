import {
  Arg,
  Args,
  Authorized,
  Ctx,
  FieldResolver,
  ID,
  Mutation,
  Query,
  Resolver,
  Root,
  Subscription,
} from 'type-graphql';
import type { Role } from '../caller.js';
import { callerOf, type Context } from '../graphql/context.js';
import type { Page } from '../paging.js';
import type { Job, JobService } from './job.service.js';
import { JobConnection, JobsArgs, JobType } from './job.type.js';

@Resolver(() => JobType)
export class JobResolver {
  constructor(readonly service: JobService) {}

  @Authorized<Role>('ADMIN')
  @Query(() => JobType, { nullable: true, description: 'Null where there is no such job.' })
  job(@Arg('id', () => ID) id: string): Promise<JobType | null> {
    return this.service.find(id);
  }

  @Authorized<Role>('ADMIN')
  @Query(() => JobConnection)
  jobs(@Args() { kind, state, ...page }: JobsArgs): Promise<Page<JobType>> {
    return this.service.list({ kind, state }, page);
  }

  @Authorized<Role>('ADMIN')
  @Mutation(() => JobType, { description: 'Begins now what otherwise runs by a schedule.' })
  runJob(@Arg('kind', () => String) kind: string, @Ctx() context: Context): Promise<JobType> {
    return this.service.runNow(kind, callerOf(context).source);
  }

  @Authorized<Role>('ADMIN')
  @Mutation(() => JobType, { description: 'Stops a job; the steps that it has finished stay done.' })
  cancelJob(@Arg('id', () => ID) id: string): Promise<JobType> {
    return this.service.cancel(id);
  }

  @Authorized<Role>('ADMIN')
  @Mutation(() => JobType, { description: 'Goes on with a job that failed or was cancelled.' })
  retryJob(@Arg('id', () => ID) id: string): Promise<JobType> {
    return this.service.retry(id);
  }

  @Authorized<Role>('ADMIN')
  @Subscription(() => JobType, {
    description: 'The job as it is and then each time it changes; without an id whichever changes.',
    subscribe: ({ args, context }) =>
      (context as Context).resolvers.get(JobResolver).service.watch((args as { id?: string | null }).id ?? null),
  })
  jobChanged(@Root() job: JobType, @Arg('id', () => ID, { nullable: true }) _id?: string | null): JobType {
    return job;
  }

  @FieldResolver(() => String, { nullable: true, description: 'What came of it: JSON, which depends on the kind.' })
  result(@Root() { result }: Job): string | null {
    return result === null ? null : JSON.stringify(result);
  }
}

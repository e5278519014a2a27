import { Arg, Args, Authorized, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Access } from '../caller.js';
import { callerOf, type Context } from '../graphql/context.js';
import { PageArgs } from '../graphql/page.type.js';
import type { Page } from '../paging.js';
import { PurgeCount, PurgeRunConnection, PurgeRunType, RetentionKindEnum, RetentionRule } from './privacy.type.js';
import type { PurgeService } from './purge.service.js';
import { RETENTION, retentionKinds, type RetentionDays, type RetentionKind } from './retention.js';

/** How long things are kept, and removing them after. */
@Resolver(() => PurgeRunType)
export class PurgeResolver {
  constructor(private readonly service: PurgeService) {}

  @Authorized<Access>('ADMIN')
  @Query(() => [RetentionRule])
  async retention(): Promise<RetentionRule[]> {
    return rulesOf(await this.service.retention());
  }

  @Authorized<Access>('ADMIN')
  @Mutation(() => [RetentionRule], { description: 'Counts from the next purge on.' })
  async setRetention(
    @Arg('kind', () => RetentionKindEnum) kind: RetentionKind,
    @Arg('days', () => Int) days: number,
  ): Promise<RetentionRule[]> {
    return rulesOf(await this.service.setRetention({ kind, days }));
  }

  @Authorized<Access>('ADMIN')
  @Query(() => [PurgeCount], { description: 'What a purge would remove now.' })
  async purgePreview(): Promise<PurgeCount[]> {
    return countsOf(await this.service.preview());
  }

  @Authorized<Access>('ADMIN')
  @Query(() => PurgeRunConnection)
  purgeRuns(@Args() page: PageArgs): Promise<Page<PurgeRunType>> {
    return this.service.listRuns(page);
  }

  @Authorized<Access>('ADMIN')
  @Mutation(() => PurgeRunType, {
    description: 'Removes now what is past its time; it also happens every day. BUSY while one is under way.',
  })
  purgeNow(@Ctx() context: Context): Promise<PurgeRunType> {
    return this.service.run(callerOf(context).source);
  }

  @FieldResolver(() => [PurgeCount])
  removed(@Root() run: { removed: unknown }): PurgeCount[] {
    return countsOf(run.removed as Record<string, number>);
  }
}

function rulesOf(days: RetentionDays): RetentionRule[] {
  return retentionKinds.map((kind) => {
    const { days: defaultDays, least, most, what } = RETENTION[kind];
    return { kind, days: days[kind], defaultDays, least, most, what };
  });
}

const countsOf = (removed: Record<string, number>): PurgeCount[] =>
  Object.entries(removed)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([what, count]) => ({ what, count }));

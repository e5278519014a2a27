import { Args, Authorized, Ctx, Query, Resolver } from 'type-graphql';
import type { Access } from '../caller.js';
import { scopeOf, type Context } from '../graphql/context.js';
import type { SummaryService } from './summary.service.js';
import { AttendanceSummary, SummaryArgs } from './summary.type.js';

@Resolver()
export class SummaryResolver {
  constructor(private readonly service: SummaryService) {}

  @Authorized<Access>('MANAGER', 'ATTENDANCE_READ')
  @Query(() => [AttendanceSummary], { description: 'In order of keys; of people and departments in order of names.' })
  attendanceSummary(@Ctx() context: Context, @Args() { by, ...query }: SummaryArgs): Promise<AttendanceSummary[]> {
    return this.service.sum(scopeOf(context), by, query);
  }
}

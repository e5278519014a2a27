import { Arg, Authorized, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { Access } from '../caller.js';
import { scopeOf, type Context } from '../graphql/context.js';
import { LocalDate } from '../graphql/scalars.js';
import type { RosterService } from './roster.service.js';
import { ExpectedDayType } from './roster.type.js';

@Resolver()
export class RosterResolver {
  constructor(private readonly service: RosterService) {}

  @Authorized<Access>('MANAGER', 'SCHEDULES_READ')
  @Query(() => [ExpectedDayType], {
    nullable: true,
    description: 'What is expected of somebody on each date, 62 at most. Null where there is no such employee.',
  })
  roster(
    @Ctx() context: Context,
    @Arg('employeeId', () => ID) employeeId: string,
    @Arg('from', () => LocalDate) from: string,
    @Arg('to', () => LocalDate) to: string,
  ): Promise<ExpectedDayType[] | null> {
    return this.service.read(scopeOf(context), employeeId, from, to);
  }
}

import { Arg, Args, Authorized, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { Access } from '../caller.js';
import { scopeOf, type Context } from '../graphql/context.js';
import { LocalDate } from '../graphql/scalars.js';
import type { Page } from '../paging.js';
import type { RosterService } from './roster.service.js';
import {
  EmployeeRosterConnection,
  type EmployeeRosterType,
  ExpectedDayType,
  PatternInForce,
  TeamRosterArgs,
} from './roster.type.js';

@Resolver()
export class RosterResolver {
  constructor(private readonly service: RosterService) {}

  @Authorized<Access>('MANAGER', 'EMPLOYEE', 'SCHEDULES_READ')
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

  @Authorized<Access>('MANAGER', 'SCHEDULES_READ')
  @Query(() => EmployeeRosterConnection, {
    description: 'What is expected of active people on each date, 31 at most; of a site and a department if given.',
  })
  teamRoster(
    @Ctx() context: Context,
    @Args() { from, to, siteId, departmentId, ...page }: TeamRosterArgs,
  ): Promise<Page<EmployeeRosterType>> {
    return this.service.listTeam(scopeOf(context), { siteId, departmentId }, from, to, page);
  }

  @Authorized<Access>('MANAGER', 'SCHEDULES_READ')
  @Query(() => [PatternInForce], {
    nullable: true,
    description: 'Which pattern holds for somebody from a date on, without gaps. Null where there is no such employee.',
  })
  async patternsInForce(
    @Ctx() context: Context,
    @Arg('employeeId', () => ID) employeeId: string,
    @Arg('from', () => LocalDate) from: string,
  ): Promise<PatternInForce[] | null> {
    const spans = await this.service.listInForce(scopeOf(context), employeeId, from);
    return spans?.map(({ from, to, row }) => ({ from, to, assignment: row })) ?? null;
  }
}

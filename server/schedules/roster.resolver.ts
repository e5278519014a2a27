import { Arg, Args, Authorized, ID, Query, Resolver } from 'type-graphql';
import type { Role } from '../caller.js';
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

  @Authorized<Role>('MANAGER')
  @Query(() => [ExpectedDayType], {
    nullable: true,
    description: 'What is expected of somebody on each date, 62 at most. Null where there is no such employee.',
  })
  roster(
    @Arg('employeeId', () => ID) employeeId: string,
    @Arg('from', () => LocalDate) from: string,
    @Arg('to', () => LocalDate) to: string,
  ): Promise<ExpectedDayType[] | null> {
    return this.service.read(employeeId, from, to);
  }

  @Authorized<Role>('MANAGER')
  @Query(() => EmployeeRosterConnection, {
    description: 'What is expected of active people on each date, 31 at most; of a site and a department if given.',
  })
  teamRoster(@Args() { from, to, siteId, departmentId, ...page }: TeamRosterArgs): Promise<Page<EmployeeRosterType>> {
    return this.service.listTeam({ siteId, departmentId }, from, to, page);
  }

  @Authorized<Role>('MANAGER')
  @Query(() => [PatternInForce], {
    nullable: true,
    description: 'Which pattern holds for somebody from a date on, without gaps. Null where there is no such employee.',
  })
  async patternsInForce(
    @Arg('employeeId', () => ID) employeeId: string,
    @Arg('from', () => LocalDate) from: string,
  ): Promise<PatternInForce[] | null> {
    const spans = await this.service.listInForce(employeeId, from);
    return spans?.map(({ from, to, row }) => ({ from, to, assignment: row })) ?? null;
  }
}

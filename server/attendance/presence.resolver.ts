import { Arg, Args, Authorized, Ctx, FieldResolver, ID, Query, Resolver } from 'type-graphql';
import type { Access } from '../caller.js';
import type { EmployeePage } from '../employees/employee.service.js';
import { EmployeeConnection } from '../employees/employee.type.js';
import { scopeOf, type Context } from '../graphql/context.js';
import { PageArgs } from '../graphql/page.type.js';
import { SameForSameRights } from '../graphql/same-rights.js';
import type { Page } from '../paging.js';
import type { AttendanceReader } from './attendance-reader.js';
import { AttendanceConnection, type AttendanceType } from './attendance.type.js';
import type { PresenceReader } from './presence-reader.js';
import { PeopleNowArgs, Presence } from './presence.type.js';

@Resolver(() => Presence)
export class PresenceResolver {
  constructor(
    private readonly reader: AttendanceReader,
    private readonly counts: PresenceReader,
  ) {}

  @Authorized<Access>('MANAGER', 'ATTENDANCE_READ')
  @SameForSameRights()
  @Query(() => Presence, { description: 'Of one site or all.' })
  async presence(
    @Ctx() context: Context,
    @Arg('siteId', () => ID, { nullable: true }) siteId?: string | null,
  ): Promise<Presence> {
    return Object.assign(new Presence(), { departments: await this.counts.count(scopeOf(context), siteId ?? null) });
  }

  @Authorized<Access>('MANAGER', 'ATTENDANCE_READ')
  @SameForSameRights()
  @Query(() => EmployeeConnection, { description: 'Who is in, late, expected … at this moment; in order of names.' })
  peopleNow(@Ctx() context: Context, @Args() { where, siteId, ...page }: PeopleNowArgs): Promise<EmployeePage> {
    return this.counts.list(scopeOf(context), where, siteId ?? null, page);
  }

  @FieldResolver(() => AttendanceConnection, { description: 'The open day records of all sites, latest day first.' })
  people(@Ctx() context: Context, @Args() page: PageArgs): Promise<Page<AttendanceType>> {
    return this.reader.listPresent(scopeOf(context), page);
  }
}

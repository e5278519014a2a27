import { Args, Authorized, Ctx, FieldResolver, Query, Resolver } from 'type-graphql';
import type { Access } from '../caller.js';
import { scopeOf, type Context } from '../graphql/context.js';
import { PageArgs } from '../graphql/page.type.js';
import type { Page } from '../paging.js';
import type { AttendanceReader } from './attendance-reader.js';
import { AttendanceConnection, type AttendanceType } from './attendance.type.js';
import { Presence } from './presence.type.js';

@Resolver(() => Presence)
export class PresenceResolver {
  constructor(private readonly reader: AttendanceReader) {}

  @Authorized<Access>('MANAGER', 'ATTENDANCE_READ')
  @Query(() => Presence)
  async presence(@Ctx() context: Context): Promise<Presence> {
    return Object.assign(new Presence(), { departments: await this.reader.countByDepartment(scopeOf(context)) });
  }

  @FieldResolver(() => AttendanceConnection, { description: 'Their open day records, latest day first.' })
  people(@Ctx() context: Context, @Args() page: PageArgs): Promise<Page<AttendanceType>> {
    return this.reader.listPresent(scopeOf(context), page);
  }
}

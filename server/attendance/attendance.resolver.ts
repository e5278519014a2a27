import { Args, Authorized, Ctx, Query, Resolver, Root, Subscription } from 'type-graphql';
import type { Access } from '../caller.js';
import { scopeOf, type Context } from '../graphql/context.js';
import { PageArgs } from '../graphql/page.type.js';
import type { Page } from '../paging.js';
import { AttendanceArgs, AttendanceRecordedArgs } from './attendance.input.js';
import type { AttendanceReader } from './attendance-reader.js';
import {
  AttendanceConnection,
  AttendanceEventConnection,
  AttendanceEventType,
  type AttendanceType,
} from './attendance.type.js';

@Resolver()
export class AttendanceResolver {
  constructor(readonly reader: AttendanceReader) {}

  @Authorized<Access>('MANAGER', 'EMPLOYEE', 'ATTENDANCE_READ')
  @Query(() => AttendanceConnection)
  attendance(@Ctx() context: Context, @Args() { filter, ...page }: AttendanceArgs): Promise<Page<AttendanceType>> {
    return this.reader.list(scopeOf(context), filter ?? {}, page);
  }

  @Authorized<Access>('MANAGER', 'EMPLOYEE', 'ATTENDANCE_READ')
  @Query(() => AttendanceEventConnection)
  attendanceEvents(@Ctx() context: Context, @Args() page: PageArgs): Promise<Page<AttendanceEventType>> {
    return this.reader.listEvents(scopeOf(context), page);
  }

  @Authorized<Access>('MANAGER', 'EMPLOYEE', 'EVENTS_SUBSCRIBE')
  @Subscription(() => AttendanceEventType, {
    description: 'Each event once and in order, from the one after `after`, without end.',
    subscribe: ({ args, context }) =>
      (context as Context).resolvers
        .get(AttendanceResolver)
        .reader.stream(scopeOf(context as Context), (args as AttendanceRecordedArgs).after ?? null),
  })
  attendanceRecorded(@Root() event: AttendanceEventType, @Args() _args: AttendanceRecordedArgs): AttendanceEventType {
    return event;
  }
}

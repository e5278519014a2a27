import { Args, Authorized, Ctx, Query, Resolver, Root, Subscription } from 'type-graphql';
import type { Access } from '../caller.js';
import { scopeOf, type Context } from '../graphql/context.js';
import { SameForSameRights } from '../graphql/same-rights.js';
import type { Page } from '../paging.js';
import { AttendanceArgs, AttendanceEventsArgs, AttendanceRecordedArgs } from './attendance.input.js';
import type { AttendanceReader } from './attendance-reader.js';
import type { AttendanceStream } from './attendance-stream.js';
import {
  AttendanceConnection,
  AttendanceEventConnection,
  AttendanceEventType,
  type AttendanceType,
} from './attendance.type.js';

@Resolver()
export class AttendanceResolver {
  constructor(
    private readonly reader: AttendanceReader,
    readonly stream: AttendanceStream,
  ) {}

  @Authorized<Access>('MANAGER', 'EMPLOYEE', 'ATTENDANCE_READ')
  @SameForSameRights()
  @Query(() => AttendanceConnection)
  attendance(@Ctx() context: Context, @Args() { filter, ...page }: AttendanceArgs): Promise<Page<AttendanceType>> {
    return this.reader.list(scopeOf(context), filter ?? {}, page);
  }

  @Authorized<Access>('MANAGER', 'EMPLOYEE', 'ATTENDANCE_READ')
  @SameForSameRights()
  @Query(() => AttendanceEventConnection)
  attendanceEvents(
    @Ctx() context: Context,
    @Args() { filter, ...page }: AttendanceEventsArgs,
  ): Promise<Page<AttendanceEventType>> {
    return this.reader.listEvents(scopeOf(context), filter ?? {}, page);
  }

  @Authorized<Access>('MANAGER', 'EMPLOYEE', 'EVENTS_SUBSCRIBE')
  @Subscription(() => AttendanceEventType, {
    description: 'Each event once and in order, from the one after `after`, without end.',
    subscribe: ({ args, context }) =>
      (context as Context).resolvers
        .get(AttendanceResolver)
        .stream.follow(scopeOf(context as Context), (args as AttendanceRecordedArgs).after ?? null),
  })
  attendanceRecorded(@Root() event: AttendanceEventType, @Args() _args: AttendanceRecordedArgs): AttendanceEventType {
    return event;
  }
}

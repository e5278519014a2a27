import { Args, Authorized, Query, Resolver, Root, Subscription } from 'type-graphql';
import type { Role } from '../caller.js';
import type { Context } from '../graphql/context.js';
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

  @Authorized<Role>('MANAGER')
  @Query(() => AttendanceConnection)
  attendance(@Args() { filter, ...page }: AttendanceArgs): Promise<Page<AttendanceType>> {
    return this.reader.list(filter ?? {}, page);
  }

  @Authorized<Role>('MANAGER')
  @Query(() => AttendanceEventConnection)
  attendanceEvents(@Args() { filter, ...page }: AttendanceEventsArgs): Promise<Page<AttendanceEventType>> {
    return this.reader.listEvents(filter ?? {}, page);
  }

  @Authorized<Role>('MANAGER')
  @Subscription(() => AttendanceEventType, {
    description: 'Each event once and in order, from the one after `after`, without end.',
    subscribe: ({ args, context }) =>
      (context as Context).resolvers
        .get(AttendanceResolver)
        .stream.follow((args as AttendanceRecordedArgs).after ?? null),
  })
  attendanceRecorded(@Root() event: AttendanceEventType, @Args() _args: AttendanceRecordedArgs): AttendanceEventType {
    return event;
  }
}

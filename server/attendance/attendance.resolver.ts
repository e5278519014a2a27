import { Args, Authorized, Query, Resolver, Root, Subscription } from 'type-graphql';
import type { Role } from '../caller.js';
import type { Context } from '../graphql/context.js';
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

  @Authorized<Role>('MANAGER')
  @Query(() => AttendanceConnection)
  attendance(@Args() { filter, ...page }: AttendanceArgs): Promise<Page<AttendanceType>> {
    return this.reader.list(filter ?? {}, page);
  }

  @Authorized<Role>('MANAGER')
  @Query(() => AttendanceEventConnection)
  attendanceEvents(@Args() page: PageArgs): Promise<Page<AttendanceEventType>> {
    return this.reader.listEvents(page);
  }

  @Authorized<Role>('MANAGER')
  @Subscription(() => AttendanceEventType, {
    description: 'Each event once and in order, from the one after `after`, without end.',
    subscribe: ({ args, context }) =>
      (context as Context).resolvers
        .get(AttendanceResolver)
        .reader.stream((args as AttendanceRecordedArgs).after ?? null),
  })
  attendanceRecorded(@Root() event: AttendanceEventType, @Args() _args: AttendanceRecordedArgs): AttendanceEventType {
    return event;
  }
}

import { FieldResolver, Resolver, Root } from 'type-graphql';
import { DateTimeISO } from '../graphql/scalars.js';
import { AttendanceEventType } from './attendance.type.js';
import { punchTime } from './event-log.rules.js';

@Resolver(() => AttendanceEventType)
export class EventTimeResolver {
  @FieldResolver(() => DateTimeISO, {
    description: 'When it counts as it was recorded: of a punch that a device kept, when it was made.',
  })
  at(@Root() event: AttendanceEventType): Date {
    return punchTime(event);
  }
}

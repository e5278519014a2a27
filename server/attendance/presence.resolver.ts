import { Args, Authorized, FieldResolver, Query, Resolver } from 'type-graphql';
import type { Role } from '../caller.js';
import { PageArgs } from '../graphql/page.type.js';
import type { Page } from '../paging.js';
import type { AttendanceReader } from './attendance-reader.js';
import { AttendanceConnection, type AttendanceType } from './attendance.type.js';
import { Presence } from './presence.type.js';

@Resolver(() => Presence)
export class PresenceResolver {
  constructor(private readonly reader: AttendanceReader) {}

  @Authorized<Role>('MANAGER')
  @Query(() => Presence)
  async presence(): Promise<Presence> {
    return Object.assign(new Presence(), { departments: await this.reader.countByDepartment() });
  }

  @FieldResolver(() => AttendanceConnection, { description: 'Their open day records, latest day first.' })
  people(@Args() page: PageArgs): Promise<Page<AttendanceType>> {
    return this.reader.listPresent(page);
  }
}

import { Arg, Args, Authorized, FieldResolver, ID, Query, Resolver } from 'type-graphql';
import type { Role } from '../caller.js';
import { PageArgs } from '../graphql/page.type.js';
import type { Page } from '../paging.js';
import type { AttendanceReader } from './attendance-reader.js';
import { AttendanceConnection, type AttendanceType } from './attendance.type.js';
import type { PresenceReader } from './presence-reader.js';
import { Presence } from './presence.type.js';

@Resolver(() => Presence)
export class PresenceResolver {
  constructor(
    private readonly reader: AttendanceReader,
    private readonly counts: PresenceReader,
  ) {}

  @Authorized<Role>('MANAGER')
  @Query(() => Presence, { description: 'Of one site or all.' })
  async presence(@Arg('siteId', () => ID, { nullable: true }) siteId?: string | null): Promise<Presence> {
    return Object.assign(new Presence(), { departments: await this.counts.count(siteId ?? null) });
  }

  @FieldResolver(() => AttendanceConnection, { description: 'The open day records of all sites, latest day first.' })
  people(@Args() page: PageArgs): Promise<Page<AttendanceType>> {
    return this.reader.listPresent(page);
  }
}

import { Args, Authorized, Query, Resolver } from 'type-graphql';
import type { Role } from '../caller.js';
import type { SummaryService } from './summary.service.js';
import { AttendanceSummary, SummaryArgs } from './summary.type.js';

@Resolver()
export class SummaryResolver {
  constructor(private readonly service: SummaryService) {}

  @Authorized<Role>('MANAGER')
  @Query(() => [AttendanceSummary], { description: 'In order of keys; of people and departments in order of names.' })
  attendanceSummary(@Args() { by, ...query }: SummaryArgs): Promise<AttendanceSummary[]> {
    return this.service.sum(by, query);
  }
}

import { Arg, Args, Authorized, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { Access } from '../caller.js';
import { conflictOr } from '../graphql/conflict.type.js';
import type { Page } from '../paging.js';
import type { HolidayService } from './holiday.service.js';
import {
  CreateHolidayResult,
  HolidayConnection,
  HolidayImport,
  HolidayInput,
  HolidaysArgs,
  type HolidayType,
} from './holiday.type.js';

@Resolver()
export class HolidayResolver {
  constructor(private readonly service: HolidayService) {}

  @Authorized<Access>('MANAGER', 'SCHEDULES_READ')
  @Query(() => HolidayConnection)
  holidays(@Args() { filter, ...page }: HolidaysArgs): Promise<Page<HolidayType>> {
    return this.service.list(filter ?? {}, page);
  }

  @Authorized<Access>('ADMIN')
  @Mutation(() => CreateHolidayResult)
  createHoliday(@Arg('input') input: HolidayInput): Promise<typeof CreateHolidayResult> {
    return conflictOr(this.service.create(input));
  }

  @Authorized<Access>('ADMIN')
  @Mutation(() => HolidayImport, {
    description:
      'A line each: date, name and, for half a day, FIRST_HALF or SECOND_HALF. Adds and renames, removes none; at most 1,000.',
  })
  importHolidays(@Arg('siteId', () => ID) siteId: string, @Arg('csv') csv: string): Promise<HolidayImport> {
    return this.service.import(siteId, csv);
  }

  @Authorized<Access>('ADMIN')
  @Mutation(() => Boolean)
  async deleteHoliday(@Arg('id', () => ID) id: string): Promise<boolean> {
    await this.service.remove(id);
    return true;
  }
}

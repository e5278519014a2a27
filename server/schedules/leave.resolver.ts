import { Arg, Args, Authorized, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { Access } from '../caller.js';
import { conflictOr } from '../graphql/conflict.type.js';
import { scopeOf, type Context } from '../graphql/context.js';
import type { Page } from '../paging.js';
import type { LeaveService } from './leave.service.js';
import {
  ImportLeaveResult,
  LeaveConnection,
  LeaveInput,
  LeaveResult,
  LeavesArgs,
  type LeaveType,
} from './leave.type.js';

@Resolver()
export class LeaveResolver {
  constructor(private readonly service: LeaveService) {}

  @Authorized<Access>('MANAGER', 'SCHEDULES_READ')
  @Query(() => LeaveConnection)
  leaves(@Ctx() context: Context, @Args() { filter, ...page }: LeavesArgs): Promise<Page<LeaveType>> {
    return this.service.list(scopeOf(context), filter ?? {}, page);
  }

  @Authorized<Access>('MANAGER', 'SCHEDULES_WRITE')
  @Mutation(() => LeaveResult, { description: 'The same part of a day cannot be taken twice.' })
  createLeave(@Ctx() context: Context, @Arg('input') input: LeaveInput): Promise<typeof LeaveResult> {
    return conflictOr(this.service.create(scopeOf(context), input));
  }

  @Authorized<Access>('MANAGER', 'SCHEDULES_WRITE')
  @Mutation(() => ImportLeaveResult, {
    description:
      "A line each: the employee's number, first date, last date, kind and, for half of each day, FIRST_HALF or SECOND_HALF. Adds what is not there, all or nothing; at most 1,000.",
  })
  importLeave(@Ctx() context: Context, @Arg('csv') csv: string): Promise<typeof ImportLeaveResult> {
    return conflictOr(this.service.import(scopeOf(context), csv));
  }

  @Authorized<Access>('MANAGER', 'SCHEDULES_WRITE')
  @Mutation(() => LeaveResult, { description: 'Replaces all that is known of it.' })
  updateLeave(
    @Ctx() context: Context,
    @Arg('id', () => ID) id: string,
    @Arg('input') input: LeaveInput,
  ): Promise<typeof LeaveResult> {
    return conflictOr(this.service.update(scopeOf(context), id, input));
  }

  @Authorized<Access>('MANAGER', 'SCHEDULES_WRITE')
  @Mutation(() => Boolean)
  async deleteLeave(@Ctx() context: Context, @Arg('id', () => ID) id: string): Promise<boolean> {
    await this.service.remove(scopeOf(context), id);
    return true;
  }
}

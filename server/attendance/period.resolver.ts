import { Arg, Args, Authorized, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { Access } from '../caller.js';
import { conflictOr } from '../graphql/conflict.type.js';
import { callerOf, scopeOf, type Context } from '../graphql/context.js';
import { PageArgs } from '../graphql/page.type.js';
import { LocalDate } from '../graphql/scalars.js';
import type { Page } from '../paging.js';
import type { PeriodService } from './period.service.js';
import {
  AdjustmentConnection,
  type AdjustmentType,
  LockPeriodResult,
  PayPeriodConnection,
  PayPeriodType,
} from './period.type.js';

@Resolver()
export class PeriodResolver {
  constructor(private readonly service: PeriodService) {}

  @Authorized<Access>('MANAGER', 'ATTENDANCE_READ')
  @Query(() => PayPeriodConnection)
  payPeriods(@Args() page: PageArgs): Promise<Page<PayPeriodType>> {
    return this.service.list(page);
  }

  @Authorized<Access>('MANAGER', 'ATTENDANCE_READ')
  @Query(() => AdjustmentConnection, { description: 'Of a period, or those that wait for the next one to be locked.' })
  adjustments(
    @Ctx() context: Context,
    @Args() page: PageArgs,
    @Arg('periodId', () => ID, { nullable: true }) periodId?: string | null,
  ): Promise<Page<AdjustmentType>> {
    return this.service.listAdjustments(scopeOf(context), periodId ?? null, page);
  }

  @Authorized<Access>('ADMIN')
  @Mutation(() => LockPeriodResult, {
    description: 'From now on what changes about these dates becomes an adjustment.',
  })
  lockPeriod(
    @Arg('from', () => LocalDate) from: string,
    @Arg('to', () => LocalDate) to: string,
    @Ctx() context: Context,
  ): Promise<typeof LockPeriodResult> {
    return conflictOr(this.service.lock({ from, to }, callerOf(context).source));
  }

  @Authorized<Access>('ADMIN')
  @Mutation(() => PayPeriodType, { description: 'Its day records change again.' })
  unlockPeriod(@Arg('id', () => ID) id: string, @Ctx() context: Context): Promise<PayPeriodType> {
    return this.service.unlock(id, callerOf(context).source);
  }
}

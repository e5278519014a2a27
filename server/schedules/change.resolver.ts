import { Arg, Args, Authorized, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { Access } from '../caller.js';
import { scopeOf, type Context } from '../graphql/context.js';
import { LocalDate } from '../graphql/scalars.js';
import type { Page } from '../paging.js';
import type { ChangeService } from './change.service.js';
import { ChangeDayInput, OneOffChangeConnection, OneOffChangesArgs, OneOffChangeType } from './change.type.js';

@Resolver()
export class ChangeResolver {
  constructor(private readonly service: ChangeService) {}

  @Authorized<Access>('MANAGER', 'SCHEDULES_READ')
  @Query(() => OneOffChangeConnection)
  oneOffChanges(
    @Ctx() context: Context,
    @Args() { filter, ...page }: OneOffChangesArgs,
  ): Promise<Page<OneOffChangeType>> {
    return this.service.list(scopeOf(context), filter ?? {}, page);
  }

  @Authorized<Access>('MANAGER', 'SCHEDULES_WRITE')
  @Mutation(() => [OneOffChangeType], { description: 'Replaces what was changed of this date before.' })
  changeDay(@Ctx() context: Context, @Arg('input') input: ChangeDayInput): Promise<OneOffChangeType[]> {
    return this.service.set(scopeOf(context), input);
  }

  @Authorized<Access>('MANAGER', 'SCHEDULES_WRITE')
  @Mutation(() => Boolean, { description: 'Lets the pattern hold again on this date.' })
  async undoDayChange(
    @Ctx() context: Context,
    @Arg('employeeId', () => ID) employeeId: string,
    @Arg('date', () => LocalDate) date: string,
  ): Promise<boolean> {
    await this.service.remove(scopeOf(context), employeeId, date);
    return true;
  }
}

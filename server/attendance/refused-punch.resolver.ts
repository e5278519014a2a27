import { Arg, Args, Authorized, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Access } from '../caller.js';
import { callerOf, scopeOf, type Context } from '../graphql/context.js';
import type { RefusedPunchRow, RefusedPunchService } from './refused-punch.service.js';
import { RefusedPunchConnection, RefusedPunchesArgs, RefusedPunchType } from './refused-punch.type.js';

@Resolver(() => RefusedPunchType)
export class RefusedPunchResolver {
  constructor(private readonly service: RefusedPunchService) {}

  @Authorized<Access>('MANAGER')
  @Query(() => RefusedPunchConnection, { description: 'Those that nobody has settled yet.' })
  async refusedPunches(@Ctx() context: Context, @Args() { from, to, ...page }: RefusedPunchesArgs): Promise<unknown> {
    return this.service.list(scopeOf(context), { from, to }, page);
  }

  @Authorized<Access>('MANAGER')
  @Mutation(() => RefusedPunchType, {
    description: 'Takes it off the list, as after a correction or a word with them.',
  })
  async settleRefusedPunch(@Arg('id', () => ID) id: string, @Ctx() context: Context): Promise<unknown> {
    return this.service.settle(scopeOf(context), id, callerOf(context).source);
  }

  @FieldResolver(() => String)
  kioskName(@Root() { kiosk }: RefusedPunchRow): string {
    return kiosk.name;
  }
}

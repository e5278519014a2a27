import { Arg, Args, Authorized, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Role } from '../caller.js';
import { callerOf, type Context } from '../graphql/context.js';
import { PageArgs } from '../graphql/page.type.js';
import type { RefusedPunchRow, RefusedPunchService } from './refused-punch.service.js';
import { RefusedPunchConnection, RefusedPunchType } from './refused-punch.type.js';

@Resolver(() => RefusedPunchType)
export class RefusedPunchResolver {
  constructor(private readonly service: RefusedPunchService) {}

  @Authorized<Role>('MANAGER')
  @Query(() => RefusedPunchConnection, { description: 'Those that nobody has settled yet.' })
  async refusedPunches(@Args() page: PageArgs): Promise<unknown> {
    return this.service.list(page);
  }

  @Authorized<Role>('MANAGER')
  @Mutation(() => RefusedPunchType, {
    description: 'Takes it off the list, as after a correction or a word with them.',
  })
  async settleRefusedPunch(@Arg('id', () => ID) id: string, @Ctx() context: Context): Promise<unknown> {
    return this.service.settle(id, callerOf(context).source);
  }

  @FieldResolver(() => String)
  kioskName(@Root() { kiosk }: RefusedPunchRow): string {
    return kiosk.name;
  }
}

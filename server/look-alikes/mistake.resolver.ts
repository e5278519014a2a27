import { Arg, Args, Authorized, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { Access } from '../caller.js';
import { scopeOf, type Context } from '../graphql/context.js';
import { PageArgs } from '../graphql/page.type.js';
import type { Page } from '../paging.js';
import type { MistakeService } from './mistake.service.js';
import { MistakenMatchConnection, type MistakenMatchType } from './mistake.type.js';

@Resolver()
export class MistakeResolver {
  constructor(private readonly service: MistakeService) {}

  @Authorized<Access>('MANAGER')
  @Query(() => MistakenMatchConnection)
  mistakenMatches(@Ctx() context: Context, @Args() page: PageArgs): Promise<Page<MistakenMatchType>> {
    return this.service.list(scopeOf(context), page);
  }

  @Authorized<Access>('MANAGER')
  @Mutation(() => Boolean, { description: 'The two are recognised again as if it had not happened.' })
  async forgetMistakenMatch(@Ctx() context: Context, @Arg('id', () => ID) id: string): Promise<boolean> {
    await this.service.forget(scopeOf(context), id);
    return true;
  }
}

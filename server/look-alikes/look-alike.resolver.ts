import { Args, Authorized, Ctx, Query, Resolver } from 'type-graphql';
import type { Access } from '../caller.js';
import { scopeOf, type Context } from '../graphql/context.js';
import { PageArgs } from '../graphql/page.type.js';
import type { Page } from '../paging.js';
import type { LookAlikeService } from './look-alike.service.js';
import { LookAlikeConnection, type LookAlikeType } from './look-alike.type.js';

@Resolver()
export class LookAlikeResolver {
  constructor(private readonly service: LookAlikeService) {}

  @Authorized<Access>('MANAGER')
  @Query(() => LookAlikeConnection)
  lookAlikes(@Ctx() context: Context, @Args() page: PageArgs): Promise<Page<LookAlikeType>> {
    return this.service.list(scopeOf(context), page);
  }
}

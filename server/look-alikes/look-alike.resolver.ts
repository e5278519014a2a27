import { Args, Authorized, Query, Resolver } from 'type-graphql';
import type { Role } from '../caller.js';
import { PageArgs } from '../graphql/page.type.js';
import type { Page } from '../paging.js';
import type { LookAlikeService } from './look-alike.service.js';
import { LookAlikeConnection, type LookAlikeType } from './look-alike.type.js';

@Resolver()
export class LookAlikeResolver {
  constructor(private readonly service: LookAlikeService) {}

  @Authorized<Role>('MANAGER')
  @Query(() => LookAlikeConnection)
  lookAlikes(@Args() page: PageArgs): Promise<Page<LookAlikeType>> {
    return this.service.list(page);
  }
}

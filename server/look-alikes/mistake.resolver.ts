import { Arg, Args, Authorized, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { Role } from '../caller.js';
import { PageArgs } from '../graphql/page.type.js';
import type { Page } from '../paging.js';
import type { MistakeService } from './mistake.service.js';
import { MistakenMatchConnection, type MistakenMatchType } from './mistake.type.js';

@Resolver()
export class MistakeResolver {
  constructor(private readonly service: MistakeService) {}

  @Authorized<Role>('MANAGER')
  @Query(() => MistakenMatchConnection)
  mistakenMatches(@Args() page: PageArgs): Promise<Page<MistakenMatchType>> {
    return this.service.list(page);
  }

  @Authorized<Role>('MANAGER')
  @Mutation(() => Boolean, { description: 'The two are recognised again as if it had not happened.' })
  async forgetMistakenMatch(@Arg('id', () => ID) id: string): Promise<boolean> {
    await this.service.forget(id);
    return true;
  }
}

import { Arg, Args, Authorized, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Access } from '../caller.js';
import type { Employee } from '../employees/employee.service.js';
import { EmployeeType } from '../employees/employee.type.js';
import { PageArgs } from '../graphql/page.type.js';
import type { Page } from '../paging.js';
import type { SiteService } from './site.service.js';
import { SiteConnection, SiteInput, SiteType } from './site.type.js';

@Resolver(() => EmployeeType)
export class SiteResolver {
  constructor(private readonly service: SiteService) {}

  @Authorized<Access>('MANAGER', 'SCHEDULES_READ')
  @Query(() => SiteConnection)
  sites(@Args() page: PageArgs): Promise<Page<SiteType>> {
    return this.service.list(page);
  }

  @Authorized<Access>('ADMIN')
  @Mutation(() => SiteType)
  createSite(@Arg('input') input: SiteInput): Promise<SiteType> {
    return this.service.create(input);
  }

  @Authorized<Access>('ADMIN')
  @Mutation(() => SiteType, { description: 'Replaces all that is known of it.' })
  updateSite(@Arg('id', () => ID) id: string, @Arg('input') input: SiteInput): Promise<SiteType> {
    return this.service.update(id, input);
  }

  @Authorized<Access>('ADMIN')
  @Mutation(() => Boolean, { description: 'Removes it with its holidays; one that is in use, or the last one, stays.' })
  async deleteSite(@Arg('id', () => ID) id: string): Promise<boolean> {
    await this.service.remove(id);
    return true;
  }

  @FieldResolver(() => SiteType)
  site(@Root() employee: Employee): SiteType {
    return employee.site;
  }
}

import { Arg, Args, Authorized, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Access } from '../caller.js';
import type { Employee } from '../employees/employee.service.js';
import { EmployeeType } from '../employees/employee.type.js';
import { conflictOr, DeletionResult } from '../graphql/conflict.type.js';
import { PageArgs } from '../graphql/page.type.js';
import type { Page } from '../paging.js';
import type { SiteService } from './site.service.js';
import { SiteConnection, SiteInput, SiteResult, SiteType } from './site.type.js';

@Resolver(() => EmployeeType)
export class SiteResolver {
  constructor(private readonly service: SiteService) {}

  @Authorized<Access>('MANAGER', 'SCHEDULES_READ')
  @Query(() => SiteConnection)
  sites(@Args() page: PageArgs): Promise<Page<SiteType>> {
    return this.service.list(page);
  }

  @Authorized<Access>('ADMIN')
  @Mutation(() => SiteResult)
  createSite(@Arg('input') input: SiteInput): Promise<typeof SiteResult> {
    return conflictOr(this.service.create(input));
  }

  @Authorized<Access>('ADMIN')
  @Mutation(() => SiteResult, { description: 'Replaces all that is known of it.' })
  updateSite(@Arg('id', () => ID) id: string, @Arg('input') input: SiteInput): Promise<typeof SiteResult> {
    return conflictOr(this.service.update(id, input));
  }

  @Authorized<Access>('ADMIN')
  @Mutation(() => DeletionResult, {
    description: 'Removes it with its holidays; one that is in use, or the last one, stays.',
  })
  deleteSite(@Arg('id', () => ID) id: string): Promise<typeof DeletionResult> {
    return conflictOr(this.service.remove(id).then(() => ({ id })));
  }

  @FieldResolver(() => SiteType)
  site(@Root() employee: Employee): SiteType {
    return employee.site;
  }
}

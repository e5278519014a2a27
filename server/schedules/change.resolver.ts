import { Arg, Args, Authorized, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { Role } from '../caller.js';
import { LocalDate } from '../graphql/scalars.js';
import type { Page } from '../paging.js';
import type { ChangeService } from './change.service.js';
import { ChangeDayInput, OneOffChangeConnection, OneOffChangesArgs, OneOffChangeType } from './change.type.js';

@Resolver()
export class ChangeResolver {
  constructor(private readonly service: ChangeService) {}

  @Authorized<Role>('MANAGER')
  @Query(() => OneOffChangeConnection)
  oneOffChanges(@Args() { filter, ...page }: OneOffChangesArgs): Promise<Page<OneOffChangeType>> {
    return this.service.list(filter ?? {}, page);
  }

  @Authorized<Role>('MANAGER')
  @Mutation(() => [OneOffChangeType], { description: 'Replaces what was changed of this date before.' })
  changeDay(@Arg('input') input: ChangeDayInput): Promise<OneOffChangeType[]> {
    return this.service.set(input);
  }

  @Authorized<Role>('MANAGER')
  @Mutation(() => Boolean, { description: 'Lets the pattern hold again on this date.' })
  async undoDayChange(
    @Arg('employeeId', () => ID) employeeId: string,
    @Arg('date', () => LocalDate) date: string,
  ): Promise<boolean> {
    await this.service.remove(employeeId, date);
    return true;
  }
}

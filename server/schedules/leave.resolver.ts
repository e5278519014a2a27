import { Arg, Args, Authorized, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { Role } from '../caller.js';
import type { Page } from '../paging.js';
import type { LeaveService } from './leave.service.js';
import { LeaveConnection, LeaveImport, LeaveInput, LeavesArgs, LeaveType } from './leave.type.js';

@Resolver()
export class LeaveResolver {
  constructor(private readonly service: LeaveService) {}

  @Authorized<Role>('MANAGER')
  @Query(() => LeaveConnection)
  leaves(@Args() { filter, ...page }: LeavesArgs): Promise<Page<LeaveType>> {
    return this.service.list(filter ?? {}, page);
  }

  @Authorized<Role>('MANAGER')
  @Mutation(() => LeaveType, { description: 'The same part of a day cannot be taken twice.' })
  createLeave(@Arg('input') input: LeaveInput): Promise<LeaveType> {
    return this.service.create(input);
  }

  @Authorized<Role>('MANAGER')
  @Mutation(() => LeaveImport, {
    description:
      "A line each: the employee's number, first date, last date, kind and, for half of each day, FIRST_HALF or SECOND_HALF. Adds what is not there, all or nothing; at most 1,000.",
  })
  importLeave(@Arg('csv') csv: string): Promise<LeaveImport> {
    return this.service.import(csv);
  }

  @Authorized<Role>('MANAGER')
  @Mutation(() => LeaveType, { description: 'Replaces all that is known of it.' })
  updateLeave(@Arg('id', () => ID) id: string, @Arg('input') input: LeaveInput): Promise<LeaveType> {
    return this.service.update(id, input);
  }

  @Authorized<Role>('MANAGER')
  @Mutation(() => Boolean)
  async deleteLeave(@Arg('id', () => ID) id: string): Promise<boolean> {
    await this.service.remove(id);
    return true;
  }
}

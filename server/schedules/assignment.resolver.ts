import { Arg, Args, Authorized, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { Access } from '../caller.js';
import { scopeOf, type Context } from '../graphql/context.js';
import type { Page } from '../paging.js';
import type { AssignmentService } from './assignment.service.js';
import { AssignmentConnection, AssignmentInput, AssignmentsArgs, AssignmentType } from './assignment.type.js';

@Resolver()
export class AssignmentResolver {
  constructor(private readonly service: AssignmentService) {}

  @Authorized<Access>('MANAGER', 'SCHEDULES_READ')
  @Query(() => AssignmentConnection)
  assignments(@Ctx() context: Context, @Args() { filter, ...page }: AssignmentsArgs): Promise<Page<AssignmentType>> {
    return this.service.list(scopeOf(context), filter ?? {}, page);
  }

  @Authorized<Access>('ADMIN')
  @Mutation(() => AssignmentType)
  createAssignment(@Arg('input') input: AssignmentInput): Promise<AssignmentType> {
    return this.service.create(input);
  }

  @Authorized<Access>('ADMIN')
  @Mutation(() => AssignmentType, { description: 'Replaces all that is known of it; `to` ends it.' })
  updateAssignment(@Arg('id', () => ID) id: string, @Arg('input') input: AssignmentInput): Promise<AssignmentType> {
    return this.service.update(id, input);
  }

  @Authorized<Access>('ADMIN')
  @Mutation(() => Boolean, { description: 'As if it had never been; to end one, set its `to`.' })
  async deleteAssignment(@Arg('id', () => ID) id: string): Promise<boolean> {
    await this.service.remove(id);
    return true;
  }
}

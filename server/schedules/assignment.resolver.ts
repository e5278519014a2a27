import { Arg, Args, Authorized, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { Role } from '../caller.js';
import type { Page } from '../paging.js';
import type { AssignmentService } from './assignment.service.js';
import { AssignmentConnection, AssignmentInput, AssignmentsArgs, AssignmentType } from './assignment.type.js';

@Resolver()
export class AssignmentResolver {
  constructor(private readonly service: AssignmentService) {}

  @Authorized<Role>('MANAGER')
  @Query(() => AssignmentConnection)
  assignments(@Args() { filter, ...page }: AssignmentsArgs): Promise<Page<AssignmentType>> {
    return this.service.list(filter ?? {}, page);
  }

  @Authorized<Role>('ADMIN')
  @Mutation(() => AssignmentType)
  createAssignment(@Arg('input') input: AssignmentInput): Promise<AssignmentType> {
    return this.service.create(input);
  }

  @Authorized<Role>('ADMIN')
  @Mutation(() => AssignmentType, { description: 'Replaces all that is known of it; `to` ends it.' })
  updateAssignment(@Arg('id', () => ID) id: string, @Arg('input') input: AssignmentInput): Promise<AssignmentType> {
    return this.service.update(id, input);
  }

  @Authorized<Role>('ADMIN')
  @Mutation(() => Boolean, { description: 'As if it had never been; to end one, set its `to`.' })
  async deleteAssignment(@Arg('id', () => ID) id: string): Promise<boolean> {
    await this.service.remove(id);
    return true;
  }
}

import { Arg, Args, Authorized, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { Access } from '../caller.js';
import { conflictOr, DeletionResult } from '../graphql/conflict.type.js';
import { PageArgs } from '../graphql/page.type.js';
import type { Page } from '../paging.js';
import type { ShiftService } from './shift.service.js';
import { ShiftConnection, ShiftInput, ShiftResult, type ShiftType } from './shift.type.js';

@Resolver()
export class ShiftResolver {
  constructor(private readonly service: ShiftService) {}

  @Authorized<Access>('MANAGER', 'SCHEDULES_READ')
  @Query(() => ShiftConnection)
  shifts(@Args() page: PageArgs): Promise<Page<ShiftType>> {
    return this.service.list(page);
  }

  @Authorized<Access>('ADMIN')
  @Mutation(() => ShiftResult)
  createShift(@Arg('input') input: ShiftInput): Promise<typeof ShiftResult> {
    return conflictOr(this.service.create(input));
  }

  @Authorized<Access>('ADMIN')
  @Mutation(() => ShiftResult, {
    description: 'Replaces all that is known of it, for days past too: for new times from a date on make a new shift.',
  })
  updateShift(@Arg('id', () => ID) id: string, @Arg('input') input: ShiftInput): Promise<typeof ShiftResult> {
    return conflictOr(this.service.update(id, input));
  }

  @Authorized<Access>('ADMIN')
  @Mutation(() => DeletionResult, {
    description: 'One that is in use stays, and the conflict says by what it is used.',
  })
  deleteShift(@Arg('id', () => ID) id: string): Promise<typeof DeletionResult> {
    return conflictOr(this.service.remove(id).then(() => ({ id })));
  }
}

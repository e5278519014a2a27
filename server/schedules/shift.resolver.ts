import { Arg, Args, Authorized, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { Access } from '../caller.js';
import { PageArgs } from '../graphql/page.type.js';
import type { Page } from '../paging.js';
import type { ShiftService } from './shift.service.js';
import { ShiftConnection, ShiftInput, ShiftType } from './shift.type.js';

@Resolver()
export class ShiftResolver {
  constructor(private readonly service: ShiftService) {}

  @Authorized<Access>('MANAGER', 'SCHEDULES_READ')
  @Query(() => ShiftConnection)
  shifts(@Args() page: PageArgs): Promise<Page<ShiftType>> {
    return this.service.list(page);
  }

  @Authorized<Access>('ADMIN')
  @Mutation(() => ShiftType)
  createShift(@Arg('input') input: ShiftInput): Promise<ShiftType> {
    return this.service.create(input);
  }

  @Authorized<Access>('ADMIN')
  @Mutation(() => ShiftType, {
    description: 'Replaces all that is known of it, for days past too: for new times from a date on make a new shift.',
  })
  updateShift(@Arg('id', () => ID) id: string, @Arg('input') input: ShiftInput): Promise<ShiftType> {
    return this.service.update(id, input);
  }

  @Authorized<Access>('ADMIN')
  @Mutation(() => Boolean, { description: 'One that is in use stays, and the error says by what it is used.' })
  async deleteShift(@Arg('id', () => ID) id: string): Promise<boolean> {
    await this.service.remove(id);
    return true;
  }
}

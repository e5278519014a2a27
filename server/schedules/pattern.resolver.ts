import { Arg, Args, Authorized, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { Access } from '../caller.js';
import { PageArgs } from '../graphql/page.type.js';
import type { Page } from '../paging.js';
import type { PatternService } from './pattern.service.js';
import { PatternConnection, PatternInput, PatternType } from './pattern.type.js';

@Resolver()
export class PatternResolver {
  constructor(private readonly service: PatternService) {}

  @Authorized<Access>('MANAGER', 'SCHEDULES_READ')
  @Query(() => PatternConnection)
  patterns(@Args() page: PageArgs): Promise<Page<PatternType>> {
    return this.service.list(page);
  }

  @Authorized<Access>('ADMIN')
  @Mutation(() => PatternType)
  createPattern(@Arg('input') input: PatternInput): Promise<PatternType> {
    return this.service.create(input);
  }

  @Authorized<Access>('ADMIN')
  @Mutation(() => PatternType, {
    description:
      'Replaces all that is known of it, for days past too: for other days from a date on make a new pattern.',
  })
  updatePattern(@Arg('id', () => ID) id: string, @Arg('input') input: PatternInput): Promise<PatternType> {
    return this.service.update(id, input);
  }

  @Authorized<Access>('ADMIN')
  @Mutation(() => Boolean, { description: 'One that is assigned stays.' })
  async deletePattern(@Arg('id', () => ID) id: string): Promise<boolean> {
    await this.service.remove(id);
    return true;
  }
}

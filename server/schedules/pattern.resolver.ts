import { Arg, Args, Authorized, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { Access } from '../caller.js';
import { conflictOr, DeletionResult } from '../graphql/conflict.type.js';
import { PageArgs } from '../graphql/page.type.js';
import type { Page } from '../paging.js';
import type { PatternService } from './pattern.service.js';
import { PatternConnection, PatternInput, PatternResult, type PatternType } from './pattern.type.js';

@Resolver()
export class PatternResolver {
  constructor(private readonly service: PatternService) {}

  @Authorized<Access>('MANAGER', 'SCHEDULES_READ')
  @Query(() => PatternConnection)
  patterns(@Args() page: PageArgs): Promise<Page<PatternType>> {
    return this.service.list(page);
  }

  @Authorized<Access>('ADMIN')
  @Mutation(() => PatternResult)
  createPattern(@Arg('input') input: PatternInput): Promise<typeof PatternResult> {
    return conflictOr(this.service.create(input));
  }

  @Authorized<Access>('ADMIN')
  @Mutation(() => PatternResult, {
    description:
      'Replaces all that is known of it, for days past too: for other days from a date on make a new pattern.',
  })
  updatePattern(@Arg('id', () => ID) id: string, @Arg('input') input: PatternInput): Promise<typeof PatternResult> {
    return conflictOr(this.service.update(id, input));
  }

  @Authorized<Access>('ADMIN')
  @Mutation(() => DeletionResult, { description: 'One that is assigned stays.' })
  deletePattern(@Arg('id', () => ID) id: string): Promise<typeof DeletionResult> {
    return conflictOr(this.service.remove(id).then(() => ({ id })));
  }
}

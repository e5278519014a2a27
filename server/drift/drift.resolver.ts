import { Arg, Args, Authorized, Ctx, Int, Query, Resolver } from 'type-graphql';
import type { Access } from '../caller.js';
import { scopeOf, type Context } from '../graphql/context.js';
import { PageArgs } from '../graphql/page.type.js';
import type { Page } from '../paging.js';
import type { DriftService } from './drift.service.js';
import { AgeingTemplateConnection, DriftWeek, type AgeingTemplate } from './drift.type.js';

@Resolver()
export class DriftResolver {
  constructor(private readonly service: DriftService) {}

  @Authorized<Access>('ADMIN')
  @Query(() => [DriftWeek], { description: 'Recognition by week and place, the present week first.' })
  drift(
    @Arg('weeks', () => Int, { defaultValue: 12, description: 'How many: 1 to 52.' }) weeks: number,
  ): Promise<DriftWeek[]> {
    return this.service.weeks({ weeks });
  }

  @Authorized<Access>('MANAGER')
  @Query(() => AgeingTemplateConnection, {
    description:
      'People for whom a new sample is proposed. The pipeline takes it from a good check-in, where it is asked to.',
  })
  ageingTemplates(@Ctx() context: Context, @Args() page: PageArgs): Promise<Page<AgeingTemplate>> {
    return this.service.ageing(scopeOf(context), page);
  }
}

import { Arg, Args, Authorized, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { Access } from '../caller.js';
import { conflictOr } from '../graphql/conflict.type.js';
import { callerOf, type Context } from '../graphql/context.js';
import { PageArgs } from '../graphql/page.type.js';
import type { Page } from '../paging.js';
import type { ModelService } from './model.service.js';
import {
  ModelVersionConnection,
  ModelVersionType,
  ProductionModelType,
  PromoteModelResult,
  RollBackModelResult,
} from './model.type.js';
import { productionView, viewOf } from './model-view.js';

@Resolver()
export class ModelResolver {
  constructor(private readonly service: ModelService) {}

  @Authorized<Access>('ADMIN')
  @Query(() => ModelVersionConnection)
  async modelVersions(@Args() page: PageArgs): Promise<Page<ModelVersionType>> {
    const { edges, pageInfo } = await this.service.list(page);
    return { edges: edges.map(({ cursor, node }) => ({ cursor, node: viewOf(node) })), pageInfo };
  }

  @Authorized<Access>('ADMIN')
  @Query(() => ModelVersionType, { nullable: true, description: 'Null where there is no such version.' })
  async modelVersion(@Arg('id', () => ID) id: string): Promise<ModelVersionType | null> {
    const version = await this.service.find(id);
    return version && viewOf(version);
  }

  @Authorized<Access>('ADMIN')
  @Query(() => ProductionModelType)
  async productionModel(): Promise<ProductionModelType> {
    return productionView(await this.service.production());
  }

  @Authorized<Access>('ADMIN')
  @Mutation(() => PromoteModelResult, {
    description:
      'Decides by this version from the next photo on. One that the comparison with production refused needs despiteGate and a reason.',
  })
  promoteModel(
    @Ctx() context: Context,
    @Arg('id', () => ID) id: string,
    @Arg('despiteGate', () => Boolean, { defaultValue: false }) despiteGate: boolean,
    @Arg('reason', () => String, { nullable: true, description: '3 to 500 characters.' }) reason?: string | null,
  ): Promise<typeof PromoteModelResult> {
    const { source } = callerOf(context);
    return conflictOr(this.service.promote(id, { source, reason: reason ?? null, despiteGate }).then(viewOf));
  }

  @Authorized<Access>('ADMIN')
  @Mutation(() => RollBackModelResult, {
    description: 'Decides by what was in production before, from the next photo on.',
  })
  rollBackModel(
    @Ctx() context: Context,
    @Arg('reason', () => String, { nullable: true, description: '3 to 500 characters.' }) reason?: string | null,
  ): Promise<typeof RollBackModelResult> {
    const { source } = callerOf(context);
    return conflictOr(this.service.rollBack({ source, reason: reason ?? null }).then(productionView));
  }
}

import { Arg, Args, Authorized, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { Access } from '../caller.js';
import { callerOf, type Context } from '../graphql/context.js';
import { PageArgs } from '../graphql/page.type.js';
import type { Page } from '../paging.js';
import type { ApiKeyService } from './api-key.service.js';
import { ApiKeyConnection, ApiKeyCreated, ApiKeyType, CreateApiKeyInput } from './api-key.type.js';

@Resolver()
export class ApiKeyResolver {
  constructor(private readonly keys: ApiKeyService) {}

  @Authorized<Access>('ADMIN')
  @Query(() => ApiKeyConnection)
  apiKeys(@Args() page: PageArgs): Promise<Page<ApiKeyType>> {
    return this.keys.list(page);
  }

  @Authorized<Access>('ADMIN')
  @Mutation(() => ApiKeyCreated)
  createApiKey(@Ctx() context: Context, @Arg('input') input: CreateApiKeyInput): Promise<ApiKeyCreated> {
    return this.keys.create(input, callerOf(context).source);
  }

  @Authorized<Access>('ADMIN')
  @Mutation(() => ApiKeyType, { description: 'Makes it worthless from now on, and ends its live connections.' })
  revokeApiKey(@Arg('id', () => ID) id: string): Promise<ApiKeyType> {
    return this.keys.revoke(id);
  }
}

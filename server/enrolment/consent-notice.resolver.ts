import { Arg, Args, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { Access } from '../caller.js';
import { callerOf, type Context } from '../graphql/context.js';
import { PageArgs } from '../graphql/page.type.js';
import type { Page } from '../paging.js';
import type { ConsentNoticeService } from './consent-notice.service.js';
import { ConsentNoticeConnection, ConsentNoticeType, PublishConsentNoticeInput } from './consent-notice.type.js';

@Resolver()
export class ConsentNoticeResolver {
  constructor(private readonly service: ConsentNoticeService) {}

  @Authorized<Access>('MANAGER', 'KIOSK', 'EMPLOYEES_WRITE')
  @Query(() => ConsentNoticeType, { description: 'The newest in a language; in English where there is none in it.' })
  consentNotice(
    @Arg('language', () => String, { nullable: true }) language?: string | null,
  ): Promise<ConsentNoticeType> {
    return this.service.current(language ?? null);
  }

  @Authorized<Access>('MANAGER', 'KIOSK', 'EMPLOYEES_WRITE')
  @Query(() => [String], { description: 'The languages there is a notice in.' })
  consentNoticeLanguages(): Promise<string[]> {
    return this.service.listLanguages();
  }

  @Authorized<Access>('ADMIN')
  @Query(() => ConsentNoticeConnection)
  consentNotices(@Args() page: PageArgs): Promise<Page<ConsentNoticeType>> {
    return this.service.list(page);
  }

  @Authorized<Access>('ADMIN')
  @Mutation(() => ConsentNoticeType, {
    description: 'Publishes a new version. Who agreed to an older one is not asked again by this.',
  })
  publishConsentNotice(
    @Arg('input') input: PublishConsentNoticeInput,
    @Ctx() context: Context,
  ): Promise<ConsentNoticeType> {
    return this.service.publish(input, callerOf(context).source);
  }
}

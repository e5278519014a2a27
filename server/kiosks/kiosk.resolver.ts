import { Arg, Args, Authorized, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { Access } from '../caller.js';
import { PageArgs } from '../graphql/page.type.js';
import type { Page } from '../paging.js';
import type { KioskService } from './kiosk.service.js';
import { CreateKioskInput, KioskConnection, KioskCreated, KioskType, UpdateKioskInput } from './kiosk.type.js';

@Resolver()
export class KioskResolver {
  constructor(private readonly service: KioskService) {}

  @Authorized<Access>('ADMIN')
  @Query(() => KioskConnection)
  kiosks(@Args() page: PageArgs): Promise<Page<KioskType>> {
    return this.service.list(page);
  }

  @Authorized<Access>('ADMIN')
  @Query(() => KioskType)
  kiosk(@Arg('id', () => ID) id: string): Promise<KioskType> {
    return this.service.get(id);
  }

  @Authorized<Access>('ADMIN')
  @Mutation(() => KioskCreated, { description: 'A kiosk, and the code by which its device becomes it.' })
  createKiosk(@Arg('input') input: CreateKioskInput): Promise<KioskCreated> {
    return this.service.create(input);
  }

  @Authorized<Access>('ADMIN')
  @Mutation(() => KioskType, { description: 'Counts from the next request on.' })
  updateKiosk(@Arg('id', () => ID) id: string, @Arg('input') input: UpdateKioskInput): Promise<KioskType> {
    return this.service.update(id, input);
  }

  @Authorized<Access>('ADMIN')
  @Mutation(() => KioskCreated, {
    description: 'Another code, for a device that replaces the present one: that is let in until the code is used.',
  })
  renewKioskPairing(@Arg('id', () => ID) id: string): Promise<KioskCreated> {
    return this.service.renewPairing(id);
  }

  @Authorized<Access>('ADMIN')
  @Mutation(() => KioskType, { description: 'Lets it in no more, from now on and for good.' })
  revokeKiosk(@Arg('id', () => ID) id: string): Promise<KioskType> {
    return this.service.revoke(id);
  }
}

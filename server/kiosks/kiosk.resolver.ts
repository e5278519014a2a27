import { Arg, Args, Authorized, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { Role } from '../caller.js';
import { PageArgs } from '../graphql/page.type.js';
import type { KioskService } from './kiosk.service.js';
import { CreateKioskInput, KioskConnection, KioskCreated, KioskType } from './kiosk.type.js';

@Resolver()
export class KioskResolver {
  constructor(private readonly service: KioskService) {}

  @Authorized<Role>('ADMIN')
  @Query(() => KioskConnection)
  kiosks(@Args() page: PageArgs): Promise<KioskConnection> {
    return this.service.list(page);
  }

  @Authorized<Role>('ADMIN')
  @Mutation(() => KioskCreated)
  createKiosk(@Arg('input') input: CreateKioskInput): Promise<KioskCreated> {
    return this.service.create(input);
  }

  @Authorized<Role>('ADMIN')
  @Mutation(() => KioskType, { description: 'Makes its token worthless from now on.' })
  revokeKiosk(@Arg('id', () => ID) id: string): Promise<KioskType> {
    return this.service.revoke(id);
  }
}

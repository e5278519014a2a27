import { Arg, Authorized, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Access } from '../caller.js';
import { callerOf, type Context } from '../graphql/context.js';
import type { HeartbeatService, Kiosk } from './heartbeat.service.js';
import { KioskHealthType, KioskHeartbeatInput } from './kiosk-health.type.js';
import { KioskType } from './kiosk.type.js';

@Resolver(() => KioskType)
export class HeartbeatResolver {
  constructor(private readonly service: HeartbeatService) {}

  @Authorized<Access>('KIOSK')
  @Mutation(() => KioskType, { description: 'A kiosk says how it is, and reads what holds for it.' })
  kioskHeartbeat(@Arg('input') input: KioskHeartbeatInput, @Ctx() context: Context): Promise<KioskType> {
    return this.service.note(callerOf(context).id, input);
  }

  @Authorized<Access>('ADMIN')
  @FieldResolver(() => KioskHealthType)
  async health(@Root() kiosk: Kiosk): Promise<KioskHealthType> {
    const { clockOffsetMs } = kiosk;
    const clockOffsetSeconds = clockOffsetMs === null ? null : clockOffsetMs / 1000;
    return { ...kiosk, clockOffsetSeconds, ...(await this.service.healthOf(kiosk)) };
  }
}

import { Args, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Access } from '../caller.js';
import { callerOf, type Context } from '../graphql/context.js';
import type { AttendanceService } from './attendance.service.js';
import { AttendanceResult } from './attendance.type.js';
import { capturedBy } from './captured-by.js';
import type { Entered } from './identify-without-face.js';
import { BadgePunchArgs, PinPunchArgs, type KeyedArgs } from './punch-without-face.input.js';
import type { PunchRequest } from './punch.rules.js';

@Resolver()
export class PunchWithoutFaceResolver {
  constructor(private readonly service: AttendanceService) {}

  @Authorized<Access>('KIOSK')
  @Mutation(() => AttendanceResult, { description: 'Checks in by number and PIN, where the kiosk takes that.' })
  checkInByPin(@Args() args: PinPunchArgs, @Ctx() context: Context): Promise<typeof AttendanceResult> {
    return this.byPin('CHECK_IN', args, context);
  }

  @Authorized<Access>('KIOSK')
  @Mutation(() => AttendanceResult, { description: 'Checks out by number and PIN, where the kiosk takes that.' })
  checkOutByPin(@Args() args: PinPunchArgs, @Ctx() context: Context): Promise<typeof AttendanceResult> {
    return this.byPin('CHECK_OUT', args, context);
  }

  @Authorized<Access>('KIOSK')
  @Mutation(() => AttendanceResult, { description: 'In or out by number and PIN, whichever is next for the person.' })
  punchByPin(@Args() args: PinPunchArgs, @Ctx() context: Context): Promise<typeof AttendanceResult> {
    return this.byPin('AUTOMATIC', args, context);
  }

  @Authorized<Access>('KIOSK')
  @Mutation(() => AttendanceResult, { description: 'Checks in by a badge, with a PIN where the kiosk asks for it.' })
  checkInByBadge(@Args() args: BadgePunchArgs, @Ctx() context: Context): Promise<typeof AttendanceResult> {
    return this.byBadge('CHECK_IN', args, context);
  }

  @Authorized<Access>('KIOSK')
  @Mutation(() => AttendanceResult, { description: 'Checks out by a badge, with a PIN where the kiosk asks for it.' })
  checkOutByBadge(@Args() args: BadgePunchArgs, @Ctx() context: Context): Promise<typeof AttendanceResult> {
    return this.byBadge('CHECK_OUT', args, context);
  }

  @Authorized<Access>('KIOSK')
  @Mutation(() => AttendanceResult, { description: 'In or out by a badge, whichever is next for the person.' })
  punchByBadge(@Args() args: BadgePunchArgs, @Ctx() context: Context): Promise<typeof AttendanceResult> {
    return this.byBadge('AUTOMATIC', args, context);
  }

  private byPin(request: PunchRequest, args: PinPunchArgs, context: Context) {
    return this.record(request, { method: 'PIN', number: args.number, pin: args.pin }, args, context);
  }

  private byBadge(request: PunchRequest, args: BadgePunchArgs, context: Context) {
    return this.record(request, { method: 'BADGE', badge: args.badge, pin: args.pin ?? null }, args, context);
  }

  private record(request: PunchRequest, entered: Entered, args: KeyedArgs, context: Context) {
    const caller = callerOf(context);
    const keyed = { request, source: caller.source, idempotencyKey: args.idempotencyKey ?? null };
    return this.service.punchWithoutFace(keyed, entered, caller, capturedBy(args, context));
  }
}

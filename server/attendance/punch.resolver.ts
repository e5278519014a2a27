import { Args, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { Access } from '../caller.js';
import { callerOf, type Context } from '../graphql/context.js';
import { DateTimeISO } from '../graphql/scalars.js';
import { FaceArgs, PunchArgs } from './attendance.input.js';
import type { PunchRequest } from './punch.rules.js';
import type { AttendanceService } from './attendance.service.js';
import { AttendanceResult, RecognizeResult } from './attendance.type.js';
import { capturedBy } from './captured-by.js';
import { faceOf } from './face-upload.js';

@Resolver()
export class PunchResolver {
  constructor(private readonly service: AttendanceService) {}

  @Authorized<Access>('KIOSK', 'RECOGNITION')
  @Query(() => DateTimeISO, { description: "The server's clock: what a device measures its own by." })
  serverTime(): Date {
    return this.service.now();
  }

  @Authorized<Access>('KIOSK', 'RECOGNITION')
  @Mutation(() => RecognizeResult, {
    description: 'Who is on the photo. Nothing of it is kept, and no attendance recorded.',
  })
  async recognize(@Args() args: FaceArgs, @Ctx() context: Context): Promise<typeof RecognizeResult> {
    return this.service.recognize(await faceOf(args, context));
  }

  @Authorized<Access>('KIOSK', 'RECOGNITION')
  @Mutation(() => AttendanceResult, { description: 'Recognises and checks in.' })
  checkIn(@Args() args: PunchArgs, @Ctx() context: Context): Promise<typeof AttendanceResult> {
    return this.record('CHECK_IN', args, context);
  }

  @Authorized<Access>('KIOSK', 'RECOGNITION')
  @Mutation(() => AttendanceResult, { description: 'Recognises and checks out.' })
  checkOut(@Args() args: PunchArgs, @Ctx() context: Context): Promise<typeof AttendanceResult> {
    return this.record('CHECK_OUT', args, context);
  }

  @Authorized<Access>('KIOSK', 'RECOGNITION')
  @Mutation(() => AttendanceResult, {
    description: 'Recognises and checks in or out, whichever is next for the person.',
  })
  punch(@Args() args: PunchArgs, @Ctx() context: Context): Promise<typeof AttendanceResult> {
    return this.record('AUTOMATIC', args, context);
  }

  private async record(request: PunchRequest, args: PunchArgs, context: Context) {
    const { source } = callerOf(context);
    const keyed = { request, source, idempotencyKey: args.idempotencyKey ?? null };
    return this.service.punch(keyed, await faceOf(args, context), {
      pin: args.pin ?? null,
      captured: capturedBy(args, context),
    });
  }
}

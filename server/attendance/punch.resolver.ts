import { Args, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { Role } from '../caller.js';
import { DomainError } from '../errors.js';
import { callerOf, type Context } from '../graphql/context.js';
import { DateTimeISO } from '../graphql/scalars.js';
import { FaceArgs, PunchArgs } from './attendance.input.js';
import type { PunchRequest } from './punch.rules.js';
import type { AttendanceService } from './attendance.service.js';
import { AttendanceResult, RecognizeResult } from './attendance.type.js';
import { MAX_CLOCK_OFFSET_MS, type Captured } from './deferred-punch.rules.js';
import { faceOf } from './face-upload.js';

@Resolver()
export class PunchResolver {
  constructor(private readonly service: AttendanceService) {}

  @Authorized<Role>('KIOSK')
  @Query(() => DateTimeISO, { description: "The server's clock: what a device measures its own by." })
  serverTime(): Date {
    return this.service.now();
  }

  @Authorized<Role>('KIOSK')
  @Mutation(() => RecognizeResult, {
    description: 'Who is on the photo. Nothing of it is kept, and no attendance recorded.',
  })
  async recognize(@Args() args: FaceArgs, @Ctx() context: Context): Promise<typeof RecognizeResult> {
    return this.service.recognize(await faceOf(args, context));
  }

  @Authorized<Role>('KIOSK')
  @Mutation(() => AttendanceResult, { description: 'Recognises and checks in.' })
  checkIn(@Args() args: PunchArgs, @Ctx() context: Context): Promise<typeof AttendanceResult> {
    return this.record('CHECK_IN', args, context);
  }

  @Authorized<Role>('KIOSK')
  @Mutation(() => AttendanceResult, { description: 'Recognises and checks out.' })
  checkOut(@Args() args: PunchArgs, @Ctx() context: Context): Promise<typeof AttendanceResult> {
    return this.record('CHECK_OUT', args, context);
  }

  @Authorized<Role>('KIOSK')
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
      captured: capturedOf(args),
    });
  }
}

function capturedOf({ deferred }: PunchArgs): Captured | null {
  if (!deferred) return null;
  const clockOffsetMs = deferred.clockOffsetMs ?? null;
  if (clockOffsetMs !== null && Math.abs(clockOffsetMs) > MAX_CLOCK_OFFSET_MS) {
    throw new DomainError(
      'BAD_USER_INPUT',
      'deferred.clockOffsetMs: must be at most a day. Leave out what is not known.',
    );
  }
  return { capturedAt: deferred.capturedAt, clockOffsetMs };
}

import { Args, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Access } from '../caller.js';
import { DomainError } from '../errors.js';
import { callerOf, type Context } from '../graphql/context.js';
import { readUpload } from '../graphql/upload.js';
import { FaceArgs, PunchArgs } from './attendance.input.js';
import type { PunchRequest } from './attendance.rules.js';
import type { AttendanceService } from './attendance.service.js';
import { AttendanceResult, RecognizeResult } from './attendance.type.js';
import type { FaceRequest } from './recognize-employee.js';

@Resolver()
export class PunchResolver {
  constructor(private readonly service: AttendanceService) {}

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
    return this.service.punch(keyed, await faceOf(args, context), args.pin ?? null);
  }
}

const MAX_FRAMES = 8;

async function faceOf({ photo, frames, challengeId }: FaceArgs, context: Context): Promise<FaceRequest> {
  const { source, liveness } = callerOf(context);
  if (frames && frames.length > MAX_FRAMES) {
    throw new DomainError('BAD_USER_INPUT', `frames: send at most ${MAX_FRAMES}.`);
  }
  const [first, ...others] = await Promise.all([photo, ...(frames ?? [])].map(readUpload));
  return { source, liveness, photo: first!, frames: others, challengeId: challengeId ?? null };
}

import { Arg, Args, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import type { FileUpload } from 'graphql-upload-ts';
import type { Role } from '../caller.js';
import { callerOf, type Context } from '../graphql/context.js';
import { Upload } from '../graphql/scalars.js';
import { readUpload } from '../graphql/upload.js';
import { PunchArgs } from './attendance.input.js';
import type { AttendanceService } from './attendance.service.js';
import { AttendanceResult, RecognizeResult } from './attendance.type.js';
import type { PunchRequest } from './punch.rules.js';

@Resolver()
export class PunchResolver {
  constructor(private readonly service: AttendanceService) {}

  @Authorized<Role>('KIOSK')
  @Mutation(() => RecognizeResult, { description: 'Who is on the photo. Nothing is recorded or kept.' })
  async recognize(@Arg('photo', () => Upload) upload: Promise<FileUpload>): Promise<typeof RecognizeResult> {
    return this.service.recognize(await readUpload(upload));
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

  private async record(request: PunchRequest, { photo: upload, idempotencyKey }: PunchArgs, context: Context) {
    const { source } = callerOf(context);
    return this.service.punch({ request, source, idempotencyKey: idempotencyKey ?? null }, await readUpload(upload));
  }
}

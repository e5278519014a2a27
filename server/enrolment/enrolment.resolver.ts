import { Args, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Access } from '../caller.js';
import { DomainError } from '../errors.js';
import { callerOf, type Context } from '../graphql/context.js';
import { readUpload } from '../graphql/upload.js';
import type { EnrolmentService } from './enrolment.service.js';
import { RegisterArgs, RegisterResult } from './enrolment.type.js';

@Resolver()
export class EnrolmentResolver {
  constructor(private readonly service: EnrolmentService) {}

  @Authorized<Access>('MANAGER', 'KIOSK', 'EMPLOYEES_WRITE')
  @Mutation(() => RegisterResult, { description: 'Takes a person into the gallery; they are recognised at once.' })
  async register(
    @Args() { input, photos, checkIn }: RegisterArgs,
    @Ctx() context: Context,
  ): Promise<typeof RegisterResult> {
    const caller = callerOf(context);
    if (!caller.mayEnrol)
      throw new DomainError('FORBIDDEN', 'People cannot register at this kiosk. Ask an administrator.');
    const { consentGiven, siteId, ...details } = input;
    return this.service.register({
      details,
      siteId,
      consentGiven,
      photos: await Promise.all(photos.map(readUpload)),
      checkIn,
      source: caller.source,
      scope: caller.scope,
    });
  }
}

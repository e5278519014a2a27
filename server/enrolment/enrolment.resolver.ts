import { Args, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Access, Caller } from '../caller.js';
import { DomainError } from '../errors.js';
import { callerOf, type Context } from '../graphql/context.js';
import { readUpload } from '../graphql/upload.js';
import type { EnrolmentService } from './enrolment.service.js';
import { EnrolFaceArgs, RegisterArgs, RegisterResult } from './enrolment.type.js';

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
    const { consentGiven, noticeId, siteId, ...details } = input;
    return this.service.register({
      details,
      siteId,
      consentGiven,
      noticeId,
      method: methodOf(caller),
      photos: await Promise.all(photos.map(readUpload)),
      checkIn,
      source: caller.source,
      scope: caller.scope,
    });
  }

  @Authorized<Access>('MANAGER', 'EMPLOYEES_WRITE')
  @Mutation(() => RegisterResult, {
    description: 'Gives somebody who was added without a face one; they are recognised at once.',
  })
  async enrolFace(
    @Args() { employeeId, photos, ...consent }: EnrolFaceArgs,
    @Ctx() context: Context,
  ): Promise<typeof RegisterResult> {
    const caller = callerOf(context);
    return this.service.enrolFace(employeeId, {
      ...consent,
      method: methodOf(caller),
      photos: await Promise.all(photos.map(readUpload)),
      source: caller.source,
      scope: caller.scope,
    });
  }
}

const methodOf = ({ role }: Caller) => (role === 'KIOSK' ? 'KIOSK' : 'DASHBOARD');

import { Arg, Args, Authorized, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { Role } from '../caller.js';
import { DomainError } from '../errors.js';
import { conflictOr } from '../graphql/conflict.type.js';
import { callerOf, type Context } from '../graphql/context.js';
import type { Page } from '../paging.js';
import type { AttendanceService } from './attendance.service.js';
import type { CorrectionRequestService } from './correction-request.service.js';
import {
  CorrectionDecisionResult,
  CorrectionRequestArgs,
  CorrectionRequestConnection,
  CorrectionRequestResult,
  CorrectionRequestsArgs,
  type CorrectionRequestType,
} from './correction-request.type.js';
import { faceOf } from './face-upload.js';

@Resolver()
export class CorrectionRequestResolver {
  constructor(
    private readonly requests: CorrectionRequestService,
    private readonly attendance: AttendanceService,
  ) {}

  @Authorized<Role>('KIOSK', 'MANAGER')
  @Mutation(() => CorrectionRequestResult, {
    description:
      'Asks for a correction: at a kiosk with a photo of who asks, as for a punch; on behalf of somebody with employeeId.',
  })
  async requestCorrection(
    @Args() { input, photo, pin, ...face }: CorrectionRequestArgs,
    @Ctx() context: Context,
  ): Promise<typeof CorrectionRequestResult> {
    const { source, role } = callerOf(context);
    if (photo) {
      const who = await this.attendance.recognizeSurely(await faceOf({ photo, ...face }, context), pin ?? null);
      return who.outcome === 'refused' ? who : this.requests.request(who.employee.id, input, source);
    }
    if (role === 'KIOSK') throw new DomainError('BAD_USER_INPUT', 'photo: a kiosk needs one of who asks.');
    if (!input.employeeId) throw new DomainError('BAD_USER_INPUT', 'employeeId: is needed without a photo.');
    return this.requests.request(input.employeeId, input, source);
  }

  @Authorized<Role>('MANAGER')
  @Query(() => CorrectionRequestConnection)
  correctionRequests(@Args() { state, ...page }: CorrectionRequestsArgs): Promise<Page<CorrectionRequestType>> {
    return this.requests.list(state ?? null, page);
  }

  @Authorized<Role>('MANAGER')
  @Mutation(() => CorrectionDecisionResult, { description: 'Makes the correction that was asked for.' })
  approveCorrection(
    @Arg('id', () => ID) id: string,
    @Ctx() context: Context,
    @Arg('comment', () => String, { nullable: true }) comment?: string | null,
  ): Promise<typeof CorrectionDecisionResult> {
    return conflictOr(this.requests.approve(id, comment ?? null, callerOf(context).source));
  }

  @Authorized<Role>('MANAGER')
  @Mutation(() => CorrectionDecisionResult)
  refuseCorrection(
    @Arg('id', () => ID) id: string,
    @Arg('comment') comment: string,
    @Ctx() context: Context,
  ): Promise<typeof CorrectionDecisionResult> {
    return conflictOr(this.requests.refuse(id, comment, callerOf(context).source));
  }
}

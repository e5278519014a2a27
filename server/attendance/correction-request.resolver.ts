import { Arg, Args, Authorized, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { Access } from '../caller.js';
import { DomainError } from '../errors.js';
import { conflictOr } from '../graphql/conflict.type.js';
import { callerOf, scopeOf, type Context } from '../graphql/context.js';
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

  @Authorized<Access>('KIOSK', 'MANAGER', 'EMPLOYEE', 'ATTENDANCE_WRITE')
  @Mutation(() => CorrectionRequestResult, {
    description:
      'Asks for a correction: at a kiosk with a photo of who asks, as for a punch; on behalf of somebody with employeeId; an EMPLOYEE for themselves.',
  })
  async requestCorrection(
    @Args() { input, photo, pin, ...face }: CorrectionRequestArgs,
    @Ctx() context: Context,
  ): Promise<typeof CorrectionRequestResult> {
    const { source, role, scope } = callerOf(context);
    if (photo && role !== 'KIOSK' && role !== 'ADMIN') {
      throw new DomainError('BAD_USER_INPUT', 'photo: is for kiosks. Say employeeId instead.');
    }
    if (photo) {
      const who = await this.attendance.recognizeSurely(await faceOf({ photo, ...face }, context), pin ?? null);
      return who.outcome === 'refused' ? who : this.requests.request(scope, who.employee.id, input, source);
    }
    if (role === 'KIOSK') throw new DomainError('BAD_USER_INPUT', 'photo: a kiosk needs one of who asks.');
    const employeeId = input.employeeId ?? (scope.kind === 'employee' ? scope.id : null);
    if (!employeeId) throw new DomainError('BAD_USER_INPUT', 'employeeId: is needed without a photo.');
    return this.requests.request(scope, employeeId, input, source);
  }

  @Authorized<Access>('MANAGER', 'EMPLOYEE', 'ATTENDANCE_READ')
  @Query(() => CorrectionRequestConnection)
  correctionRequests(
    @Ctx() context: Context,
    @Args() { state, ...page }: CorrectionRequestsArgs,
  ): Promise<Page<CorrectionRequestType>> {
    return this.requests.list(scopeOf(context), state ?? null, page);
  }

  @Authorized<Access>('MANAGER', 'ATTENDANCE_WRITE')
  @Mutation(() => CorrectionDecisionResult, { description: 'Makes the correction that was asked for.' })
  approveCorrection(
    @Arg('id', () => ID) id: string,
    @Ctx() context: Context,
    @Arg('comment', () => String, { nullable: true }) comment?: string | null,
  ): Promise<typeof CorrectionDecisionResult> {
    const { scope, source } = callerOf(context);
    return conflictOr(this.requests.approve(scope, id, comment ?? null, source));
  }

  @Authorized<Access>('MANAGER', 'ATTENDANCE_WRITE')
  @Mutation(() => CorrectionDecisionResult)
  refuseCorrection(
    @Arg('id', () => ID) id: string,
    @Arg('comment') comment: string,
    @Ctx() context: Context,
  ): Promise<typeof CorrectionDecisionResult> {
    const { scope, source } = callerOf(context);
    return conflictOr(this.requests.refuse(scope, id, comment, source));
  }
}

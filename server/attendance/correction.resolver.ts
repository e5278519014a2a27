import { Arg, Authorized, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import type { Access } from '../caller.js';
import { conflictOr } from '../graphql/conflict.type.js';
import { callerOf, type Context } from '../graphql/context.js';
import type { CorrectionService } from './correction.service.js';
import {
  AddEventInput,
  ApproveOvertimeInput,
  CorrectionResult,
  MoveEventInput,
  NotMeResult,
} from './correction.type.js';
import type { NotMeService } from './not-me.service.js';
import type { OvertimeService } from './overtime.service.js';

@Resolver()
export class CorrectionResolver {
  constructor(
    private readonly corrections: CorrectionService,
    private readonly wrongPeople: NotMeService,
    private readonly overtime: OvertimeService,
  ) {}

  @Authorized<Access>('MANAGER', 'ATTENDANCE_WRITE')
  @Mutation(() => CorrectionResult)
  addAttendanceEvent(@Arg('input') input: AddEventInput, @Ctx() context: Context): Promise<typeof CorrectionResult> {
    return this.correct({ ...input, action: 'ADD' }, context);
  }

  @Authorized<Access>('MANAGER', 'ATTENDANCE_WRITE')
  @Mutation(() => CorrectionResult)
  moveAttendanceEvent(@Arg('input') input: MoveEventInput, @Ctx() context: Context): Promise<typeof CorrectionResult> {
    return this.correct({ ...input, action: 'MOVE' }, context);
  }

  @Authorized<Access>('MANAGER', 'ATTENDANCE_WRITE')
  @Mutation(() => CorrectionResult, { description: 'Takes a punch out; it stays in the log.' })
  voidAttendanceEvent(
    @Arg('eventId', () => ID) eventId: string,
    @Arg('reason') reason: string,
    @Ctx() context: Context,
  ): Promise<typeof CorrectionResult> {
    return this.correct({ action: 'VOID', eventId, reason }, context);
  }

  @Authorized<Access>('MANAGER', 'ATTENDANCE_WRITE')
  @Mutation(() => CorrectionResult, { description: 'Brings a void punch back.' })
  restoreAttendanceEvent(
    @Arg('eventId', () => ID) eventId: string,
    @Arg('reason') reason: string,
    @Ctx() context: Context,
  ): Promise<typeof CorrectionResult> {
    return this.correct({ action: 'RESTORE', eventId, reason }, context);
  }

  @Authorized<Access>('KIOSK', 'MANAGER', 'ATTENDANCE_WRITE')
  @Mutation(() => NotMeResult, {
    description:
      'Takes a punch from somebody who did not make it, and gives it to the right person where they are known. The face is not taken for that person again: mistakenMatches. A kiosk may do so within 10 minutes with what it recorded itself.',
  })
  notMe(
    @Arg('eventId', () => ID) eventId: string,
    @Arg('reason') reason: string,
    @Ctx() context: Context,
    @Arg('rightEmployeeId', () => ID, { nullable: true }) rightEmployeeId?: string | null,
  ): Promise<typeof NotMeResult> {
    const { source, role, scope } = callerOf(context);
    const request = { eventId, rightEmployeeId: rightEmployeeId ?? null, reason };
    return conflictOr(this.wrongPeople.takeBack(request, { source, scope, isKiosk: role === 'KIOSK' }));
  }

  @Authorized<Access>('MANAGER', 'ATTENDANCE_WRITE')
  @Mutation(() => Boolean, { description: 'Agrees to minutes of overtime of a date.' })
  async approveOvertime(@Arg('input') input: ApproveOvertimeInput, @Ctx() context: Context): Promise<boolean> {
    const { source, scope } = callerOf(context);
    await this.overtime.approve(scope, input, source);
    return true;
  }

  private correct(correction: object, context: Context): Promise<typeof CorrectionResult> {
    const { source, scope } = callerOf(context);
    return conflictOr(this.corrections.correct(correction, { source, scope }));
  }
}

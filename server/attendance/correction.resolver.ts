import { Arg, Args, Authorized, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { FileUpload } from 'graphql-upload-ts';
import type { Role } from '../caller.js';
import { DomainError } from '../errors.js';
import { callerOf, type Context } from '../graphql/context.js';
import { Upload } from '../graphql/scalars.js';
import { readUpload } from '../graphql/upload.js';
import type { Page } from '../paging.js';
import type { AttendanceService } from './attendance.service.js';
import { AttendanceEventType } from './attendance.type.js';
import type { CorrectionRequestService } from './correction-request.service.js';
import type { CorrectionService } from './correction.service.js';
import {
  AddEventInput,
  ApproveOvertimeInput,
  CorrectionRequestConnection,
  CorrectionRequestInput,
  CorrectionRequestResult,
  CorrectionRequestsArgs,
  CorrectionRequestType,
  MoveEventInput,
} from './correction.type.js';
import type { OvertimeService } from './overtime.service.js';

@Resolver()
export class CorrectionResolver {
  constructor(
    private readonly corrections: CorrectionService,
    private readonly requests: CorrectionRequestService,
    private readonly overtime: OvertimeService,
    private readonly attendance: AttendanceService,
  ) {}

  @Authorized<Role>('MANAGER')
  @Mutation(() => AttendanceEventType)
  addAttendanceEvent(@Arg('input') input: AddEventInput, @Ctx() context: Context): Promise<AttendanceEventType> {
    return this.corrections.correct({ ...input, action: 'ADD' }, callerOf(context));
  }

  @Authorized<Role>('MANAGER')
  @Mutation(() => AttendanceEventType)
  moveAttendanceEvent(@Arg('input') input: MoveEventInput, @Ctx() context: Context): Promise<AttendanceEventType> {
    return this.corrections.correct({ ...input, action: 'MOVE' }, callerOf(context));
  }

  @Authorized<Role>('MANAGER')
  @Mutation(() => AttendanceEventType, { description: 'Takes a punch out; it stays in the log.' })
  voidAttendanceEvent(
    @Arg('eventId', () => ID) eventId: string,
    @Arg('reason') reason: string,
    @Ctx() context: Context,
  ): Promise<AttendanceEventType> {
    return this.corrections.correct({ action: 'VOID', eventId, reason }, callerOf(context));
  }

  @Authorized<Role>('MANAGER')
  @Mutation(() => AttendanceEventType, { description: 'Brings a void punch back.' })
  restoreAttendanceEvent(
    @Arg('eventId', () => ID) eventId: string,
    @Arg('reason') reason: string,
    @Ctx() context: Context,
  ): Promise<AttendanceEventType> {
    return this.corrections.correct({ action: 'RESTORE', eventId, reason }, callerOf(context));
  }

  @Authorized<Role>('KIOSK', 'MANAGER')
  @Mutation(() => [AttendanceEventType], {
    description:
      'Takes a punch from somebody who did not make it, and gives it to the right person where they are known. A kiosk may do so within 10 minutes with what it recorded itself.',
  })
  notMe(
    @Arg('eventId', () => ID) eventId: string,
    @Arg('reason') reason: string,
    @Ctx() context: Context,
    @Arg('rightEmployeeId', () => ID, { nullable: true }) rightEmployeeId?: string | null,
  ): Promise<AttendanceEventType[]> {
    const { source, role } = callerOf(context);
    return this.corrections.notMe(eventId, rightEmployeeId ?? null, reason, { source, isKiosk: role === 'KIOSK' });
  }

  @Authorized<Role>('KIOSK', 'MANAGER')
  @Mutation(() => CorrectionRequestResult, {
    description: 'Asks for a correction: at a kiosk with a photo of who asks, on behalf of somebody with employeeId.',
  })
  async requestCorrection(
    @Arg('input') input: CorrectionRequestInput,
    @Ctx() context: Context,
    @Arg('photo', () => Upload, { nullable: true }) upload?: Promise<FileUpload> | null,
  ): Promise<typeof CorrectionRequestResult> {
    const { source, role } = callerOf(context);
    if (upload) {
      const who = await this.attendance.recognize(await readUpload(upload));
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
  @Mutation(() => CorrectionRequestType, { description: 'Makes the correction that was asked for.' })
  approveCorrection(
    @Arg('id', () => ID) id: string,
    @Ctx() context: Context,
    @Arg('comment', () => String, { nullable: true }) comment?: string | null,
  ): Promise<CorrectionRequestType> {
    return this.requests.approve(id, comment ?? null, callerOf(context).source);
  }

  @Authorized<Role>('MANAGER')
  @Mutation(() => CorrectionRequestType)
  refuseCorrection(
    @Arg('id', () => ID) id: string,
    @Arg('comment') comment: string,
    @Ctx() context: Context,
  ): Promise<CorrectionRequestType> {
    return this.requests.refuse(id, comment, callerOf(context).source);
  }

  @Authorized<Role>('MANAGER')
  @Mutation(() => Boolean, { description: 'Agrees to minutes of overtime of a date.' })
  async approveOvertime(@Arg('input') input: ApproveOvertimeInput, @Ctx() context: Context): Promise<boolean> {
    await this.overtime.approve(input, callerOf(context).source);
    return true;
  }
}

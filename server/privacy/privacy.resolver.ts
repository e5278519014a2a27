import { Arg, Authorized, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import type { Access } from '../caller.js';
import type { DownloadTickets } from '../download-tickets.js';
import { DownloadTicket } from '../graphql/download-ticket.type.js';
import { callerOf, scopeOf, type Context } from '../graphql/context.js';
import { MAX_PAGE_SIZE } from '../paging.js';
import type { ConsentService, PersonPrivacy } from './consent.service.js';
import type { ErasureService } from './erasure.service.js';
import type { ExportService } from './export.service.js';
import { EmployeePrivacy, ErasedFace, ErasureType } from './privacy.type.js';

/** One person's face: agreement, erasure, export. */
@Resolver()
export class PrivacyResolver {
  constructor(
    private readonly services: {
      consents: ConsentService;
      erasures: ErasureService;
      exports: ExportService;
      tickets: DownloadTickets;
    },
  ) {}

  @Authorized<Access>('MANAGER')
  @Query(() => EmployeePrivacy)
  async employeePrivacy(
    @Ctx() context: Context,
    @Arg('employeeId', () => ID) employeeId: string,
  ): Promise<EmployeePrivacy> {
    return shown(employeeId, await this.services.consents.privacyOf(scopeOf(context), employeeId));
  }

  @Authorized<Access>('MANAGER')
  @Mutation(() => EmployeePrivacy, {
    description:
      'Takes an agreement back: the face is not recognised from now on. What is kept is erased now or by the next daily purge.',
  })
  async withdrawConsent(
    @Arg('employeeId', () => ID) employeeId: string,
    @Arg('eraseNow', () => Boolean, { defaultValue: false }) eraseNow: boolean,
    @Ctx() context: Context,
  ): Promise<EmployeePrivacy> {
    const { scope, source } = callerOf(context);
    return shown(employeeId, await this.services.consents.withdraw(scope, employeeId, { eraseNow, source }));
  }

  @Authorized<Access>('ADMIN')
  @Mutation(() => ErasureType, {
    description: 'Removes everything biometric of one person for good. Their attendance stays.',
  })
  eraseFace(@Arg('employeeId', () => ID) employeeId: string, @Ctx() context: Context): Promise<ErasureType> {
    return this.services.erasures.erase(employeeId, callerOf(context).source);
  }

  @Authorized<Access>('ADMIN', 'KIOSK')
  @Query(() => [ErasedFace], {
    description: 'Whose faces were erased after a sequence, in order; at most 200 at once.',
  })
  erasedFaces(@Arg('after', () => Int, { defaultValue: 0 }) after: number): Promise<ErasedFace[]> {
    return this.services.erasures.listAfter(after, MAX_PAGE_SIZE);
  }

  @Authorized<Access>('ADMIN')
  @Mutation(() => DownloadTicket, { description: 'Everything that is kept about one person, as a ZIP.' })
  async exportEmployee(@Arg('employeeId', () => ID) employeeId: string): Promise<DownloadTicket> {
    const { exports, tickets } = this.services;
    await exports.getPerson(employeeId);
    return tickets.issue('person', employeeId);
  }
}

function shown(employeeId: string, privacy: PersonPrivacy): EmployeePrivacy {
  return { employeeId, ...privacy };
}

import 'reflect-metadata';
import { createPubSub } from '@graphql-yoga/subscription';
import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync, getMetadataStorage, type MiddlewareFn } from 'type-graphql';
import { AccountResolver } from './accounts/account.resolver.js';
import { ApiKeyResolver } from './accounts/api-key.resolver.js';
import { LoginResolver } from './accounts/login.resolver.js';
import { OwnAccountResolver } from './accounts/own-account.resolver.js';
import { AttendanceResolver } from './attendance/attendance.resolver.js';
import { EventDecisionResolver } from './attendance/event-decision.resolver.js';
import { EventTimeResolver } from './attendance/event-time.resolver.js';
import { LivenessResolver } from './attendance/liveness.resolver.js';
import { CorrectionRequestResolver } from './attendance/correction-request.resolver.js';
import { CorrectionResolver } from './attendance/correction.resolver.js';
import { DayRecordResolver } from './attendance/day-record.resolver.js';
import { PeriodResolver } from './attendance/period.resolver.js';
import { PolicyResolver } from './attendance/policy.resolver.js';
import { PresenceResolver } from './attendance/presence.resolver.js';
import { PunchResolver } from './attendance/punch.resolver.js';
import { PunchWithoutFaceResolver } from './attendance/punch-without-face.resolver.js';
import { RefusedPunchResolver } from './attendance/refused-punch.resolver.js';
import { SummaryResolver } from './attendance/summary.resolver.js';
import type { AuditMiddleware } from './audit/audit-middleware.js';
import { AuditResolver } from './audit/audit.resolver.js';
import { auditedAs } from './audit/audited-operations.js';
import type { Access } from './caller.js';
import { DecisionResolver } from './decisions/decision.resolver.js';
import { DemoResolver } from './demo/demo.resolver.js';
import { DriftResolver } from './drift/drift.resolver.js';
import { DepartmentResolver } from './employees/department.resolver.js';
import { EmployeeResolver } from './employees/employee.resolver.js';
import { ConsentNoticeResolver } from './enrolment/consent-notice.resolver.js';
import { EnrolmentResolver } from './enrolment/enrolment.resolver.js';
import { authorize } from './graphql/auth-checker.js';
import type { Context } from './graphql/context.js';
import { guardEmployees } from './graphql/employee-guard.js';
import type { MutationLog } from './graphql/mutation-log.js';
import { JobResolver } from './jobs/job.resolver.js';
import type { OperationRates } from './graphql/operation-rates.js';
import { readPlainFields } from './graphql/plain-fields.js';
import { markWatched } from './graphql/watched-fields.js';
import { HeartbeatResolver } from './kiosks/heartbeat.resolver.js';
import { KioskResolver } from './kiosks/kiosk.resolver.js';
import { PairingResolver } from './kiosks/pairing.resolver.js';
import { LookAlikeResolver } from './look-alikes/look-alike.resolver.js';
import { EvaluationResolver } from './pipeline/evaluation.resolver.js';
import { PipelineResolver } from './pipeline/pipeline.resolver.js';
import { PrivacyResolver } from './privacy/privacy.resolver.js';
import { PurgeResolver } from './privacy/purge.resolver.js';
import { MistakeResolver } from './look-alikes/mistake.resolver.js';
import { ModelResolver } from './models/model.resolver.js';
import { AssignmentResolver } from './schedules/assignment.resolver.js';
import { ChangeResolver } from './schedules/change.resolver.js';
import { HolidayResolver } from './schedules/holiday.resolver.js';
import { LeaveResolver } from './schedules/leave.resolver.js';
import { PatternResolver } from './schedules/pattern.resolver.js';
import { RosterResolver } from './schedules/roster.resolver.js';
import { ShiftResolver } from './schedules/shift.resolver.js';
import { SiteResolver } from './schedules/site.resolver.js';

/** The whole API. Instances of the resolvers come from the context of each request. */
export function buildGraphQLSchema({
  log,
  limits,
  audit,
  measure,
}: {
  log?: MutationLog;
  limits?: OperationRates;
  audit?: AuditMiddleware;
  measure?: MiddlewareFn<Context>;
} = {}): GraphQLSchema {
  const schema = buildSchemaSync({
    resolvers: [
      AccountResolver,
      ApiKeyResolver,
      AssignmentResolver,
      AttendanceResolver,
      AuditResolver,
      ConsentNoticeResolver,
      ChangeResolver,
      CorrectionRequestResolver,
      CorrectionResolver,
      DayRecordResolver,
      DecisionResolver,
      DemoResolver,
      DepartmentResolver,
      EmployeeResolver,
      EnrolmentResolver,
      EventDecisionResolver,
      EventTimeResolver,
      HeartbeatResolver,
      HolidayResolver,
      JobResolver,
      KioskResolver,
      LeaveResolver,
      LivenessResolver,
      LoginResolver,
      LookAlikeResolver,
      MistakeResolver,
      ModelResolver,
      DriftResolver,
      PipelineResolver,
      EvaluationResolver,
      OwnAccountResolver,
      PairingResolver,
      PatternResolver,
      PeriodResolver,
      PolicyResolver,
      PresenceResolver,
      PrivacyResolver,
      PunchResolver,
      PurgeResolver,
      PunchWithoutFaceResolver,
      RefusedPunchResolver,
      RosterResolver,
      ShiftResolver,
      SiteResolver,
      SummaryResolver,
    ],
    container: ({ context }) => (context as Context).resolvers,
    authChecker: async ({ context, info }, allowed: Access[]) => {
      try {
        authorize((context as Context).caller, allowed, info.parentType.name === 'Mutation');
      } catch (error) {
        log?.failed(info, context as Context, error);
        await audit?.denied(info, context as Context, error);
        throw error;
      }
      return true;
    },
    globalMiddlewares: [
      ...(measure ? [measure] : []),
      ...[log, limits, audit].flatMap((around) => (around ? [around.middleware] : [])),
    ],
    // Asked for wherever there are subscriptions; ours bring their own streams.
    pubSub: createPubSub(),
    validate: false,
    // Apollo Server checks it as well; this would do so by introspecting all of it.
    skipCheck: true,
  });
  refuseUnruled();
  const watched = markWatched(schema, (type, field) => auditedAs(type, field) !== null);
  return guardEmployees(readPlainFields(watched));
}

/** What works without a caller: it is for signing in. */
export const OPEN_OPERATIONS: readonly string[] = [
  'beginOidcLogin',
  'beginPasskeyLogin',
  'completeLogin',
  'completeOidcLogin',
  'login',
  'loginOptions',
  'pairKiosk',
  'resetPassword',
  'setUp',
  'setUpNeeded',
];

/** An operation that nobody was thought of for must not be open to everybody. */
function refuseUnruled(): void {
  const { queries, mutations, subscriptions } = getMetadataStorage();
  for (const { schemaName, roles = [] } of [...queries, ...mutations, ...subscriptions]) {
    if (roles.length === 0 && !OPEN_OPERATIONS.includes(schemaName)) {
      throw new Error(`${schemaName} says nothing of who may use it: add @Authorized`);
    }
  }
}

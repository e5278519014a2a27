import 'reflect-metadata';
import { AccountResolver } from '../accounts/account.resolver.js';
import { ApiKeyResolver } from '../accounts/api-key.resolver.js';
import { LoginResolver } from '../accounts/login.resolver.js';
import { OwnAccountResolver } from '../accounts/own-account.resolver.js';
import { AttendanceResolver } from '../attendance/attendance.resolver.js';
import { CorrectionRequestResolver } from '../attendance/correction-request.resolver.js';
import { CorrectionResolver } from '../attendance/correction.resolver.js';
import { DayRecordResolver } from '../attendance/day-record.resolver.js';
import { EventDecisionResolver } from '../attendance/event-decision.resolver.js';
import { EventTimeResolver } from '../attendance/event-time.resolver.js';
import { LivenessResolver } from '../attendance/liveness.resolver.js';
import { PeriodResolver } from '../attendance/period.resolver.js';
import { PolicyResolver } from '../attendance/policy.resolver.js';
import { PresenceResolver } from '../attendance/presence.resolver.js';
import { PunchWithoutFaceResolver } from '../attendance/punch-without-face.resolver.js';
import { PunchResolver } from '../attendance/punch.resolver.js';
import { RefusedPunchResolver } from '../attendance/refused-punch.resolver.js';
import { SummaryResolver } from '../attendance/summary.resolver.js';
import { AuditMiddleware } from '../audit/audit-middleware.js';
import { AuditResolver } from '../audit/audit.resolver.js';
import { DecisionResolver } from '../decisions/decision.resolver.js';
import { DemoResolver } from '../demo/demo.resolver.js';
import type { DemoService } from '../demo/demo.service.js';
import { DriftResolver } from '../drift/drift.resolver.js';
import { DepartmentResolver } from '../employees/department.resolver.js';
import { EmployeeResolver } from '../employees/employee.resolver.js';
import { ConsentNoticeResolver } from '../enrolment/consent-notice.resolver.js';
import { EnrolmentResolver } from '../enrolment/enrolment.resolver.js';
import { MutationLog } from '../graphql/mutation-log.js';
import { operationMetrics, requestMetrics } from '../graphql/operation-metrics.js';
import { OperationRates } from '../graphql/operation-rates.js';
import { createWebServer, type Timing, type WebServer } from '../graphql/web-server.js';
import { installation } from '../installation.js';
import { JobResolver } from '../jobs/job.resolver.js';
import { HeartbeatResolver } from '../kiosks/heartbeat.resolver.js';
import { KioskResolver } from '../kiosks/kiosk.resolver.js';
import { PairingResolver } from '../kiosks/pairing.resolver.js';
import { LookAlikeResolver } from '../look-alikes/look-alike.resolver.js';
import { MistakeResolver } from '../look-alikes/mistake.resolver.js';
import { ModelResolver } from '../models/model.resolver.js';
import { EvaluationResolver } from '../pipeline/evaluation.resolver.js';
import { PipelineResolver } from '../pipeline/pipeline.resolver.js';
import { PrivacyResolver } from '../privacy/privacy.resolver.js';
import { PurgeResolver } from '../privacy/purge.resolver.js';
import { AssignmentResolver } from '../schedules/assignment.resolver.js';
import { ChangeResolver } from '../schedules/change.resolver.js';
import { HolidayResolver } from '../schedules/holiday.resolver.js';
import { LeaveResolver } from '../schedules/leave.resolver.js';
import { PatternResolver } from '../schedules/pattern.resolver.js';
import { RosterResolver } from '../schedules/roster.resolver.js';
import { ShiftResolver } from '../schedules/shift.resolver.js';
import { SiteResolver } from '../schedules/site.resolver.js';
import { buildGraphQLSchema } from '../schema.js';
import type { Accounts } from './accounts.js';
import type { Attendance } from './attendance.js';
import { wireCallers } from './callers.js';
import type { Enrolment } from './enrolment.js';
import type { Foundation } from './foundation.js';
import type { Jobs } from './jobs.js';
import type { Privacy } from './privacy.js';
import type { Recognition } from './recognition.js';
import type { Schedules } from './schedules.js';

/** All that the API shows. */
export interface Parts {
  foundation: Foundation;
  recognition: Recognition;
  schedules: Schedules;
  attendance: Attendance;
  enrolment: Enrolment;
  accounts: Accounts;
  privacy: Privacy;
  jobs: Jobs;
  demo: DemoService;
}

/** The API and the pages. app.ts loads this where they are served: commands and workers start without it. */
export async function openApi(parts: Parts, timing: Partial<Timing> | undefined): Promise<WebServer> {
  const { foundation, accounts, privacy } = parts;
  const { config, clock, logger, trail, redis, metrics, isDatabaseReachable } = foundation;
  const schema = buildGraphQLSchema({
    log: new MutationLog({ logger, clock }),
    limits: new OperationRates(config.rates, redis?.commands),
    audit: new AuditMiddleware(trail),
    ...(metrics && { measure: operationMetrics(metrics) }),
  });
  return createWebServer({
    schema,
    ...wireCallers(accounts, resolversOf(parts)),
    tickets: privacy.tickets,
    isDatabaseReachable,
    logger,
    webDir: installation.webDir,
    edge: config.edge,
    timing,
    ...(metrics && { measure: requestMetrics(metrics) }),
  });
}

function resolversOf({
  foundation: {
    config: { publicUrl },
  },
  recognition,
  schedules,
  attendance,
  enrolment,
  accounts,
  privacy,
  jobs,
  demo,
}: Parts): object[] {
  return [
    new AccountResolver(accounts),
    new ApiKeyResolver(accounts.apiKeys),
    new LoginResolver({ ...accounts, publicUrl }),
    new OwnAccountResolver({ own: accounts.own, publicUrl }),
    new KioskResolver(accounts.kiosks),
    new HeartbeatResolver(accounts.heartbeats),
    new PairingResolver(accounts.pairings),

    new PunchResolver(attendance.punches),
    new PunchWithoutFaceResolver(attendance.punches),
    new RefusedPunchResolver(attendance.refusals),
    new AttendanceResolver(attendance.reader, attendance.stream),
    new DayRecordResolver(),
    new CorrectionResolver(attendance.corrections, attendance.notMe, attendance.overtime),
    new CorrectionRequestResolver(attendance.requests, attendance.punches),
    new PeriodResolver(attendance.periods),
    new PolicyResolver(attendance.policies, attendance.policyChanges),
    new SummaryResolver(attendance.summaries),
    new PresenceResolver(attendance.reader, attendance.presence),
    new EventDecisionResolver(recognition.decisions),
    new EventTimeResolver(),

    new EmployeeResolver(enrolment.employees),
    new EnrolmentResolver(enrolment.enrolments),
    new ConsentNoticeResolver(enrolment.notices),

    new DepartmentResolver(schedules.departments),
    new SiteResolver(schedules.sites),
    new ShiftResolver(schedules.shifts),
    new PatternResolver(schedules.patterns),
    new AssignmentResolver(schedules.assignments),
    new ChangeResolver(schedules.changes),
    new HolidayResolver(schedules.holidays),
    new LeaveResolver(schedules.leaves),
    new RosterResolver(schedules.rosters),

    new DecisionResolver(recognition.decisions),
    new LivenessResolver(recognition.challenges),
    new LookAlikeResolver(recognition.lookAlikes),
    new MistakeResolver(recognition.mistakes),
    new ModelResolver(recognition.models),

    new JobResolver(jobs.jobs),
    new DriftResolver(jobs.drift),
    new PipelineResolver(jobs.pipelines),

    new PrivacyResolver(privacy),
    new PurgeResolver(privacy.purges),
    new AuditResolver(privacy.audit),
    new EvaluationResolver(privacy.evaluations, privacy.tickets),

    new DemoResolver(demo),
  ];
}

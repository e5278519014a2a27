import 'reflect-metadata';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ClassType } from 'type-graphql';
import { AccountResolver } from './accounts/account.resolver.js';
import { AccountService } from './accounts/account.service.js';
import { ApiKeyRepository } from './accounts/api-key.repository.js';
import { ApiKeyResolver } from './accounts/api-key.resolver.js';
import { API_KEY_PREFIX, ApiKeyService } from './accounts/api-key.service.js';
import { LoginResolver } from './accounts/login.resolver.js';
import { LoginService } from './accounts/login.service.js';
import { OidcService } from './accounts/oidc.service.js';
import { OwnAccountResolver } from './accounts/own-account.resolver.js';
import { OwnAccountService } from './accounts/own-account.service.js';
import { PasskeyService } from './accounts/passkey.service.js';
import { PasswordService } from './accounts/password.service.js';
import { SecondFactorRepository } from './accounts/second-factor.repository.js';
import { SecondFactorService } from './accounts/second-factor.service.js';
import { SessionRepository } from './accounts/session.repository.js';
import { SESSION_TOKEN_PREFIX, SessionService } from './accounts/session.service.js';
import { SignInBackoff } from './accounts/sign-in-backoff.js';
import { UserRepository } from './accounts/user.repository.js';
import { AnswerBook } from './attendance/answer-book.js';
import { AttendanceListRepository } from './attendance/attendance-list.repository.js';
import { AttendanceReader } from './attendance/attendance-reader.js';
import { AttendanceStream } from './attendance/attendance-stream.js';
import { AttendanceRepository } from './attendance/attendance.repository.js';
import { AttendanceResolver } from './attendance/attendance.resolver.js';
import { EventDecisionResolver } from './attendance/event-decision.resolver.js';
import { EventTimeResolver } from './attendance/event-time.resolver.js';
import { AttendanceService } from './attendance/attendance.service.js';
import { LivenessResolver } from './attendance/liveness.resolver.js';
import { PinCheck } from './attendance/pin-check.js';
import { PinTriesRepository } from './attendance/pin-tries.repository.js';
import { CorrectionRequestResolver } from './attendance/correction-request.resolver.js';
import { CorrectionRequestService } from './attendance/correction-request.service.js';
import { CorrectionWriter } from './attendance/correction-writer.js';
import { CorrectionRepository } from './attendance/correction.repository.js';
import { CorrectionResolver } from './attendance/correction.resolver.js';
import { CorrectionService } from './attendance/correction.service.js';
import { DayKeeper } from './attendance/day-keeper.js';
import { DayRecordRepository } from './attendance/day-record.repository.js';
import { DayRecordResolver } from './attendance/day-record.resolver.js';
import { HistoryReader } from './attendance/history-reader.js';
import { NotMeService } from './attendance/not-me.service.js';
import { OvertimeService } from './attendance/overtime.service.js';
import { PeriodRepository } from './attendance/period.repository.js';
import { PeriodResolver } from './attendance/period.resolver.js';
import { PeriodService } from './attendance/period.service.js';
import { PolicyChangeService } from './attendance/policy-change.service.js';
import { PolicyRepository } from './attendance/policy.repository.js';
import { PolicyResolver } from './attendance/policy.resolver.js';
import { PolicyService } from './attendance/policy.service.js';
import { PresenceReader } from './attendance/presence-reader.js';
import { PresenceRepository } from './attendance/presence.repository.js';
import { PresenceResolver } from './attendance/presence.resolver.js';
import { createIdentifyWithoutFace } from './attendance/identify-without-face.js';
import { PunchResolver } from './attendance/punch.resolver.js';
import { PunchWithoutFaceResolver } from './attendance/punch-without-face.resolver.js';
import { RefusedPunchRepository } from './attendance/refused-punch.repository.js';
import { RefusedPunchResolver } from './attendance/refused-punch.resolver.js';
import { RefusedPunchService } from './attendance/refused-punch.service.js';
import { createRecognizeEmployee } from './attendance/recognize-employee.js';
import { Replay } from './attendance/replay.js';
import { SummaryRepository } from './attendance/summary.repository.js';
import { SummaryResolver } from './attendance/summary.resolver.js';
import { SummaryService } from './attendance/summary.service.js';
import { AuditMiddleware } from './audit/audit-middleware.js';
import { appendTo, AuditRepository } from './audit/audit.repository.js';
import { AuditResolver } from './audit/audit.resolver.js';
import { AuditService } from './audit/audit.service.js';
import { AuditTrail } from './audit/audit-trail.js';
import type { Caller } from './caller.js';
import { systemClock, type Clock } from './clock.js';
import type { Config } from './config.js';
import type { Transaction } from './database/database.js';
import { lockDataDir } from './database/instance-lock.js';
import { filesOf } from './database-location.js';
import { measuredDatabase } from './database/measured-database.js';
import { watchRows } from './database/row-changes.js';
import { startDatabase } from './database/start-database.js';
import { DecisionRepository } from './decisions/decision.repository.js';
import { DecisionResolver } from './decisions/decision.resolver.js';
import { DecisionService } from './decisions/decision.service.js';
import { DemoResolver } from './demo/demo.resolver.js';
import { DemoService } from './demo/demo.service.js';
import { DownloadTickets } from './download-tickets.js';
import { DepartmentRepository } from './employees/department.repository.js';
import { DepartmentResolver } from './employees/department.resolver.js';
import { DepartmentService } from './employees/department.service.js';
import { DriftRepository } from './drift/drift.repository.js';
import { DriftResolver } from './drift/drift.resolver.js';
import { DriftService } from './drift/drift.service.js';
import { EmployeeRepository } from './employees/employee.repository.js';
import { EmployeeResolver } from './employees/employee.resolver.js';
import { EmployeeService } from './employees/employee.service.js';
import { ConsentNoticeRepository } from './enrolment/consent-notice.repository.js';
import { ConsentNoticeResolver } from './enrolment/consent-notice.resolver.js';
import { ConsentNoticeService } from './enrolment/consent-notice.service.js';
import { EnrolmentRepository } from './enrolment/enrolment.repository.js';
import { EnrolmentResolver } from './enrolment/enrolment.resolver.js';
import { EnrolmentService } from './enrolment/enrolment.service.js';
import { FaceKeeper } from './enrolment/face-keeper.js';
import { GalleryFollower } from './enrolment/gallery-follower.js';
import { loadGallery } from './enrolment/load-gallery.js';
import { moveOldTemplates } from './enrolment/move-templates.js';
import { TemplateRebuild } from './enrolment/template-rebuild.js';
import { StartupError } from './errors.js';
import { createEvents } from './events.js';
import type { Context, ContextFor, Renew } from './graphql/context.js';
import { MutationLog } from './graphql/mutation-log.js';
import { AttendanceImport } from './importing/attendance-import.js';
import { moveIn } from './importing/move-in.js';
import { importPeople } from './importing/import-people.js';
import { PersonImport } from './importing/person-import.js';
import { operationMetrics, requestMetrics } from './graphql/operation-metrics.js';
import { OperationRates } from './graphql/operation-rates.js';
import { createWebServer, type Timing, type WebServer } from './graphql/web-server.js';
import { installation } from './installation.js';
import { audited } from './jobs/audited-job.js';
import { housekeeping } from './jobs/housekeeping.js';
import { JobRepository } from './jobs/job.repository.js';
import { JobResolver } from './jobs/job.resolver.js';
import { JobService } from './jobs/job.service.js';
import { HeartbeatResolver } from './kiosks/heartbeat.resolver.js';
import { HeartbeatService } from './kiosks/heartbeat.service.js';
import { KIOSK_TOKEN_PREFIX, KioskAuthentication } from './kiosks/kiosk-authentication.js';
import { KioskRepository } from './kiosks/kiosk.repository.js';
import { KioskResolver } from './kiosks/kiosk.resolver.js';
import { KioskService } from './kiosks/kiosk.service.js';
import { PairingResolver } from './kiosks/pairing.resolver.js';
import { PairingService } from './kiosks/pairing.service.js';
import { LookAlikeReport } from './look-alikes/look-alike-report.js';
import { LookAlikeRepository } from './look-alikes/look-alike.repository.js';
import { LookAlikeResolver } from './look-alikes/look-alike.resolver.js';
import { LookAlikeService } from './look-alikes/look-alike.service.js';
import { ModelRepository } from './models/model.repository.js';
import { ModelResolver } from './models/model.resolver.js';
import { ModelService } from './models/model.service.js';
import { VersionFiles } from './models/version-files.js';
import { MistakeRepository } from './look-alikes/mistake.repository.js';
import { MistakeResolver } from './look-alikes/mistake.resolver.js';
import { MistakeService } from './look-alikes/mistake.service.js';
import { createLogger, type Logger } from './logger.js';
import { measuredEngine } from './metrics/measured-engine.js';
import { serveMetrics } from './metrics/metrics-server.js';
import { Metrics } from './metrics/metrics.js';
import { ConsentRepository } from './privacy/consent.repository.js';
import { ConsentService } from './privacy/consent.service.js';
import { DailyPurge } from './privacy/daily-purge.js';
import { ErasureRepository } from './privacy/erasure.repository.js';
import { ErasureService } from './privacy/erasure.service.js';
import { ExportRepository } from './privacy/export.repository.js';
import { ExportService } from './privacy/export.service.js';
import { KeyRotationService } from './privacy/key-rotation.service.js';
import { PastItsTime } from './privacy/past-its-time.js';
import { CheckInSamples } from './pipeline/check-in-samples.js';
import { EnrolledSamples } from './pipeline/enrolled-samples.js';
import { EvaluationResolver } from './pipeline/evaluation.resolver.js';
import { EvaluationService } from './pipeline/evaluation.service.js';
import { FolderSamples } from './pipeline/folder-samples.js';
import { pipelineKind } from './pipeline/pipeline.js';
import { PipelineResolver } from './pipeline/pipeline.resolver.js';
import { PipelineService } from './pipeline/pipeline.service.js';
import { PrivacyResolver } from './privacy/privacy.resolver.js';
import { PurgeRepository } from './privacy/purge.repository.js';
import { PurgeResolver } from './privacy/purge.resolver.js';
import { PurgeService } from './privacy/purge.service.js';
import { RotationRepository } from './privacy/rotation.repository.js';
import type { FaceEngine } from './recognition/face-engine.js';
import { Gallery } from './recognition/gallery.js';
import { createDescribe } from './recognition/describe.js';
import { createIdentify } from './recognition/identify.js';
import { ChallengeBook } from './recognition/liveness/challenge-book.js';
import { judgeLiveness } from './recognition/liveness/judge-liveness.js';
import { shippedVersion } from './recognition/model-version.js';
import { PolicyKeeper } from './recognition/policy-keeper.js';
import { defaultWorkers, WorkerFaceEngine } from './recognition/worker-face-engine.js';
import { AssignmentRepository } from './schedules/assignment.repository.js';
import { AssignmentResolver } from './schedules/assignment.resolver.js';
import { AssignmentService } from './schedules/assignment.service.js';
import { ChangeRepository } from './schedules/change.repository.js';
import { ChangeResolver } from './schedules/change.resolver.js';
import { ChangeService } from './schedules/change.service.js';
import { HolidayRepository } from './schedules/holiday.repository.js';
import { HolidayResolver } from './schedules/holiday.resolver.js';
import { HolidayService } from './schedules/holiday.service.js';
import { LeaveRepository } from './schedules/leave.repository.js';
import { LeaveResolver } from './schedules/leave.resolver.js';
import { LeaveService } from './schedules/leave.service.js';
import { PatternRepository } from './schedules/pattern.repository.js';
import { PatternResolver } from './schedules/pattern.resolver.js';
import { PatternService } from './schedules/pattern.service.js';
import { RosterResolver } from './schedules/roster.resolver.js';
import { RosterService } from './schedules/roster.service.js';
import { ScheduleReader } from './schedules/schedule-reader.js';
import { ScheduleRepository } from './schedules/schedule.repository.js';
import { ShiftRepository } from './schedules/shift.repository.js';
import { ShiftResolver } from './schedules/shift.resolver.js';
import { ShiftService } from './schedules/shift.service.js';
import { SiteRepository } from './schedules/site.repository.js';
import { SiteResolver } from './schedules/site.resolver.js';
import { SiteService } from './schedules/site.service.js';
import { buildGraphQLSchema } from './schema.js';
import { RedisLink } from './nodes/redis-link.js';
import { WakeUps } from './nodes/wake-ups.js';
import { FaceImages } from './storage/face-images.js';
import { AttendancePhotos } from './storage/attendance-photos.js';
import { DerivedSeal } from './storage/derived-seal.js';
import { listExposed } from './storage/file-modes.js';
import { loadKeyring } from './storage/master-key.js';
import { PersonKeyRepository } from './storage/person-key.repository.js';
import { PersonKeys } from './storage/person-keys.js';
import { PhotoSealer } from './storage/photo-sealer.js';
import { ShortLivedRepository } from './storage/short-lived.repository.js';
import { loadSigningKey } from './storage/signing-key.js';

export interface Overrides {
  engine?: FaceEngine;
  clock?: Clock;
  logger?: Logger;
  /** Time limits of the transport. */
  timing?: Partial<Timing>;
}

export interface App {
  services: {
    accounts: AccountService;
    audit: AuditService;
    demo: DemoService;
    erasures: ErasureService;
    exports: ExportService;
    jobs: JobService;
    keyRotation: KeyRotationService;
    kiosks: KioskService;
    lookAlikeReport: LookAlikeReport;
    models: ModelService;
    purges: PurgeService;
    templateRebuild: TemplateRebuild;
  };
  /** What a command does is recorded as well. */
  trail: Pick<AuditTrail<Transaction>, 'run'>;
  engine: FaceEngine;
  web: WebServer;
  /** Serves what Prometheus collects, where the settings say so. Resolves to the port. Throws StartupError. */
  serveMetrics(): Promise<number | null>;
  /** Begins what happens by the clock. */
  startJobs(): void;
  /** Finishes what is under way and closes everything. */
  stop(): Promise<void>;
}

/** Of photos that are staged where several servers share a folder: younger ones may be another server's under way. */
const OTHERS_STAGED_MS = 10 * 60_000;
/** How soon after the end of a shift those who did not come are absent. */
const SETTLE_EVERY_MS = 5 * 60_000;

/** Opens the data, warms the models and wires everything; `web.listen` serves it. Throws StartupError. */
export async function createApp(config: Config, overrides: Overrides = {}): Promise<App> {
  const clock = overrides.clock ?? systemClock;
  const logger = overrides.logger ?? createLogger(config.logLevel);
  const closers: (() => unknown)[] = [];
  const stop = async () => {
    for (const close of closers.splice(0).reverse()) await close();
  };
  try {
    return await open();
  } catch (error) {
    await stop();
    throw error;
  }

  async function open(): Promise<App> {
    // The models load in a thread of their own while the data is opened.
    const warming = overrides.engine ? Promise.resolve(overrides.engine) : startEngine(config, logger);
    warming.catch(() => undefined);
    closers.push(async () => (await warming.catch(() => null))?.stop());

    makeDataDir(config.dataDir);
    const lock = lockDataDir(config.dataDir);
    closers.push(() => lock.release());
    const trail = new AuditTrail<Transaction>({ clock });
    const redis = config.redisUrl === null ? null : new RedisLink(config.redisUrl, logger);
    closers.push(() => redis?.stop());
    const opened = await startDatabase(config.database, {
      now: () => clock.now(),
      around: trail.around,
      isOnlyServer: !redis,
    });
    const metrics = config.metrics && new Metrics();
    const database = metrics ? measuredDatabase(opened, metrics) : opened;
    closers.push(() => database.close());
    const auditRows = new AuditRepository(database);
    trail.keepIn({ append: (record) => auditRows.append(record), appendTo, watch: watchRows });

    const users = new UserRepository(database);
    const kioskRows = new KioskRepository(database);
    const employees = new EmployeeRepository(database);
    const enrolmentRows = new EnrolmentRepository(database);
    const attendance = new AttendanceRepository(database);
    const sites = new SiteRepository(database);
    await sites.settleFirst(config);

    const keyRows = new PersonKeyRepository(database);
    const keyring = await loadKeyring(
      { dataDir: config.dataDir, ...config.masterKeys },
      {
        usedIds: await keyRows.listMasterKeyIds(),
        othersExist: (await enrolmentRows.hasOldTemplates()) || (await users.hasTotp()),
      },
    );
    const keys = new PersonKeys({ keys: keyRows, keyring, clock });
    const signingKey = loadSigningKey(config.dataDir);
    const images = new FaceImages(
      config.faceImagesDir,
      logger,
      new PhotoSealer({ keys, encrypt: config.encryptPhotos }),
    );
    await images.open();
    await images.recover(
      async (id) => (await enrolmentRows.findSamplePath(id)) ?? (await attendance.findPhotoPath(id)),
      redis ? OTHERS_STAGED_MS : 0,
    );
    const moved = await moveOldTemplates({ enrolments: enrolmentRows, keys, keyring });
    if (moved > 0) logger.info({ templates: moved }, 'templates were brought under keys of the people they are of');
    for (const line of listExposed([config.dataDir, ...filesOf(config.database), config.faceImagesDir]))
      logger.warn(line);

    const warmed = await warming;
    const engine = metrics ? measuredEngine(warmed, metrics) : warmed;
    const gallery = new Gallery();
    closers.push(() => gallery.stop());
    const { modelId, secondModelId } = engine;
    const events = createEvents();
    const lookAlikes = new LookAlikeService({ lookAlikes: new LookAlikeRepository(database), clock });
    const loading = { enrolments: enrolmentRows, gallery, keyring, modelId, secondModelId, logger };
    const follower = new GalleryFollower({
      ...loading,
      facesChanged: events.facesChanged,
      onChange: () => lookAlikes.load(),
    });
    await follower.begin();
    await loadGallery(loading);
    await lookAlikes.load();
    closers.push(() => follower.stop());
    await follower.start();
    const wakeUps = new WakeUps({ events, redis });
    closers.push(() => wakeUps.stop());
    wakeUps.start();
    const facesChanged = async (): Promise<void> => {
      events.facesChanged.raise();
      await follower.catchUp();
    };
    const shipped = shippedVersion(engine);
    const matching = new PolicyKeeper({ gallery, targetFpir: config.targetFpir, version: shipped, logger });
    const versionFiles = new VersionFiles(config.modelsDir, new DerivedSeal(keyring, 'models'));
    const models = new ModelService({
      models: new ModelRepository(database),
      files: versionFiles,
      shipped,
      keeper: matching,
      clock,
      logger,
    });
    closers.push(() => models.stop());
    await models.start();

    const describe = createDescribe({ engine });
    const mistakes = new MistakeService({ mistakes: new MistakeRepository(database), clock });
    const mistakesAbout = (employeeId: string) => mistakes.about(employeeId);
    const identify = createIdentify({ engine, gallery, policy: matching, judgeLiveness, mistakesAbout });
    const decisions = new DecisionService({ decisions: new DecisionRepository(database), clock });
    const kept = new ShortLivedRepository(database);
    const challenges = new ChallengeBook({ kept, clock });
    const recognize = createRecognizeEmployee({ identify, employees, decisions, challenges, lookAlikes });
    const pins = new PinCheck({ tries: new PinTriesRepository(database), clock });
    const refusedPunches = new RefusedPunchRepository(database);
    const answers = new AnswerBook({ attendance, clock });
    const schedules = new ScheduleReader({ schedules: new ScheduleRepository(database) });
    const policies = new PolicyRepository(database);
    const days = new DayRecordRepository(database);
    const histories = new HistoryReader({ attendance, schedules, policies });
    const periods = new PeriodRepository(database);
    const replay = new Replay({ histories, days, periods, clock });
    const correctionRows = new CorrectionRepository(database);
    const writer = new CorrectionWriter({ corrections: correctionRows, histories, events, clock });
    const corrections = new CorrectionService({ corrections: correctionRows, writer, employees, mistakes, clock });
    const notMe = new NotMeService({ corrections: correctionRows, writer, employees, decisions, mistakes, clock });
    const requests = new CorrectionRequestService({ requests: correctionRows, corrections, employees, clock });
    const overtime = new OvertimeService({ approvals: correctionRows, days, replay, clock });
    const policyService = new PolicyService({ policies });
    const policyChanges = new PolicyChangeService({ policies, days, replay, clock });
    const presence = new PresenceReader({ presence: new PresenceRepository(database), schedules, policies, clock });
    const punches = new AttendanceService({
      attendance,
      histories,
      answers,
      recognize,
      identifyWithoutFace: createIdentifyWithoutFace({ employees, pins }),
      refusedPunches,
      lookAlikes,
      pins,
      images,
      events,
      clock,
    });
    const reader = new AttendanceReader({ lists: new AttendanceListRepository(database), policies, clock });
    const stream = new AttendanceStream({ attendance, events });
    const notices = new ConsentNoticeService({ notices: new ConsentNoticeRepository(database), clock });
    await notices.settle();
    const faceKeeper = new FaceKeeper({
      enrolments: enrolmentRows,
      employees,
      gallery,
      facesChanged,
      policy: matching,
      lookAlikes,
      images,
      keys,
      clock,
    });
    const enrolments = new EnrolmentService({
      attendance: punches,
      describe,
      enrolments: enrolmentRows,
      employees,
      notices,
      keeper: faceKeeper,
      logger,
    });
    const factors = new SecondFactorRepository(database);
    const secondFactors = new SecondFactorService({ factors, secrets: new DerivedSeal(keyring, 'totp'), kept, clock });
    const erasures = new ErasureService({
      erasures: new ErasureRepository(database),
      gallery,
      facesChanged,
      lookAlikes,
      models,
      images,
      signingKey,
      clock,
    });
    await erasures.finishPending();
    const consents = new ConsentService({
      consents: new ConsentRepository(database),
      erasures,
      gallery,
      facesChanged,
      clock,
    });
    const exports = new ExportService({ exports: new ExportRepository(database), images, clock });
    const purgeRows = new PurgeRepository(database);
    const uploadsDir = join(config.dataDir, 'uploads');
    const reportsDir = join(config.dataDir, 'imports');
    const past = new PastItsTime({
      purges: purgeRows,
      photos: new AttendancePhotos(config.faceImagesDir),
      uploadsDir,
      importReportsDir: reportsDir,
      clock,
    });
    const purges = new PurgeService({ purges: purgeRows, past, erasures, clock });
    const keyRotation = new KeyRotationService({
      keyRows,
      keys,
      rotations: new RotationRepository(database),
      keyring,
      images,
      resealSecrets: async () => {
        await models.resealHeads();
        return secondFactors.resealAll();
      },
      clock,
      dataDir: config.dataDir,
      keysInFiles: !config.masterKeys.command && !config.masterKeys.fromEnvironment,
    });
    const headsFile = join(config.dataDir, 'audit-heads.jsonl');
    const audit = new AuditService({ entries: auditRows, signingKey, clock, headsFile });
    const evaluations = new EvaluationService({ files: versionFiles, employees, enrolments: enrolmentRows, images });
    const downloads = { person: (id: string) => exports.open(id), sample: (id: string) => evaluations.openPhoto(id) };
    const tickets = new DownloadTickets({ kept, clock, kinds: downloads });
    const templateRebuild = new TemplateRebuild({
      enrolments: enrolmentRows,
      images,
      engine,
      keys,
      clock,
      logger,
    });
    closers.push(() => templateRebuild.stop());
    const lookAlikeReport = new LookAlikeReport({ gallery, policy: matching, lookAlikes, clock });
    closers.push(() => lookAlikeReport.stop());
    const shifts = new ShiftService({ shifts: new ShiftRepository(database) });
    const patterns = new PatternService({ patterns: new PatternRepository(database) });
    const assignmentRows = new AssignmentRepository(database);
    const assignments = new AssignmentService({ assignments: assignmentRows });
    const accounts = new AccountService({ users, clock });
    const sessions = new SessionService({
      sessions: new SessionRepository(database),
      clock,
      sessionHours: config.sessionHours,
      secondFactorFor: config.requireSecondFactor,
    });
    const passkeys = new PasskeyService({ factors, kept, clock });
    const backoff = new SignInBackoff({ clock });
    const passwords = new PasswordService({ users, backoff, clock });
    const logins = new LoginService({ users, sessions, secondFactors, passkeys, backoff, kept, clock });
    const oidc = new OidcService({ settings: config.oidc, users, accounts, sessions, kept, clock });
    const own = new OwnAccountService({ accounts, sessions, passwords, secondFactors, passkeys });
    const apiKeys = new ApiKeyService({ keys: new ApiKeyRepository(database), clock });
    const { publicUrl } = config;
    const kiosks = new KioskService({ kiosks: kioskRows, clock });
    const kioskCallers = new KioskAuthentication({ kiosks: kioskRows, clock });
    const demo = new DemoService({
      engine,
      identify,
      describe,
      employees,
      enrolments,
      attendance,
      events,
      clock,
      replay,
      plan: { shifts, patterns, assignments, policies: policyService, policyChanges },
      logger,
      picturesDir: join(config.dataDir, 'demo'),
    });
    closers.push(() => demo.stop());
    if (config.admin) await accounts.createFirstAdministrator(config.admin);

    const persons = new PersonImport({
      employees,
      enrolments: enrolmentRows,
      keeper: faceKeeper,
      describe,
      clock,
    });
    const pastAttendance = new AttendanceImport({ attendance, replay, clock });
    const ahead = (config.recognitionWorkers ?? defaultWorkers()) + READ_AHEAD;
    const drift = new DriftService({ drift: new DriftRepository(database), timeZone: config.timeZone, clock });
    const checkIns = new CheckInSamples({ drift, images, describe, keeper: faceKeeper });
    const pipeline = pipelineKind(
      {
        sourceOf: ({ dataset, fromCheckIns }) =>
          dataset
            ? new FolderSamples({ folder: dataset, engine, concurrency: ahead, mostSamples: MOST_SAMPLES })
            : new EnrolledSamples({
                enrolments: enrolmentRows,
                keyring,
                models: engine,
                mostSamples: MOST_SAMPLES,
                takeCheckIns: fromCheckIns ? (watch) => checkIns.take(watch) : async () => 0,
              }),
        models,
        tools: { shipped, targetFpir: config.targetFpir },
        modelsDir: config.modelsDir,
        seal: new DerivedSeal(keyring, 'pipeline'),
        clock,
      },
      config.pipelineCron,
    );
    const jobRows = new JobRepository(database);
    const jobs = new JobService({
      jobs: jobRows,
      kinds: [
        housekeeping({ jobs: jobRows, clock }),
        audited(importPeople({ persons, ahead, reportsDir }), trail, 'command'),
        audited(pipeline, trail, 'pipeline'),
        audited(moveIn({ persons, attendance: pastAttendance, ahead, reportsDir }), trail, 'command'),
      ],
      timeZone: config.timeZone,
      events,
      clock,
      logger,
    });
    closers.push(() => jobs.stop());
    await jobs.start();
    const daily = new DailyPurge({ purges, audit, trail, logger });
    closers.push(() => daily.stop());

    const keeper = new DayKeeper({ days, replay, clock });
    const keeping = setInterval(
      () => void keeper.settle().catch((err: unknown) => logger.error({ err }, 'day records could not be settled')),
      SETTLE_EVERY_MS,
    );
    closers.push(() => keeper.stop());
    closers.push(() => clearInterval(keeping));

    const resolvers = instancesOf([
      new AccountResolver({ accounts, sessions, passwords, secondFactors }),
      new ApiKeyResolver(apiKeys),
      new LoginResolver({ accounts, logins, sessions, passwords, oidc, publicUrl }),
      new OwnAccountResolver({ own, publicUrl }),
      new EmployeeResolver(new EmployeeService({ employees, clock })),
      new EnrolmentResolver(enrolments),
      new ConsentNoticeResolver(notices),
      new PrivacyResolver({ consents, erasures, exports, tickets }),
      new PurgeResolver(purges),
      new AuditResolver(audit),
      new PunchResolver(punches),
      new PunchWithoutFaceResolver(punches),
      new RefusedPunchResolver(new RefusedPunchService({ refusedPunches, clock })),
      new AttendanceResolver(reader, stream),
      new DayRecordResolver(),
      new CorrectionResolver(corrections, notMe, overtime),
      new CorrectionRequestResolver(requests, punches),
      new PeriodResolver(new PeriodService({ periods, days, replay, clock })),
      new PolicyResolver(policyService, policyChanges),
      new SummaryResolver(new SummaryService({ summaries: new SummaryRepository(database) })),
      new PresenceResolver(reader, presence),
      new KioskResolver(kiosks),
      new HeartbeatResolver(new HeartbeatService({ kiosks: kioskRows, clock })),
      new PairingResolver(new PairingService({ kiosks: kioskRows, clock })),
      new DemoResolver(demo),
      new DecisionResolver(decisions),
      new EventDecisionResolver(decisions),
      new EventTimeResolver(),
      new LivenessResolver(challenges),
      new LookAlikeResolver(lookAlikes),
      new MistakeResolver(mistakes),
      new ModelResolver(models),
      new DepartmentResolver(new DepartmentService({ departments: new DepartmentRepository(database) })),
      new SiteResolver(new SiteService({ sites })),
      new ShiftResolver(shifts),
      new PatternResolver(patterns),
      new AssignmentResolver(assignments),
      new ChangeResolver(new ChangeService({ changes: new ChangeRepository(database) })),
      new HolidayResolver(new HolidayService({ holidays: new HolidayRepository(database) })),
      new LeaveResolver(new LeaveService({ leaves: new LeaveRepository(database) })),
      new RosterResolver(new RosterService({ employees, schedules, assignments: assignmentRows })),
      new JobResolver(jobs),
      new DriftResolver(drift),
      new PipelineResolver(new PipelineService({ jobs })),
      new EvaluationResolver(evaluations, tickets),
    ]);
    const authenticators: Partial<Record<string, (token: string) => Promise<Caller | null>>> = {
      [SESSION_TOKEN_PREFIX]: (token) => sessions.authenticate(token),
      [API_KEY_PREFIX]: (token) => apiKeys.authenticate(token),
      [KIOSK_TOKEN_PREFIX]: (token) => kioskCallers.byToken(token),
    };
    const authenticate = async (token: string) => (await authenticators[token.split('_')[0]!]?.(token)) ?? null;
    const contextFor: ContextFor = async (request) => {
      const { authorization, address, userAgent, origin } = request;
      const [, scheme, sent = ''] =
        /^(Bearer (?=\S{1,200}$)|Kiosk (?=\S{1,1000}$))(\S+)$/.exec(authorization ?? '') ?? [];
      const isSigned = scheme === 'Kiosk ';
      const token = isSigned ? '' : sent;
      const caller = isSigned ? await kioskCallers.byProof(sent, request) : await authenticate(token);
      return { token, caller, address, userAgent, origin, resolvers };
    };
    const renew: Renew = async (context) => {
      if (!context.caller) return context.token === '' ? context : null;
      const caller = await (context.token === '' ? kioskCallers.byId(context.caller.id) : authenticate(context.token));
      return caller && { ...context, caller };
    };
    const schema = buildGraphQLSchema({
      log: new MutationLog({ logger, clock }),
      limits: new OperationRates(config.rates, redis?.commands),
      audit: new AuditMiddleware(trail),
      ...(metrics && { measure: operationMetrics(metrics) }),
    });
    const web = await createWebServer({
      schema,
      contextFor,
      renew,
      tickets,
      logger,
      webDir: installation.webDir,
      edge: config.edge,
      timing: overrides.timing,
      ...(metrics && { measure: requestMetrics(metrics) }),
    });
    closers.push(() => web.stop());
    if (metrics) {
      metrics.read({
        sockets: () => web.countOpen(),
        gallery: () => ({ templates: gallery.size, people: gallery.people }),
        jobs: () => jobRows.countByState(),
      });
    }

    return {
      services: {
        accounts,
        audit,
        demo,
        erasures,
        exports,
        jobs,
        keyRotation,
        kiosks,
        lookAlikeReport,
        models,
        purges,
        templateRebuild,
      },
      trail,
      engine,
      web,
      async serveMetrics() {
        if (!metrics || !config.metrics) return null;
        const { port, close } = await serveMetrics(metrics, config.metrics);
        closers.push(close);
        return port;
      },
      startJobs: () => daily.start(),
      stop,
    };
  }
}

/** People of an import whose photographs are read while those of others are analysed. */
const READ_AHEAD = 2;
/** That a run of the pipeline looks at: 10,000 take 50 MB. */
const MOST_SAMPLES = 10_000;

async function startEngine({ recognitionWorkers }: Config, logger: Logger): Promise<FaceEngine> {
  const onThreadLost = (err: unknown) => logger.error({ err }, 'a recognition thread was lost; a new one starts');
  try {
    return await WorkerFaceEngine.start({ ...(recognitionWorkers && { workers: recognitionWorkers }), onThreadLost });
  } catch (error) {
    const { cause } = error as Error;
    throw new StartupError([`Recognition cannot start: ${cause instanceof Error ? cause.message : String(cause)}`]);
  }
}

function makeDataDir(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new StartupError([`DATA_DIR: cannot make ${dataDir} (${String((error as NodeJS.ErrnoException).code)})`]);
  }
}

function instancesOf(instances: object[]): Context['resolvers'] {
  const byClass = new Map(instances.map((instance) => [instance.constructor, instance]));
  return {
    get<T extends object>(type: ClassType<T>): T {
      const instance = byClass.get(type);
      if (!instance) throw new Error(`no resolver ${type.name} in app.ts`);
      return instance as T;
    },
  };
}

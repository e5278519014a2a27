import { join } from 'node:path';
import { AccountService } from './accounts/account.service.js';
import { PasswordService } from './accounts/password.service.js';
import { SecondFactorService } from './accounts/second-factor.service.js';
import { AuditService } from './audit/audit.service.js';
import { systemClock, type Clock } from './clock.js';
import type { Config } from './config.js';
import { DemoService } from './demo/demo.service.js';
import { TemplateRebuild } from './enrolment/template-rebuild.js';
import type { Timing, WebServer } from './graphql/web-server.js';
import { createHealthServer } from './health-server.js';
import { JobService } from './jobs/job.service.js';
import { KioskService } from './kiosks/kiosk.service.js';
import { LookAlikeReport } from './look-alikes/look-alike-report.js';
import { ModelService } from './models/model.service.js';
import { createLogger, type Logger } from './logger.js';
import { serveMetrics } from './metrics/metrics-server.js';
import { ErasureService } from './privacy/erasure.service.js';
import { ExportService } from './privacy/export.service.js';
import { KeyRotationService } from './privacy/key-rotation.service.js';
import { PurgeService } from './privacy/purge.service.js';
import type { FaceEngine } from './recognition/face-engine.js';
import type { CopyOptions, PhotoCopyReport } from './storage/copy-photos.js';
import { wireAccounts } from './wiring/accounts.js';
import { wireAttendance } from './wiring/attendance.js';
import { serveNodes, startEngine } from './wiring/engine.js';
import { wireEnrolment } from './wiring/enrolment.js';
import { openFoundation, type Foundation } from './wiring/foundation.js';
import { wireJobs } from './wiring/jobs.js';
import { wirePrivacy } from './wiring/privacy.js';
import { openRecognition } from './wiring/recognition.js';
import { wireSchedules } from './wiring/schedules.js';

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
    copyPhotos: (from: 'folder' | 'bucket', options: CopyOptions) => Promise<PhotoCopyReport>;
    demo: DemoService;
    erasures: ErasureService;
    exports: ExportService;
    jobs: JobService;
    keyRotation: KeyRotationService;
    kiosks: KioskService;
    lookAlikeReport: LookAlikeReport;
    models: ModelService;
    passwords: PasswordService;
    purges: PurgeService;
    secondFactors: SecondFactorService;
    templateRebuild: TemplateRebuild;
  };
  /** What a command does is recorded as well. */
  trail: Pick<Foundation['trail'], 'run'>;
  engine: FaceEngine;
  web: WebServer;
  /** Serves what Prometheus collects, where the settings say so. Resolves to the port. Throws StartupError. */
  serveMetrics(): Promise<number | null>;
  /** Recognises for other nodes, where the settings say so. Resolves to the port. Throws StartupError. */
  serveNodes(): Promise<number | null>;
  /** Begins what happens by the clock, where this node is a worker. */
  startJobs(): void;
  /** Finishes what is under way and closes everything. */
  stop(): Promise<void>;
}

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

    const foundation = await openFoundation(config, { clock, logger, closers });
    const recognition = await openRecognition(foundation, await warming);
    const schedules = wireSchedules(foundation);
    const attendance = wireAttendance(foundation, recognition, schedules);
    const enrolment = await wireEnrolment(foundation, recognition, attendance);
    const accounts = await wireAccounts(foundation);
    const privacy = await wirePrivacy(foundation, recognition, accounts);
    const jobs = await wireJobs(foundation, recognition, attendance, enrolment);
    const { trail, metrics, rows, events } = foundation;
    const { engine, gallery } = recognition;
    const demo = new DemoService({
      engine,
      identify: recognition.identify,
      describe: recognition.describe,
      employees: rows.employees,
      enrolments: enrolment.enrolments,
      attendance: rows.attendance,
      events,
      clock,
      replay: attendance.replay,
      plan: { ...schedules, policies: attendance.policies, policyChanges: attendance.policyChanges },
      logger,
      picturesDir: join(config.dataDir, 'demo'),
    });
    closers.push(() => demo.stop());

    const parts = { foundation, recognition, schedules, attendance, enrolment, accounts, privacy, jobs, demo };
    const web = config.roles.has('api')
      ? await (await import('./wiring/api.js')).openApi(parts, overrides.timing)
      : createHealthServer(foundation);
    closers.push(() => web.stop());
    if (metrics) {
      metrics.read({
        sockets: () => web.countOpen(),
        gallery: () => ({ templates: gallery.size, people: gallery.people }),
        jobs: () => jobs.countByState(),
      });
    }

    const { copyPhotos, erasures, exports, purges, keyRotation, audit } = privacy;
    return {
      services: {
        accounts: accounts.accounts,
        audit,
        copyPhotos,
        demo,
        erasures,
        exports,
        jobs: jobs.jobs,
        keyRotation,
        kiosks: accounts.kiosks,
        lookAlikeReport: recognition.lookAlikeReport,
        models: recognition.models,
        passwords: accounts.passwords,
        purges,
        secondFactors: accounts.secondFactors,
        templateRebuild: enrolment.templateRebuild,
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
      serveNodes: () => serveNodes(foundation, recognition),
      startJobs: () => config.roles.has('worker') && privacy.daily.start(),
      stop,
    };
  }
}

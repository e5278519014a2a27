import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { UserRepository } from '../accounts/user.repository.js';
import { AttendanceRepository } from '../attendance/attendance.repository.js';
import { appendTo, AuditRepository } from '../audit/audit.repository.js';
import { AuditTrail } from '../audit/audit-trail.js';
import type { Clock } from '../clock.js';
import type { Config } from '../config.js';
import type { Transaction } from '../database/database.js';
import { lockDataDir } from '../database/instance-lock.js';
import { filesOf } from '../database-location.js';
import { measuredDatabase } from '../database/measured-database.js';
import { reachableBy } from '../database/reachable.js';
import { watchRows } from '../database/row-changes.js';
import { startDatabase } from '../database/start-database.js';
import { EmployeeRepository } from '../employees/employee.repository.js';
import { EnrolmentRepository } from '../enrolment/enrolment.repository.js';
import { TemplateRepository } from '../enrolment/template.repository.js';
import { moveOldTemplates } from '../enrolment/move-templates.js';
import { StartupError } from '../errors.js';
import { createEvents } from '../events.js';
import { KioskRepository } from '../kiosks/kiosk.repository.js';
import type { Logger } from '../logger.js';
import { Metrics } from '../metrics/metrics.js';
import { SiteRepository } from '../schedules/site.repository.js';
import { RedisLink } from '../nodes/redis-link.js';
import { FaceImages } from '../storage/face-images.js';
import { listExposed } from '../storage/file-modes.js';
import { loadKeyring } from '../storage/master-key.js';
import type { ObjectStore } from '../storage/object-store.js';
import { PersonKeyRepository } from '../storage/person-key.repository.js';
import { PersonKeys } from '../storage/person-keys.js';
import { PhotoSealer } from '../storage/photo-sealer.js';
import { photoStore } from '../storage/photo-store.js';
import { ShortLivedRepository } from '../storage/short-lived.repository.js';
import { loadSigningKey } from '../storage/signing-key.js';

/** What everything else is built on: the clock, the log, the database, keys, photographs and what wakes whom. */
export type Foundation = Awaited<ReturnType<typeof openFoundation>>;

/** Of photos that are staged while servers run: younger ones may be under way. */
export const OTHERS_STAGED_MS = 10 * 60_000;

/** Opens the data. What it opens, `closers` close. Throws StartupError. */
export async function openFoundation(config: Config, { clock, logger, closers }: Start) {
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
  const kiosks = new KioskRepository(database);
  const employees = new EmployeeRepository(database);
  const enrolments = new EnrolmentRepository(database);
  const templates = new TemplateRepository(database);
  const attendance = new AttendanceRepository(database);
  const sites = new SiteRepository(database);
  await sites.settleFirst(config);

  const keyRows = new PersonKeyRepository(database);
  const keyring = await loadKeyring(
    { dataDir: config.dataDir, ...config.masterKeys },
    {
      usedIds: await keyRows.listMasterKeyIds(),
      othersExist: (await templates.hasOld()) || (await users.hasTotp()),
    },
  );
  const keys = new PersonKeys({ keys: keyRows, keyring, clock });
  const photos = await photoStore(config);
  await photos.open();
  const sealer = new PhotoSealer({ keys, encrypt: config.encryptPhotos });
  const imagesIn = (store: ObjectStore) => new FaceImages(store, logger, sealer);
  const images = imagesIn(photos);
  const recoverPhotos = (untouchedMs: number) =>
    images.recover(
      async (id) => (await enrolments.findSamplePath(id)) ?? (await attendance.findPhotoPath(id)),
      untouchedMs,
    );
  await recoverPhotos(redis ? OTHERS_STAGED_MS : 0);
  const moved = await moveOldTemplates({ templates, keys, keyring });
  if (moved > 0) logger.info({ templates: moved }, 'templates were brought under keys of the people they are of');
  for (const line of listExposed([config.dataDir, ...filesOf(config.database), config.faceImagesDir]))
    logger.warn(line);

  return {
    config,
    clock,
    logger,
    closers,
    trail,
    redis,
    metrics,
    database,
    isDatabaseReachable: reachableBy(() => database.read.$queryRaw`SELECT 1 FROM "Site" LIMIT 1`),
    rows: { audit: auditRows, users, kiosks, employees, enrolments, templates, attendance, sites, keys: keyRows },
    keyring,
    keys,
    signingKey: loadSigningKey(config.dataDir),
    photos,
    images,
    imagesIn,
    recoverPhotos,
    events: createEvents(),
    kept: new ShortLivedRepository(database),
    /** Of imports. */
    reportsDir: join(config.dataDir, 'imports'),
  };
}

export interface Start {
  clock: Clock;
  logger: Logger;
  /** What is to be closed in the end, the last first. */
  closers: (() => unknown)[];
}

function makeDataDir(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new StartupError([`DATA_DIR: cannot make ${dataDir} (${String((error as NodeJS.ErrnoException).code)})`]);
  }
}

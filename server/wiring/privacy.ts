import { join } from 'node:path';
import { AuditService } from '../audit/audit.service.js';
import { DownloadTickets } from '../download-tickets.js';
import { ConsentRepository } from '../privacy/consent.repository.js';
import { ConsentService } from '../privacy/consent.service.js';
import { DailyPurge } from '../privacy/daily-purge.js';
import { ErasureRepository } from '../privacy/erasure.repository.js';
import { ErasureService } from '../privacy/erasure.service.js';
import { ExportRepository } from '../privacy/export.repository.js';
import { ExportService } from '../privacy/export.service.js';
import { KeyRotationService } from '../privacy/key-rotation.service.js';
import { PastItsTime } from '../privacy/past-its-time.js';
import { EvaluationService } from '../pipeline/evaluation.service.js';
import { PurgeRepository } from '../privacy/purge.repository.js';
import { PurgeService } from '../privacy/purge.service.js';
import { RotationRepository } from '../privacy/rotation.repository.js';
import { AttendancePhotos } from '../storage/attendance-photos.js';
import { copyPhotos, type CopyOptions } from '../storage/copy-photos.js';
import { FolderStore } from '../storage/folder-store.js';
import { PhotoPathRepository } from '../storage/photo-path.repository.js';
import type { Accounts } from './accounts.js';
import { OTHERS_STAGED_MS, type Foundation } from './foundation.js';
import type { Recognition } from './recognition.js';

export type Privacy = Awaited<ReturnType<typeof wirePrivacy>>;

/** What is taken out, handed over, kept no longer, put under new keys, and the record of all that. */
export async function wirePrivacy(
  {
    config,
    clock,
    logger,
    closers,
    trail,
    database,
    rows,
    keyring,
    keys,
    signingKey,
    images,
    kept,
    photos,
    imagesIn,
    recoverPhotos,
    reportsDir,
  }: Foundation,
  { gallery, facesChanged, lookAlikes, models, versionFiles }: Recognition,
  { secondFactors }: Accounts,
) {
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
  const past = new PastItsTime({
    purges: purgeRows,
    photos: new AttendancePhotos(photos),
    uploadsDir: join(config.dataDir, 'uploads'),
    importReportsDir: reportsDir,
    clock,
  });
  const purges = new PurgeService({ purges: purgeRows, past, erasures, clock });
  const photoPaths = new PhotoPathRepository(database);
  const copyFrom = (from: 'folder' | 'bucket', options: CopyOptions) => {
    const folder = imagesIn(new FolderStore(config.faceImagesDir));
    const places = from === 'folder' ? { from: folder, to: images } : { from: images, to: folder };
    return copyPhotos({ people: photoPaths, ...places }, options);
  };
  const keyRotation = new KeyRotationService({
    keyRows: rows.keys,
    keys,
    rotations: new RotationRepository(database),
    keyring,
    photoPaths,
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
  const audit = new AuditService({ entries: rows.audit, signingKey, clock, headsFile });
  const { enrolments, employees } = rows;
  const evaluations = new EvaluationService({ files: versionFiles, employees, enrolments, images });
  const downloads = { person: (id: string) => exports.open(id), sample: (id: string) => evaluations.openPhoto(id) };
  const tickets = new DownloadTickets({ kept, clock, kinds: downloads });
  const daily = new DailyPurge({ purges, recoverPhotos: () => recoverPhotos(OTHERS_STAGED_MS), audit, trail, logger });
  closers.push(() => daily.stop());
  return {
    erasures,
    exports,
    purges,
    keyRotation,
    copyPhotos: copyFrom,
    audit,
    tickets,
    daily,
    consents,
    evaluations,
  };
}

import { DecisionRepository } from '../decisions/decision.repository.js';
import { DecisionService } from '../decisions/decision.service.js';
import { GalleryFollower } from '../enrolment/gallery-follower.js';
import { loadGallery } from '../enrolment/load-gallery.js';
import { LookAlikeReport } from '../look-alikes/look-alike-report.js';
import { LookAlikeRepository } from '../look-alikes/look-alike.repository.js';
import { LookAlikeService } from '../look-alikes/look-alike.service.js';
import { ModelRepository } from '../models/model.repository.js';
import { ModelService } from '../models/model.service.js';
import { VersionFiles } from '../models/version-files.js';
import { MistakeRepository } from '../look-alikes/mistake.repository.js';
import { MistakeService } from '../look-alikes/mistake.service.js';
import { measuredEngine } from '../metrics/measured-engine.js';
import type { FaceEngine } from '../recognition/face-engine.js';
import { Gallery } from '../recognition/gallery.js';
import { createDescribe } from '../recognition/describe.js';
import { createIdentify } from '../recognition/identify.js';
import { ChallengeBook } from '../recognition/liveness/challenge-book.js';
import { judgeLiveness } from '../recognition/liveness/judge-liveness.js';
import { shippedVersion } from '../recognition/model-version.js';
import { PolicyKeeper } from '../recognition/policy-keeper.js';
import { RemoteFaceEngine } from '../recognition/remote/remote-face-engine.js';
import { WakeUps } from '../nodes/wake-ups.js';
import { DerivedSeal } from '../storage/derived-seal.js';
import type { Foundation } from './foundation.js';

export type Recognition = Awaited<ReturnType<typeof openRecognition>>;

/** The gallery in memory, kept up to date, and everything that decides whose face it is. Takes the warmed engine. */
export async function openRecognition(
  { config, clock, logger, closers, redis, metrics, database, rows, keyring, events, kept }: Foundation,
  warmed: FaceEngine,
) {
  const engine = metrics ? measuredEngine(warmed, metrics) : warmed;
  if (metrics && warmed instanceof RemoteFaceEngine) metrics.readNodes(() => warmed.countNodes());
  const gallery = new Gallery();
  closers.push(() => gallery.stop());
  const { modelId, secondModelId } = engine;
  const lookAlikes = new LookAlikeService({ lookAlikes: new LookAlikeRepository(database), clock });
  const loading = { templates: rows.templates, gallery, keyring, modelId, secondModelId, logger };
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
  const policy = new PolicyKeeper({ gallery, targetFpir: config.targetFpir, version: shipped, logger });
  const versionFiles = new VersionFiles(config.modelsDir, new DerivedSeal(keyring, 'models'));
  const models = new ModelService({
    models: new ModelRepository(database),
    files: versionFiles,
    shipped,
    keeper: policy,
    clock,
    logger,
  });
  closers.push(() => models.stop());
  await models.start();

  const mistakes = new MistakeService({ mistakes: new MistakeRepository(database), clock });
  const mistakesAbout = (employeeId: string) => mistakes.about(employeeId);
  const identify = createIdentify({ engine, gallery, policy, judgeLiveness, mistakesAbout });
  const decisions = new DecisionService({ decisions: new DecisionRepository(database), clock });
  const challenges = new ChallengeBook({ kept, clock });
  const lookAlikeReport = new LookAlikeReport({ gallery, policy, lookAlikes, clock });
  closers.push(() => lookAlikeReport.stop());
  return {
    engine,
    warmed,
    gallery,
    facesChanged,
    shipped,
    policy,
    versionFiles,
    models,
    describe: createDescribe({ engine }),
    identify,
    mistakes,
    decisions,
    challenges,
    lookAlikes,
    lookAlikeReport,
  };
}

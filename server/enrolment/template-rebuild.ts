import type { Clock } from '../clock.js';
import { newId } from '../ids.js';
import type { Logger } from '../logger.js';
import type { FaceEngine } from '../recognition/face-engine.js';
import { look } from '../recognition/look.js';
import type { FaceImages } from '../storage/face-images.js';
import type { PersonKeys } from '../storage/person-keys.js';
import type { StoredSample, TemplateRepository } from './template.repository.js';
import { sealTemplate } from './sealed-template.js';

const BATCH = 100;
/** More than one, so that photos are read while others are described; fewer than the engine takes at once. */
const AT_ONCE = 8;

export interface RebuildReport {
  /** Samples that had no template of one of the present models. */
  samples: number;
  described: number;
  /** Their photo is gone, or shows no face to the present models. Their older templates stay, unused. */
  failed: number;
  /** Not looked at, because it was stopped. */
  left: number;
}

/**
 * Describes samples again whose templates are an older model's, from the photos that are kept, of people whose agreement holds. Each is replaced by itself, so
 * what a stop leaves undone the next run does.
 */
export class TemplateRebuild {
  private stopping = false;
  private running: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly dependencies: {
      templates: Pick<TemplateRepository, 'countOutdated' | 'listOutdated' | 'replace'>;
      images: Pick<FaceImages, 'read'>;
      engine: FaceEngine;
      keys: Pick<PersonKeys, 'findOrMake'>;
      clock: Clock;
      logger: Logger;
    },
  ) {}

  /** Throws the errors of engine-errors.ts. */
  run(onProgress: (done: number, samples: number) => void = () => undefined): Promise<RebuildReport> {
    const report = this.describeAll(onProgress);
    this.running = report.catch(() => undefined);
    return report;
  }

  /** Finishes the photos under way. */
  async stop(): Promise<void> {
    this.stopping = true;
    await this.running;
  }

  private async describeAll(onProgress: (done: number, samples: number) => void): Promise<RebuildReport> {
    const { templates, engine } = this.dependencies;
    const samples = await templates.countOutdated(engine);
    let [described, failed] = [0, 0];
    const takeTurns = async (queue: StoredSample[]): Promise<void> => {
      for (let sample = queue.shift(); sample && !this.stopping; sample = queue.shift()) {
        if (await this.describe(sample)) described++;
        else failed++;
        onProgress(described + failed, samples);
      }
    };
    for (let after: string | null = null; !this.stopping;) {
      const batch = await templates.listOutdated(engine, BATCH, after);
      after = batch.at(-1)?.id ?? null;
      if (after === null) break;
      await Promise.all(Array.from({ length: AT_ONCE }, () => takeTurns(batch)));
    }
    return { samples, described, failed, left: samples - described - failed };
  }

  private async describe(sample: StoredSample): Promise<boolean> {
    const { templates, images, engine, keys, clock, logger } = this.dependencies;
    const photo = await images.read(sample.path);
    const seen = photo && (await look(engine, photo, { second: true }));
    if (seen?.outcome !== 'seen') {
      logger.warn(
        { sample: sample.id, reason: seen?.message ?? 'The photo is gone.' },
        'a sample was not described again',
      );
      return false;
    }
    const { template, secondTemplate } = seen.face;
    if (!secondTemplate) throw new Error('the engine gave no second template where one was asked for');
    const { id: keyId, key } = await keys.findOrMake(sample.employeeId);
    const seal = (numbers: Float32Array, modelId: string) => {
      const owner = { employeeId: sample.employeeId, sampleId: sample.id, modelId };
      return { id: newId(), modelId, sealed: sealTemplate(key, numbers, owner) };
    };
    const sealed = [seal(template, engine.modelId), seal(secondTemplate, engine.secondModelId)];
    await templates.replace(sample, keyId, sealed, clock.now());
    return true;
  }
}

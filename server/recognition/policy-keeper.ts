import type { Logger } from '../logger.js';
import { calibrate, MIN_PEOPLE } from './calibration.js';
import type { ClassifierHead } from './classifier-head.js';
import type { ConfidenceModel } from './confidence.js';
import type { Gallery } from './gallery.js';
import type { MatchPolicy } from './match.js';
import type { ModelVersion } from './model-version.js';

/** What one photo is decided by: all of one model version. */
export interface Policy {
  /** The id of that version. */
  modelVersion: string;
  match: MatchPolicy;
  /** How certain a distance makes a match. */
  confidence: ConfidenceModel;
  /** May speak against a match; null for none. */
  head: ClassifierHead | null;
}

/** Thresholds follow the gallery's size by its logarithm: a tenth more or less moves them by less than a hundredth. */
const RECALIBRATE_AT_CHANGE = 0.1;
/** Pairs of people that are compared for a calibration: two thousand of them are the tail. */
const MAX_PAIRS = 20_000;

/** Keeps the policy of the version in production, with thresholds for the present size of the gallery. */
export class PolicyKeeper {
  private policy: Promise<Policy> | null = null;
  private people = 0;
  private present: ModelVersion;

  constructor(
    private readonly dependencies: {
      gallery: Gallery;
      /** Wanted chance, 0..1, that somebody who is not enrolled is taken for somebody who is. */
      targetFpir: number;
      version: ModelVersion;
      logger: Logger;
    },
  ) {
    this.present = dependencies.version;
  }

  get version(): ModelVersion {
    return this.present;
  }

  /** From the next photo on; those under way keep the policy that they began with. */
  use(version: ModelVersion): void {
    this.present = version;
    this.policy = null;
  }

  /** Read it once for each photo. */
  current(): Promise<Policy> {
    const { gallery } = this.dependencies;
    const change = Math.abs(gallery.people - this.people) / Math.max(1, this.people);
    if (!this.policy || change >= RECALIBRATE_AT_CHANGE) this.policy = this.calibrate(this.present);
    return this.policy;
  }

  private async calibrate({ id, statistics, confidence, followsGallery, head }: ModelVersion): Promise<Policy> {
    const { gallery, targetFpir, logger } = this.dependencies;
    const { people } = gallery;
    this.people = people;
    const isOwn = followsGallery && people >= MIN_PEOPLE;
    const own = isOwn ? await gallery.sampleImpostors(MAX_PAIRS, statistics.weight) : null;
    const { policy, source, notes } = calibrate({ gallerySize: people, targetFpir, own }, statistics);
    const { sure } = policy.first;
    logger.info({ version: id, people, source, sure, fused: policy.fused.threshold }, 'thresholds set');
    for (const note of notes) logger.warn(note);
    return Object.freeze({ modelVersion: id, match: policy, confidence, head });
  }
}

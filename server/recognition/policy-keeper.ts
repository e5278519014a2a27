import type { Logger } from '../logger.js';
import { calibrate, MIN_PEOPLE, type EncoderStatistics } from './calibration.js';
import type { ConfidenceModel } from './confidence.js';
import type { Gallery } from './gallery.js';
import type { MatchPolicy } from './match.js';

/** What is decided by: thresholds, and how certain a distance makes a match. */
export interface Policy {
  match: MatchPolicy;
  confidence: ConfidenceModel;
}

/** Thresholds follow the gallery's size by its logarithm: a tenth more or less moves them by less than a hundredth. */
const RECALIBRATE_AT_CHANGE = 0.1;
/** Pairs of people that are compared for a calibration: two thousand of them are the tail. */
const MAX_PAIRS = 20_000;

/** Keeps thresholds that give the wanted false-positive rate at the present size of the gallery. */
export class PolicyKeeper {
  private policy: Promise<MatchPolicy> | null = null;
  private people = 0;

  constructor(
    private readonly dependencies: {
      gallery: Gallery;
      /** Wanted chance, 0..1, that somebody who is not enrolled is taken for somebody who is. */
      targetFpir: number;
      shipped: EncoderStatistics;
      confidence: ConfidenceModel;
      logger: Logger;
    },
  ) {}

  async current(): Promise<Policy> {
    const { gallery, confidence } = this.dependencies;
    const change = Math.abs(gallery.people - this.people) / Math.max(1, this.people);
    if (!this.policy || change >= RECALIBRATE_AT_CHANGE) this.policy = this.calibrate();
    return { match: await this.policy, confidence };
  }

  private async calibrate(): Promise<MatchPolicy> {
    const { gallery, targetFpir, shipped, logger } = this.dependencies;
    const { people } = gallery;
    this.people = people;
    const own = people < MIN_PEOPLE ? null : await gallery.sampleImpostors(MAX_PAIRS, shipped.weight);
    const { policy, source, notes } = calibrate({ gallerySize: people, targetFpir, own }, shipped);
    const { sure } = policy.first;
    logger.info({ people, source, sure, fused: policy.fused.threshold }, 'thresholds set');
    for (const note of notes) logger.warn(note);
    return policy;
  }
}

import type { EncoderStatistics } from './calibration.js';
import type { ConfidenceModel } from './confidence.js';

/**
 * What is decided by until an installation has people enough for a calibration of its own. Printed as `wouldSet` by
 * `npm run evaluate -- --dataset DIR --degrade mixed --enrol 2 --json` over the 15 people of Caltech Faces 1999, every
 * photo made worse in another way, so that good photos are judged by bounds that hold for bad ones: docs/evaluation.md.
 * Fifteen people say little about galleries of thousands, which is what the bounds below are for.
 */
export const SHIPPED_STATISTICS: EncoderStatistics = {
  tails: { first: { bound: 0.684, scale: 0.0481 }, fused: { bound: 0.919, scale: 0.0548 } },
  // In that run, 8 of the 15 people enrolled, these let in none of 2,673 strangers' probes and lost 1.1 % of the others.
  loosest: { sure: 0.42, fused: 0.64 },
  // What a gallery of about 18,000 people would ask for. Where a larger one would ask for less, more photos of each person help more.
  strictestFused: 0.5,
  margins: { first: 0.06, fused: 0.06 },
  weight: 0.5,
  candidates: 8,
};

/** Fitted to the same trials. */
export const SHIPPED_CONFIDENCE: ConfidenceModel = {
  first: { intercept: 14.7, slope: 25.8 },
  fused: { intercept: 16.0, slope: 21.0 },
};

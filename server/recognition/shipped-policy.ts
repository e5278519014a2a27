import type { EncoderStatistics } from './calibration.js';
import type { ConfidenceModel } from './confidence.js';

/**
 * What is decided by until an installation has people enough for a calibration of its own. Printed as `wouldSet` by
 * `npm run evaluate -- --dataset DIR --degrade mixed --enrol 2 --json` over the 15 people of Caltech Faces 1999, every
 * photo made worse in another way, so that good photos are judged by bounds that hold for bad ones: docs/evaluation.md.
 * Fifteen people say little about galleries of thousands, which is what the bounds below are for.
 */
export const SHIPPED_STATISTICS: EncoderStatistics = {
  tails: { first: { bound: 0.684, scale: 0.0481 }, fused: { bound: 0.913, scale: 0.0544 } },
  // On the degraded photos one stranger's probe of 2,683 matched at these, 8 of the 15 people enrolled with two each.
  loosest: { sure: 0.42, fused: 0.64 },
  // With two good photos enrolled, 1.8 % of the mated probes lay beyond; of the degraded ones 13 %.
  strictestFused: 0.5,
  margins: { first: 0.06, fused: 0.06 },
  weight: 0.5,
  candidates: 8,
};

/** Fitted to the same trials. */
export const SHIPPED_CONFIDENCE: ConfidenceModel = {
  first: { intercept: 14.6, slope: 25.6 },
  fused: { intercept: 16.2, slope: 21.2 },
};

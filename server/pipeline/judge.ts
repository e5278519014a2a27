import type { ModelFigures } from '../models/model-card.js';
import { calibrate, MIN_PEOPLE, type EncoderStatistics } from '../recognition/calibration.js';
import type { ConfidenceModel } from '../recognition/confidence.js';
import type { Shot } from '../recognition/evaluation/acquire.js';
import { evaluate, type EvaluationReport, type ScoreReport } from '../recognition/evaluation/evaluate.js';
import type { MatchPolicy } from '../recognition/match.js';

/** What a version decides by, as far as it is measured. */
export interface Measures {
  statistics: EncoderStatistics;
  confidence: ConfidenceModel;
}

export interface Calibrated extends Measures {
  source: 'installation' | 'shipped';
  /** People it was asked for: the thresholds are for a gallery of so many. */
  people: number;
  policy: MatchPolicy;
  notes: string[];
}

/** How a version did, without anything of a face. People are named as the samples name them. */
export interface Judged {
  figures: ModelFigures;
  policy: MatchPolicy;
  det: ScoreReport['det'];
  nearestImpostors: EvaluationReport['nearestImpostors'];
  confusions: EvaluationReport['confusions'];
}

const SPLITS = 20;
/** The same splits for whatever is compared. */
const SEED = 1;

/** From Train samples alone. With fewer than MIN_PEOPLE people everything stays as it came with the program. */
export function calibrateOn(
  train: readonly Shot[],
  { targetFpir, shipped }: { targetFpir: number; shipped: Measures },
): Calibrated {
  const people = new Set(train.filter(({ templates }) => templates).map(({ person }) => person)).size;
  const of = (measures: Measures, source: Calibrated['source'], notes: string[]): Calibrated => {
    const { policy, notes: more } = calibrate({ gallerySize: people, targetFpir }, measures.statistics);
    return { ...measures, source, people, policy, notes: [...notes, ...more] };
  };
  const few = `${people} people are too few to measure thresholds on (${MIN_PEOPLE}): they rest on the shipped figures.`;
  if (people < MIN_PEOPLE) return of(shipped, 'shipped', [few]);
  // The set without its parts: both encoders' templates of Train samples compared with each other.
  const whole = train.map((shot) => ({ ...shot, part: null }));
  const { wouldSet } = evaluate(whole, { ...settings(shipped, targetFpir), pairs: null, groups: null });
  if (!wouldSet) return of(shipped, 'shipped', ['The distances cannot be measured; the shipped figures are kept.']);
  const statistics = { ...shipped.statistics, tails: wouldSet.statistics };
  return of({ statistics, confidence: wouldSet.confidence }, 'installation', []);
}

/**
 * On Test samples that no step before has learnt from: half the people enrolled with Train samples, their Test samples
 * and those of everybody else as probes, over 20 splits. Throws DatasetError where that cannot be done.
 */
export function judge(shots: readonly Shot[], measures: Measures, targetFpir: number): Judged {
  const report = evaluate(shots, { ...settings(measures, targetFpir), heldOut: true, pairs: null, groups: null });
  const { scores, comparisons, asShipped, nearestImpostors, confusions } = report;
  const { rank1, fnirAtFpir, fnirIntervals, det } = scores.product;
  const { fnir, fpir, misidentified, policy } = asShipped;
  const probes = { mated: comparisons.mated, strangers: comparisons.nonMated };
  return {
    figures: { probes, fnir, fpir, misidentified, rank1, fnirAtFpir, fnirIntervals },
    policy,
    det,
    nearestImpostors,
    confusions,
  };
}

const settings = (measures: Measures, targetFpir: number) => ({
  enrol: null,
  splits: SPLITS,
  seed: SEED,
  targetFpir,
  ...measures,
});

import type { EvaluationReport } from './evaluate.js';

/**
 * One object for machines. The headline figures are those of the product's rule (`score`); those of the other scores
 * are below `scores`. Rates are shares, 0..1; failureToAcquire is a count. `threshold` is the fused one that would be
 * set for a gallery of everybody who can be enrolled, by this set's own distances or else by the shipped ones.
 */
export function jsonReport(report: EvaluationReport): object {
  const { scores, failures: _named, histograms: _drawn, ...rest } = report;
  const { rank1, tarAtFar, fnirAtFpir, fnirIntervals, verification } = scores.product;
  return {
    score: 'product',
    ...rest,
    rank1,
    tarAtFar,
    fnirAtFpir,
    fnirIntervals,
    threshold: (report.wouldSet?.policy ?? report.asShipped.policy).fused.threshold,
    verification,
    scores: Object.fromEntries(
      Object.entries(scores).map(([kind, { det: _det, roc: _roc, ...figures }]) => [kind, figures]),
    ),
  };
}

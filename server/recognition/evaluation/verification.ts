/** Two photos: are they of one person? */
export interface ScoredPair {
  same: boolean;
  /** The lower, the more it speaks for one person; Infinity where a photo was not acquired. */
  score: number;
}

export interface VerificationResult {
  pairs: number;
  /** Share of right answers, the mean of the folds'. */
  accuracy: number;
}

/**
 * The protocol of Labeled Faces in the Wild (Huang et al. 2007, view 2): of `folds` runs of pairs each in turn is judged
 * with the threshold that was best on all others. Pairs keep their order; interleave same and different ones. Throws
 * RangeError for fewer pairs than folds.
 */
export function crossValidate(pairs: readonly ScoredPair[], folds = 10): VerificationResult {
  if (pairs.length < folds) throw new RangeError(`${folds} folds need as many pairs, not ${pairs.length}`);
  const foldOf = (index: number): number => Math.floor((index * folds) / pairs.length);
  let sum = 0;
  for (let fold = 0; fold < folds; fold++) {
    const threshold = bestThreshold(pairs.filter((_, index) => foldOf(index) !== fold));
    const judged = pairs.filter((_, index) => foldOf(index) === fold);
    sum += judged.filter(({ same, score }) => same === score < threshold).length / judged.length;
  }
  return { pairs: pairs.length, accuracy: sum / folds };
}

/** "One person" is what scores less. The middle between two scores; of equally good ones the lowest. */
export function bestThreshold(pairs: readonly ScoredPair[]): number {
  const sorted = [...pairs].sort((a, b) => a.score - b.score);
  let right = sorted.filter(({ same }) => !same).length;
  let best = { right, threshold: -Infinity };
  sorted.forEach(({ same, score }, index) => {
    right += same ? 1 : -1;
    const next = sorted[index + 1]?.score ?? Infinity;
    if (next === score || right <= best.right) return;
    best = { right, threshold: next === Infinity ? score + 1e-9 : (score + next) / 2 };
  });
  return best.threshold;
}

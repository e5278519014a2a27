/**
 * The lower tail of the distances between different people: how likely is one this small? A generalised Pareto
 * distribution over what lies under `bound`, to which the tails of nearly all distributions tend (Pickands 1975,
 * "Statistical inference using extreme order statistics"):
 *
 *     P(distance < bound - y) = TAIL_FRACTION * (1 + SHAPE * y / scale) ^ (-1 / SHAPE)
 */
export interface ScoreTail {
  /** TAIL_FRACTION of the distances are under it. */
  bound: number;
  /** In units of distance, over 0. */
  scale: number;
}

/** The nearest tenth is "the tail". */
export const TAIL_FRACTION = 0.1;

/**
 * Held fixed. Fitted to tens of values (by Hosking and Wallis's weighted moments), the shape alone moved the distance at
 * a probability of 1e-5 by a whole standard deviation either way. With -0.1 a normal distribution's tail is followed to
 * 1e-5 within 0.15 standard deviations, on the careful side, and the measured distances of both encoders likewise.
 */
const SHAPE = -0.1;

/** Twenty in the tail: its mean, and with it the scale, is then known to about a fifth. */
export const MIN_SCORES = 200;

/** From at least MIN_SCORES distances. Throws RangeError for fewer, one that is not finite, or a tail without spread. */
export function fitLowerTail(scores: readonly number[]): ScoreTail {
  if (scores.length < MIN_SCORES) throw new RangeError(`a tail needs ${MIN_SCORES} distances, not ${scores.length}`);
  if (!scores.every(Number.isFinite)) throw new RangeError('a distance is not finite');
  const sorted = [...scores].sort((a, b) => a - b);
  const count = Math.floor(sorted.length * TAIL_FRACTION);
  const bound = sorted[count] as number;
  const meanExcess = sorted.slice(0, count).reduce((sum, score) => sum + bound - score, 0) / count;
  if (!(meanExcess > 0)) throw new RangeError('the nearest distances are all the same');
  // The mean of a generalised Pareto distribution is scale / (1 - shape).
  return { bound, scale: meanExcess * (1 - SHAPE) };
}

/** The distance that two different people's falls short of with this probability; `bound` for TAIL_FRACTION and more. Never below 0. */
export function scoreAtFmr({ bound, scale }: ScoreTail, fmr: number): number {
  return Math.max(0, bound - (scale / SHAPE) * (Math.min(1, fmr / TAIL_FRACTION) ** -SHAPE - 1));
}

/** How likely two different people's distance is less than this; TAIL_FRACTION for `bound` and beyond. */
export function fmrAtScore({ bound, scale }: ScoreTail, score: number): number {
  const excess = Math.max(0, bound - score) / scale;
  return TAIL_FRACTION * Math.max(0, 1 + SHAPE * excess) ** (-1 / SHAPE);
}

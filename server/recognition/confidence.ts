import type { Matched } from './match.js';

/** Log-odds that the nearest person is the right one, over a distance. */
export interface LogOdds {
  /** At distance 0, in a gallery of one person. */
  intercept: number;
  /** Falls by this for each unit of distance; over 0. */
  slope: number;
}

/** Of what the first encoder decides, and of what both decide. */
export type ConfidenceModel = Readonly<Record<Matched['decidedBy'], LogOdds>>;

/**
 * The probability that a match is right, 0..1, if every second face at the kiosk were a stranger's; they are fewer, so
 * it is a careful figure. Logistic regression on the distance; the logarithm of the gallery's size is taken off, as
 * each further person is one more chance that a stranger comes this near.
 */
export function confidenceOf(
  { decidedBy, distance }: Pick<Matched, 'decidedBy' | 'distance'>,
  model: ConfidenceModel,
  gallerySize: number,
): number {
  return probabilityAt(distance, model[decidedBy], gallerySize);
}

export function probabilityAt(distance: number, { intercept, slope }: LogOdds, gallerySize: number): number {
  return 1 / (1 + Math.exp(-(intercept - slope * distance - Math.log(Math.max(1, gallerySize)))));
}

/** A probe and the nearest of `gallerySize` people. */
export interface Judged {
  distance: number;
  gallerySize: number;
  right: boolean;
}

/** Far more than it takes to converge from the start below. */
const MAX_STEPS = 50;
/** Keeps the slope moderate where right and wrong do not overlap: the weight of a normal prior on it. */
const RIDGE = 1e-4;

/**
 * Logistic regression by Newton's method, mated and wrong answers weighing equally in sum. Throws RangeError when one
 * of the two is missing.
 */
export function fitLogOdds(judged: readonly Judged[]): LogOdds {
  const rights = judged.filter(({ right }) => right).length;
  const wrongs = judged.length - rights;
  if (rights === 0 || wrongs === 0) throw new RangeError('confidence needs both right and wrong matches');
  let [intercept, slope] = [0, 0];
  for (let step = 0; step < MAX_STEPS; step++) {
    // Gradient and Hessian of the log-likelihood in (intercept, slope).
    let [g0, g1, h00, h01, h11] = [0, -RIDGE * slope, RIDGE, 0, RIDGE];
    for (const { distance, gallerySize, right } of judged) {
      const weight = 0.5 / (right ? rights : wrongs);
      const probability = probabilityAt(distance, { intercept, slope }, gallerySize);
      const error = weight * ((right ? 1 : 0) - probability);
      const curvature = weight * probability * (1 - probability);
      g0 += error;
      g1 -= error * distance;
      h00 += curvature;
      h01 -= curvature * distance;
      h11 += curvature * distance ** 2;
    }
    const determinant = h00 * h11 - h01 ** 2;
    const change = [(h11 * g0 - h01 * g1) / determinant, (h00 * g1 - h01 * g0) / determinant] as const;
    intercept += change[0];
    slope += change[1];
    if (Math.max(Math.abs(change[0]), Math.abs(change[1])) < 1e-9) break;
  }
  return { intercept, slope };
}

import type { MatchPolicy } from './match.js';
import { fitLowerTail, scoreAtFmr, MIN_SCORES, type ScoreTail } from './score-tail.js';

/** What is known of a pair of encoders: where different people's distances end, and what the rule asks besides. */
export interface EncoderStatistics {
  /** Of the first encoder's distances between different people, and of both encoders' fused ones. */
  tails: { first: ScoreTail; fused: ScoreTail };
  /** No calibration goes beyond these, whatever it is fed. */
  loosest: { sure: number; fused: number };
  /** Under this fused threshold employees are lost: MatchPolicy gets no stricter, and a note says so. */
  strictestFused: number;
  margins: { first: number; fused: number };
  weight: number;
  candidates: number;
}

/**
 * Distances of an installation's own people. Each is from one template of a person to the nearest template of another
 * person; at best one for each ordered pair of people, or a random sample of the pairs.
 */
export interface ImpostorScores {
  /** Different people that the distances are between. */
  people: number;
  /** Euclidean, first encoder. */
  first: readonly number[];
  /** Euclidean + weight * cosine distance, with the weight of the statistics. */
  fused: readonly number[];
}

export interface Calibration {
  policy: MatchPolicy;
  /** Whose distances it rests on. */
  source: 'installation' | 'shipped';
  /** What an administrator should know, in whole sentences. */
  notes: string[];
}

/**
 * From so many people on, their own distances are believed. The threshold at an FMR of 1e-5, drawn again and again from
 * 15 of 37 people, scattered by a standard deviation of 0.07 (first) and 0.09 (fused), from 25 by 0.03 and 0.04; with
 * 50 that comes below what another kind of photographs makes of the shipped ones.
 */
export const MIN_PEOPLE = 50;

/**
 * The part of the wanted rate that goes to what the first encoder decides alone. Small, since a second opinion costs
 * little and the first encoder errs with certainty on other kinds of faces than it was measured on.
 */
const SURE_SHARE = 0.1;

/**
 * Thresholds for a wanted false-positive identification rate (0..1): that somebody who is not in a gallery of
 * `gallerySize` people matches anybody in it. By FPIR = 1 - (1 - FMR)^N. From `own` distances once there are enough of
 * them, from the shipped statistics before. The first encoder sends nobody away whom both might know: as the fused score
 * is its distance plus something, the fused threshold bounds it too.
 */
export function calibrate(
  { gallerySize, targetFpir, own }: { gallerySize: number; targetFpir: number; own?: ImpostorScores | null },
  shipped: EncoderStatistics,
): Calibration {
  if (!(targetFpir > 0 && targetFpir < 1)) throw new RangeError(`a rate lies between 0 and 1, not at ${targetFpir}`);
  const notes: string[] = [];
  const tails = own && isEnough(own) ? fitTails(own, notes) : null;
  const { first, fused } = tails ?? shipped.tails;
  const fmrFor = (rate: number): number => 1 - (1 - rate) ** (1 / Math.max(1, gallerySize));
  const wantedFused = scoreAtFmr(fused, fmrFor(targetFpir * (1 - SURE_SHARE)));
  const fusedThreshold = Math.max(shipped.strictestFused, Math.min(wantedFused, shipped.loosest.fused));
  if (wantedFused < shipped.strictestFused) {
    notes.push(
      `For ${gallerySize} people the wanted false-positive rate asks for a threshold of ${wantedFused.toFixed(3)}, at which ` +
        `employees are no longer recognised; ${shipped.strictestFused} is used, and strangers match more often than wanted.`,
    );
  }
  return {
    policy: {
      first: {
        sure: Math.min(scoreAtFmr(first, fmrFor(targetFpir * SURE_SHARE)), shipped.loosest.sure),
        threshold: fusedThreshold,
        margin: shipped.margins.first,
      },
      fused: {
        threshold: fusedThreshold,
        margin: shipped.margins.fused,
        weight: shipped.weight,
      },
      candidates: shipped.candidates,
    },
    source: tails ? 'installation' : 'shipped',
    notes,
  };
}

function isEnough({ people, first, fused }: ImpostorScores): boolean {
  return people >= MIN_PEOPLE && Math.min(first.length, fused.length) >= MIN_SCORES;
}

/** Null, with a note, for distances that no real faces have. */
function fitTails({ first, fused }: ImpostorScores, notes: string[]): EncoderStatistics['tails'] | null {
  try {
    return { first: fitLowerTail(first), fused: fitLowerTail(fused) };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    notes.push(`The people here cannot be calibrated on (${error.message}); the shipped thresholds are used.`);
    return null;
  }
}

import type { Nearest } from './gallery.js';
import { refuse, type Refusal } from '../refusal.js';

/** When a probe counts as somebody. Distances are the encoder's. */
export interface MatchPolicy {
  /** The nearest person must be nearer than this. */
  threshold: number;
  /** Every other person must be further away than the nearest by at least this. */
  margin: number;
}

export interface Matched {
  outcome: 'matched';
  employeeId: string;
  distance: number;
  /** To the nearest other person; null when there is nobody else. */
  runnerUpDistance: number | null;
}

/** Open set: is the nearest person of the gallery (null: it is empty) near enough, and nobody else nearly as near? */
export function decide(nearest: Nearest | null, policy: MatchPolicy): Matched | Refusal {
  if (!nearest || !(nearest.distance < policy.threshold)) {
    return refuse(
      'UNKNOWN_FACE',
      'You were not recognised. Look straight at the camera and try again; if you are new here, ask to be registered.',
    );
  }
  const { employeeId, distance, runnerUp } = nearest;
  if (runnerUp && runnerUp.distance - distance < policy.margin) {
    return refuse(
      'AMBIGUOUS_FACE',
      'It is not certain enough who you are. Move closer, look straight at the camera and try again.',
    );
  }
  return { outcome: 'matched', employeeId, distance, runnerUpDistance: runnerUp?.distance ?? null };
}

/** Distance over which the confidence goes from 0.5 to 0.73: about the spread of one person's photos. */
const CONFIDENCE_SCALE = 0.05;

/**
 * How certain a match is, in 0..1: 1 / (1 + e^((distance - threshold) / 0.05)). 0.5 at the threshold, 0.88 at 0.1 under
 * it, 0.99 at 0.23 under it. It orders matches; it is no probability.
 */
export function confidenceOf(distance: number, threshold: number): number {
  return 1 / (1 + Math.exp((distance - threshold) / CONFIDENCE_SCALE));
}

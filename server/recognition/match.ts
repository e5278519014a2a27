import { refuse, type Refusal } from '../refusal.js';
import type { Candidate } from './gallery.js';

/** When the first encoder alone is believed. Distances are euclidean, between templates. */
export interface FirstRule {
  /** Nearer than this, with nobody else within the margin: matched, and nobody else is asked. */
  sure: number;
  /** Not nearer than this: unknown, and nobody else is asked. Between the two the second encoder is heard. */
  threshold: number;
  /** Every other person must be further away than the nearest by at least this. */
  margin: number;
}

/** When both encoders together are believed. A score is euclidean distance + weight * cosine distance. */
export interface FusedRule {
  /** The nearest person's score must be less than this. */
  threshold: number;
  /** Every other person's score must exceed the nearest one's by at least this. */
  margin: number;
  weight: number;
}

/** When a probe counts as somebody. */
export interface MatchPolicy {
  first: FirstRule;
  fused: FusedRule;
  /** So many people, the nearest by the first encoder, are compared again by both. At least 2. */
  candidates: number;
}

export interface Matched {
  outcome: 'matched';
  /** Whose distance it is: the first encoder's alone, or both encoders' sum. */
  decidedBy: 'first' | 'fused';
  employeeId: string;
  distance: number;
  /** To the nearest other person; null when there is nobody else. */
  runnerUpDistance: number | null;
}

/**
 * What the first encoder says of the nearest people, nearest first; none for an empty gallery. 'doubt' asks for the
 * second encoder's opinion on them: decideFused.
 */
export function decideFirst(nearest: readonly Candidate[], { first }: MatchPolicy): Matched | Refusal | 'doubt' {
  const [best, runnerUp] = nearest;
  if (!best || !(best.distance < first.threshold)) return unknownFace();
  if (!(best.distance < first.sure) || isTooNear(best, runnerUp, first.margin)) return 'doubt';
  return matched('first', best, runnerUp);
}

/** What both encoders say of the nearest people, nearest first. The last word. */
export function decideFused(nearest: readonly Candidate[], { fused }: MatchPolicy): Matched | Refusal {
  const [best, runnerUp] = nearest;
  if (!best || !(best.distance < fused.threshold)) return unknownFace();
  if (isTooNear(best, runnerUp, fused.margin)) return ambiguousFace();
  return matched('fused', best, runnerUp);
}

function isTooNear(best: Candidate, runnerUp: Candidate | undefined, margin: number): boolean {
  return runnerUp !== undefined && runnerUp.distance - best.distance < margin;
}

function matched(
  decidedBy: Matched['decidedBy'],
  { employeeId, distance }: Candidate,
  runnerUp: Candidate | undefined,
): Matched {
  return { outcome: 'matched', decidedBy, employeeId, distance, runnerUpDistance: runnerUp?.distance ?? null };
}

const unknownFace = (): Refusal =>
  refuse(
    'UNKNOWN_FACE',
    'You were not recognised. Look straight at the camera and try again; if you are new here, ask to be registered.',
  );

/** Nobody is said to be somebody while somebody else may be. */
export const ambiguousFace = (): Refusal =>
  refuse(
    'AMBIGUOUS_FACE',
    'It is not certain enough who you are. Move closer, look straight at the camera and try again.',
  );

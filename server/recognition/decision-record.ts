import type { LivenessLevel } from '../liveness-level.js';
import type { RefusalReason } from '../refusal.js';
import type { FaceQuality } from './face-engine.js';

/** One encoder's, or both encoders', part in a decision. A distance is null where the gallery held nobody to compare with. */
export interface Comparison {
  modelId: string;
  /** To the nearest person. */
  distance: number | null;
  /** To the nearest other person. */
  runnerUpDistance: number | null;
  /** A match is nearer than this … */
  threshold: number;
  /** … and the runner-up further away than the nearest by this. */
  margin: number;
}

/** Why somebody was matched or refused: enough to explain it, and nothing of the face. */
export interface DecisionRecord {
  outcome: 'MATCHED' | RefusalReason;
  /** The nearest person, matched or not; null where none was looked for. */
  employeeId: string | null;
  /** The nearest other person. */
  runnerUpId: string | null;
  /** Templates that were compared with. */
  gallerySize: number;
  modelId: string;
  /** What was decided by: the id of a ModelVersion. */
  modelVersion: string;
  /** The first encoder's; null where it did not come to a comparison. */
  first: Comparison | null;
  /** Both encoders' distances in sum; null where the first left no doubt. */
  fused: Comparison | null;
  /** Somebody else was taken for the nearest person before, so more was wanted than of others. */
  heedsMistake: boolean;
  /** 0..1, the probability that a match is right; null without a match. */
  confidence: number | null;
  /** Photographs that were looked at. */
  frames: number;
  /** Of the photo that was decided by; null where no face was found. */
  quality: FaceQuality | null;
  livenessLevel: LivenessLevel;
  /** What spoke for and against a living person, by name; null where it was not asked. */
  liveness: Readonly<Record<string, number | string | boolean | null>> | null;
}

import type { EncoderStatistics } from './calibration.js';
import type { ClassifierHead } from './classifier-head.js';
import type { ConfidenceModel } from './confidence.js';
import { SHIPPED_CONFIDENCE, SHIPPED_STATISTICS } from './shipped-policy.js';

/** What faces are decided by, as one thing that never changes: another one of anything is another version. */
export interface ModelVersion {
  /** Named in every decision. */
  readonly id: string;
  /** The encoders whose distances the statistics are about. */
  readonly modelId: string;
  readonly secondModelId: string;
  /** What the thresholds for a gallery of any size follow from. */
  readonly statistics: EncoderStatistics;
  readonly confidence: ConfidenceModel;
  /** Whether the people of the gallery are measured instead, once they are enough. */
  readonly followsGallery: boolean;
  /** A second opinion that may speak against a match; null where none helps. */
  readonly head: ClassifierHead | null;
}

export const SHIPPED_VERSION_ID = 'shipped';

/** What comes with the program: in production until a version is promoted. */
export const shippedVersion = (encoders: Pick<ModelVersion, 'modelId' | 'secondModelId'>): ModelVersion =>
  Object.freeze({
    id: SHIPPED_VERSION_ID,
    modelId: encoders.modelId,
    secondModelId: encoders.secondModelId,
    statistics: SHIPPED_STATISTICS,
    confidence: SHIPPED_CONFIDENCE,
    followsGallery: true,
    head: null,
  });

/** Throws where a version's statistics are about other encoders than those that run. */
export function assertEncoders(version: ModelVersion, { modelId, secondModelId }: ModelVersion): void {
  if (version.modelId === modelId && version.secondModelId === secondModelId) return;
  throw new Error(
    `its thresholds are for ${version.modelId} and ${version.secondModelId}, here run ${modelId} and ${secondModelId}`,
  );
}

import type { DetectedFace, FaceEngine, PixelImage } from './face-engine.js';

/** What the server sends to the thread of the engine: one photo, answered under the same id. */
export interface AnalyzeRequest {
  id: number;
  image: PixelImage;
}

/** What comes back: `ready` or `unusable` once, then one answer for each photo. */
export type EngineMessage =
  | { kind: 'ready'; modelId: string; backend: FaceEngine['backend'] }
  | { kind: 'unusable'; cause: string }
  | { kind: 'faces'; id: number; faces: DetectedFace[] }
  | { kind: 'failed'; id: number; cause: string };

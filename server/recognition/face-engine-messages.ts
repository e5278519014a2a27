import type { AnalyzeOptions, DetectedFace, FaceEngine, PixelImage, Point } from './face-engine.js';

/** What is asked of the engine about one photo. */
export type EngineTask =
  | { kind: 'analyze'; image: PixelImage; options: AnalyzeOptions }
  | { kind: 'describeAgain'; image: PixelImage; landmarks: readonly Point[] };

/** What it answers, by the kind of the task. */
export interface EngineAnswers {
  analyze: DetectedFace[];
  describeAgain: Float32Array;
}

/** What the server sends to the thread of an engine: one task, answered under the same id. */
export interface EngineRequest {
  id: number;
  task: EngineTask;
}

/** What stays the same while an engine runs. */
export type EngineFacts = Pick<FaceEngine, 'modelId' | 'secondModelId' | 'backend'>;

/** What comes back: `ready` or `unusable` once, then one answer for each task. */
export type EngineMessage =
  | { kind: 'ready'; facts: EngineFacts }
  | { kind: 'unusable'; cause: string }
  | { kind: 'done'; id: number; answer: EngineAnswers[EngineTask['kind']]; tensorCount: number }
  | { kind: 'failed'; id: number; cause: string };

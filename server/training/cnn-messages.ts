import type { TrainingOutcome, TrainingProgress, TrainingRequest } from './tfjs-cnn-trainer.js';

/** To the thread that trains or answers. */
export type CnnTask =
  { kind: 'train'; request: TrainingRequest } | { kind: 'predict'; folder: string; files: string[] } | { kind: 'stop' };

/** From it. Probabilities are those of each class, a list a file. */
export type CnnMessage =
  | { kind: 'progress'; progress: TrainingProgress }
  | { kind: 'trained'; outcome: TrainingOutcome; backend: string }
  | { kind: 'predicted'; probabilities: Float32Array[]; millisecondsEach: number }
  | { kind: 'failed'; cause: string };

import { Worker } from 'node:worker_threads';
import type { HeadFigures } from '../models/model-card.js';
import type { ClassifierHead } from '../recognition/classifier-head.js';
import { DatasetError } from '../recognition/evaluation/dataset.js';
import type { Shot } from '../recognition/evaluation/acquire.js';
import { engineThreadUrl } from '../recognition/engine-thread-url.js';
import type { MatchPolicy } from '../recognition/match.js';
import type { Calibrated, Judged, Measures } from './judge.js';

export type JudgeTask =
  | { kind: 'calibrate'; shots: readonly Shot[]; shipped: Measures; targetFpir: number }
  | { kind: 'judge'; shots: readonly Shot[]; measures: Measures; targetFpir: number }
  | { kind: 'heads'; shots: readonly Shot[]; heads: readonly ClassifierHead[]; policy: MatchPolicy };

type JudgeResult = Calibrated | Judged | HeadFigures | null;

export type JudgeAnswer =
  { kind: 'done'; result: JudgeResult } | { kind: 'unusable'; message: string } | { kind: 'failed'; cause: string };

/** Measures in a thread of its own: the pairs of thousands of samples take seconds, and requests must not wait for them. */
export const calibrateInThread = (
  task: Omit<Extract<JudgeTask, { kind: 'calibrate' }>, 'kind'>,
  signal: AbortSignal,
): Promise<Calibrated> => ask({ kind: 'calibrate', ...task }, signal) as Promise<Calibrated>;

/** Throws DatasetError where the samples are too few. */
export const judgeInThread = (
  task: Omit<Extract<JudgeTask, { kind: 'judge' }>, 'kind'>,
  signal: AbortSignal,
): Promise<Judged> => ask({ kind: 'judge', ...task }, signal) as Promise<Judged>;

export const judgeHeadsInThread = (
  task: Omit<Extract<JudgeTask, { kind: 'heads' }>, 'kind'>,
  signal: AbortSignal,
): Promise<HeadFigures | null> => ask({ kind: 'heads', ...task }, signal) as Promise<HeadFigures | null>;

async function ask(task: JudgeTask, signal: AbortSignal): Promise<JudgeResult> {
  signal.throwIfAborted();
  const worker = new Worker(engineThreadUrl('judge-worker', import.meta.url, 'pipeline'), {
    execArgv: [],
    workerData: task,
  });
  let abandon: (() => void) | undefined;
  try {
    return await new Promise((resolve, reject) => {
      abandon = () => reject(signal.reason as Error);
      signal.addEventListener('abort', abandon);
      worker.on('message', (answer: JudgeAnswer) => {
        if (answer.kind === 'done') resolve(answer.result);
        else reject(answer.kind === 'unusable' ? new DatasetError(answer.message) : new Error(answer.cause));
      });
      worker.on('error', reject);
      worker.on('exit', (code) => reject(new Error(`the measuring thread ended with code ${code}`)));
    });
  } finally {
    if (abandon) signal.removeEventListener('abort', abandon);
    await worker.terminate();
  }
}

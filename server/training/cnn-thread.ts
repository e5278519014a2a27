import { Worker } from 'node:worker_threads';
import { engineThreadUrl } from '../recognition/engine-thread-url.js';
import type { CnnMessage, CnnTask } from './cnn-messages.js';
import type { TrainingOutcome, TrainingProgress, TrainingRequest } from './tfjs-cnn-trainer.js';

/** Trains in a thread of its own. When the signal is aborted it stops soon, and the next call goes on. */
export async function trainInThread(
  request: TrainingRequest,
  onProgress: (progress: TrainingProgress) => void,
  signal: AbortSignal,
): Promise<{ outcome: TrainingOutcome; backend: string }> {
  const answer = await ask({ kind: 'train', request }, onProgress, signal);
  if (answer.kind !== 'trained') throw new Error(`the training answered ${answer.kind}`);
  return answer;
}

/** What a trained network says of photographs: the probability of each class, a list a file. */
export async function predictInThread(
  folder: string,
  files: string[],
): Promise<{ probabilities: Float32Array[]; millisecondsEach: number }> {
  const answer = await ask({ kind: 'predict', folder, files }, () => undefined, new AbortController().signal);
  if (answer.kind !== 'predicted') throw new Error(`the network answered ${answer.kind}`);
  return answer;
}

async function ask(
  task: CnnTask,
  onProgress: (progress: TrainingProgress) => void,
  signal: AbortSignal,
): Promise<Exclude<CnnMessage, { kind: 'progress' }>> {
  const worker = new Worker(engineThreadUrl('tfjs-cnn-worker', import.meta.url, 'training'), { execArgv: [] });
  const stop = (): void => worker.postMessage({ kind: 'stop' } satisfies CnnTask);
  signal.addEventListener('abort', stop);
  try {
    return await new Promise((resolve, reject) => {
      worker.on('message', (message: CnnMessage) => {
        if (message.kind === 'progress') onProgress(message.progress);
        else if (message.kind === 'failed') reject(new Error(message.cause));
        else resolve(message);
      });
      worker.on('error', reject);
      worker.on('exit', (code) => reject(new Error(`the training's thread ended with code ${code}`)));
      worker.postMessage(task);
    });
  } finally {
    signal.removeEventListener('abort', stop);
    await worker.terminate();
  }
}

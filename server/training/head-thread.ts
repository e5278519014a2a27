import { Worker } from 'node:worker_threads';
import { engineThreadUrl } from '../recognition/engine-thread-url.js';
import type { HeadRequest, TrainedHead } from './head.js';

export type HeadAnswer = { kind: 'trained'; trained: TrainedHead } | { kind: 'failed'; cause: string };

/** Trains in a thread of its own, which is ended when the signal is aborted. */
export async function trainHeadInThread(request: HeadRequest, signal: AbortSignal): Promise<TrainedHead> {
  signal.throwIfAborted();
  const worker = new Worker(engineThreadUrl('tfjs-head-worker', import.meta.url, 'training'), {
    execArgv: [],
    workerData: request,
  });
  let abandon: (() => void) | undefined;
  try {
    return await new Promise((resolve, reject) => {
      abandon = () => reject(signal.reason as Error);
      signal.addEventListener('abort', abandon);
      worker.on('message', (answer: HeadAnswer) => {
        if (answer.kind === 'trained') resolve(answer.trained);
        else reject(new Error(answer.cause));
      });
      worker.on('error', reject);
      worker.on('exit', (code) => reject(new Error(`the training's thread ended with code ${code}`)));
    });
  } finally {
    if (abandon) signal.removeEventListener('abort', abandon);
    await worker.terminate();
  }
}

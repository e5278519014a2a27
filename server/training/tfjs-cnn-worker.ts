import { parentPort } from 'node:worker_threads';
import * as tf from '@tensorflow/tfjs';
import { startBackend } from '../recognition/tfjs-backend.js';
import { CNN_SIDE } from './cnn.js';
import type { CnnMessage, CnnTask } from './cnn-messages.js';
import { CnnTrainer } from './tfjs-cnn-trainer.js';
import { addFilterGradient } from './tfjs-conv-gradient.js';
import { loadTfjsModel } from './tfjs-model-files.js';
import { pixelsForCnn } from './training-photos.js';

/** The entry of the thread that trains a network, or asks one. */
if (!parentPort) throw new Error('tfjs-cnn-worker is the entry of a worker thread');
const port = parentPort;
const send = (message: CnnMessage): void => port.postMessage(message);
const stopping = new AbortController();

port.on('message', (task: CnnTask) => {
  if (task.kind === 'stop') stopping.abort();
  else {
    work(task).catch((error: unknown) => {
      send({ kind: 'failed', cause: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    });
  }
});

async function work(task: Exclude<CnnTask, { kind: 'stop' }>): Promise<void> {
  const backend = await startBackend();
  if (backend === 'wasm') addFilterGradient();
  if (task.kind === 'train') {
    const trainer = new CnnTrainer(task.request, (progress) => send({ kind: 'progress', progress }), stopping.signal);
    send({ kind: 'trained', outcome: await trainer.train(), backend });
  } else send({ kind: 'predicted', ...(await predict(task.folder, task.files)) });
}

async function predict(
  folder: string,
  files: readonly string[],
): Promise<{ probabilities: Float32Array[]; millisecondsEach: number }> {
  const model = await loadTfjsModel(folder);
  const probabilities: Float32Array[] = [];
  let milliseconds = 0;
  for (const file of files) {
    const started = performance.now();
    const pixels = await pixelsForCnn(file);
    const answer = tf.tidy(() =>
      model.predict(tf.div(tf.tensor4d(Float32Array.from(pixels), [1, CNN_SIDE, CNN_SIDE, 3]), 255)),
    ) as tf.Tensor;
    probabilities.push(Float32Array.from(await answer.data()));
    answer.dispose();
    milliseconds += performance.now() - started;
  }
  return { probabilities, millisecondsEach: milliseconds / Math.max(1, files.length) };
}

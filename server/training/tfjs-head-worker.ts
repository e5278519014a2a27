import { parentPort, workerData } from 'node:worker_threads';
import { startBackend } from '../recognition/tfjs-backend.js';
import type { HeadAnswer } from './head-thread.js';
import type { HeadRequest } from './head.js';
import { trainHead } from './tfjs-head-trainer.js';

/** The entry of the thread that trains a classifier head: it answers once. */
if (!parentPort) throw new Error('tfjs-head-worker is the entry of a worker thread');
const port = parentPort;
const send = (answer: HeadAnswer): void => port.postMessage(answer);

startBackend()
  .then(() => trainHead(workerData as HeadRequest))
  .then((trained) => send({ kind: 'trained', trained }))
  .catch((error: unknown) => {
    send({ kind: 'failed', cause: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  });

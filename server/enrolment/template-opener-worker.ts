import { parentPort } from 'node:worker_threads';
import { openStored } from './open-stored.js';
import type { OpeningAnswer, OpeningTask } from './template-opener.js';

/** The entry of the thread that opens templates: one batch after the other. */
if (!parentPort) throw new Error('template-opener-worker is the entry of a worker thread');
const port = parentPort;

port.on('message', ({ stored, ...task }: OpeningTask) => {
  const opened: OpeningAnswer = stored.map((row) => openStored(row, task));
  port.postMessage(
    opened,
    opened.flatMap((template) => (template ? [template.buffer as ArrayBuffer] : [])),
  );
});

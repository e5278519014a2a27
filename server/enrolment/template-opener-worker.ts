import { parentPort } from 'node:worker_threads';
import { openStored } from './open-stored.js';
import { packBytes, unpackBytes } from './packed-bytes.js';
import type { PackedTask } from './template-opener.js';

/** The entry of the thread that opens templates: one batch after the other. */
if (!parentPort) throw new Error('template-opener-worker is the entry of a worker thread');
const port = parentPort;

port.on('message', ({ ids, sealed: packed, ...task }: PackedTask) => {
  const lines = ids.split('\n');
  const templates = Array.from({ length: packed.ends.length / 2 }, (_, row) => {
    const stored = {
      sampleId: lines[row * 4]!,
      employeeId: lines[row * 4 + 1]!,
      keyId: lines[row * 4 + 2]!,
      masterKeyId: lines[row * 4 + 3]!,
      sealed: unpackBytes(packed, row * 2),
      wrapped: unpackBytes(packed, row * 2 + 1),
    };
    const template = openStored(stored, task);
    return template && new Uint8Array(template.buffer);
  });
  const opened = packBytes(templates);
  port.postMessage(opened, [opened.bytes.buffer]);
});

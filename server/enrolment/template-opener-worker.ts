import { parentPort } from 'node:worker_threads';
import { openStored } from './open-stored.js';
import { packBytes, unpackBytes } from './packed-bytes.js';
import type { PackedTask } from './template-opener.js';

/** The entry of the thread that opens templates: one batch after the other. */
if (!parentPort) throw new Error('template-opener-worker is the entry of a worker thread');
const port = parentPort;

port.on('message', ({ ids, sealed: packed, ...task }: PackedTask) => {
  const lines = ids.split('\n');
  const bytes = unpackBytes(packed);
  const templates = Array.from({ length: bytes.length / 2 }, (_, row) => {
    const [sampleId = '', employeeId = '', keyId = '', masterKeyId = ''] = lines.slice(row * 4, row * 4 + 4);
    const [sealed = null, wrapped = null] = bytes.slice(row * 2, row * 2 + 2);
    const template = openStored({ sampleId, employeeId, keyId, masterKeyId, sealed, wrapped }, task);
    return template && new Uint8Array(template.buffer);
  });
  const opened = packBytes(templates);
  port.postMessage(opened, [opened.bytes.buffer]);
});

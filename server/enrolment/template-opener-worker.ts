import { parentPort } from 'node:worker_threads';
import { unwrap } from '../storage/person-keys.js';
import type { StoredTemplate } from './enrolment.repository.js';
import { openTemplate } from './sealed-template.js';
import type { OpeningAnswer, OpeningTask } from './template-opener.js';

/** The entry of the thread that opens templates: one batch after the other. */
if (!parentPort) throw new Error('template-opener-worker is the entry of a worker thread');
const port = parentPort;

port.on('message', ({ stored, ...task }: OpeningTask) => {
  const opened: OpeningAnswer = stored.map((row) => open(row, task));
  port.postMessage(
    opened,
    opened.flatMap((template) => (template ? [template.buffer as ArrayBuffer] : [])),
  );
});

/** Several templates of a person mostly follow each other: their key is unwrapped once. */
let last: { keyId: string; key: Buffer } | null = null;

function open(row: StoredTemplate, { masters, modelId }: Omit<OpeningTask, 'stored'>): Float32Array | null {
  const { employeeId, sampleId, keyId, sealed, wrapped, masterKeyId } = row;
  if (!sealed || !wrapped || !masterKeyId) return null;
  try {
    if (last?.keyId !== keyId) {
      last = { keyId, key: unwrap(masters, { id: keyId, employeeId, wrapped: new Uint8Array(wrapped), masterKeyId }) };
    }
    return openTemplate(last.key, sealed, { employeeId, sampleId, modelId });
  } catch {
    return null;
  }
}

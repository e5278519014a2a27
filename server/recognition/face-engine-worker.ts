import { parentPort } from 'node:worker_threads';
import type { AnalyzeRequest, EngineMessage } from './face-engine-messages.js';
import { TfjsFaceEngine } from './tfjs-face-engine.js';

/** The entry of the engine's thread: loads the engine, then answers one photo after the other. */
if (!parentPort) throw new Error('face-engine-worker is the entry of a worker thread');
const port = parentPort;
const send = (message: EngineMessage): void => port.postMessage(message);

try {
  const engine = await TfjsFaceEngine.load();
  port.on('message', ({ id, image }: AnalyzeRequest) => {
    engine.analyze(image).then(
      (faces) => send({ kind: 'faces', id, faces }),
      (error: unknown) => send({ kind: 'failed', id, cause: causeOf(error) }),
    );
  });
  send({ kind: 'ready', modelId: engine.modelId, backend: engine.backend });
} catch (error) {
  send({ kind: 'unusable', cause: causeOf(error) });
}

function causeOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

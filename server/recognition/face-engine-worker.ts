import { parentPort } from 'node:worker_threads';
import type { EngineMessage, EngineRequest, EngineTask } from './face-engine-messages.js';
import { TfjsFaceEngine } from './tfjs-face-engine.js';

/** The entry of an engine's thread: loads the engine, then answers one task after the other. */
if (!parentPort) throw new Error('face-engine-worker is the entry of a worker thread');
const port = parentPort;
const send = (message: EngineMessage): void => port.postMessage(message);

try {
  const engine = await TfjsFaceEngine.load();
  const answer = (task: EngineTask) =>
    task.kind === 'analyze'
      ? engine.analyze(task.image, task.options)
      : engine.describeAgain(task.image, task.landmarks);
  port.on('message', ({ id, task }: EngineRequest) => {
    answer(task).then(
      (answered) => send({ kind: 'done', id, answer: answered, tensorCount: engine.tensorCount }),
      (error: unknown) => send({ kind: 'failed', id, cause: causeOf(error) }),
    );
  });
  const { modelId, secondModelId, backend } = engine;
  send({ kind: 'ready', facts: { modelId, secondModelId, backend } });
} catch (error) {
  send({ kind: 'unusable', cause: causeOf(error) });
}

function causeOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

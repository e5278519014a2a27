import type { Config } from '../config.js';
import { StartupError } from '../errors.js';
import type { Logger } from '../logger.js';
import type { FaceEngine } from '../recognition/face-engine.js';
import { MODEL_ID, SECOND_MODEL_ID } from '../recognition/model-files.js';
import { serveEngine } from '../recognition/remote/engine-server.js';
import { loadNodeSecret } from '../recognition/remote/node-secret.js';
import { RemoteFaceEngine } from '../recognition/remote/remote-face-engine.js';
import { WorkerFaceEngine } from '../recognition/worker-face-engine.js';
import type { Foundation } from './foundation.js';

/** The models in threads of their own, or at nodes that have the role. Throws StartupError. */
export async function startEngine(config: Config, logger: Logger): Promise<FaceEngine> {
  const { roles, recognitionWorkers: workers, recognitionNodes } = config;
  if (!roles.has('recognition')) {
    const models = { modelId: MODEL_ID, secondModelId: SECOND_MODEL_ID };
    const secret = loadNodeSecret(recognitionNodes);
    return RemoteFaceEngine.connect({ urls: recognitionNodes.urls, secret, models, logger });
  }
  const onThreadLost = (err: unknown) => logger.error({ err }, 'a recognition thread was lost; a new one starts');
  try {
    return await WorkerFaceEngine.start({ ...(workers && { workers }), onThreadLost });
  } catch (error) {
    const { cause } = error as Error;
    throw new StartupError([`Recognition cannot start: ${cause instanceof Error ? cause.message : String(cause)}`]);
  }
}

/**
 * Recognises for other nodes, where the settings say so: resolves to the port, or null. `warmed` is what works behind the
 * engine that is served. Throws StartupError.
 */
export async function serveNodes(
  { config, logger, closers }: Pick<Foundation, 'config' | 'logger' | 'closers'>,
  { engine, warmed }: { engine: FaceEngine; warmed: FaceEngine },
): Promise<number | null> {
  const { port, host } = config.recognitionNodes;
  if (port === null) return null;
  const secret = loadNodeSecret(config.recognitionNodes);
  const isReady = () => !(warmed instanceof WorkerFaceEngine) || warmed.workers > 0;
  const server = await serveEngine({ engine, isReady, port, host, secret, logger });
  closers.push(() => server.stop());
  return server.port;
}

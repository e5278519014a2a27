import type { Config } from './config.js';
import { createLogger, type Logger } from './logger.js';
import { measuredEngine } from './metrics/measured-engine.js';
import { serveMetrics } from './metrics/metrics-server.js';
import { Metrics } from './metrics/metrics.js';
import type { FaceEngine } from './recognition/face-engine.js';
import { serveNodes, startEngine } from './wiring/engine.js';

export interface RecognitionNode {
  port: number;
  backend: FaceEngine['backend'];
  /** Finishes the photographs under way and closes everything. */
  stop(): Promise<void>;
}

/** A node that recognises for others and does nothing else: it has no database and keeps nothing. Throws StartupError. */
export async function createRecognitionNode(
  config: Config,
  overrides: { engine?: FaceEngine; logger?: Logger } = {},
): Promise<RecognitionNode> {
  const logger = overrides.logger ?? createLogger(config.logLevel);
  const closers: (() => unknown)[] = [];
  const stop = async () => {
    for (const close of closers.splice(0).reverse()) await close();
  };
  try {
    const engine = overrides.engine ?? (await startEngine(config, logger));
    closers.push(() => engine.stop());
    const metrics = config.metrics && new Metrics();
    if (metrics && config.metrics) closers.push((await serveMetrics(metrics, config.metrics)).close);
    const measured = metrics ? measuredEngine(engine, metrics) : engine;
    const port = await serveNodes({ config, logger, closers }, { engine: measured, warmed: engine });
    return { port: port!, backend: engine.backend, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

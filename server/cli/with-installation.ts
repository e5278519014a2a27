import { availableParallelism } from 'node:os';
import { createApp, type App } from '../app.js';
import { loadConfig, type Config } from '../config.js';
import { DomainError, StartupError, UnavailableError, wordsOf } from '../errors.js';
import { createLogger } from '../logger.js';
import { holdsData, NO_DATA, type NodeRole } from '../node-roles.rules.js';
import type { FaceEngine } from '../recognition/face-engine.js';

/** Looks at no photograph. */
export const idleEngine: FaceEngine = {
  modelId: 'none',
  secondModelId: 'none',
  backend: 'wasm',
  analyze: () => Promise.reject(new Error('this command recognises nobody')),
  describeAgain: () => Promise.reject(new Error('this command recognises nobody')),
  stop: () => Promise.resolve(),
};

/**
 * Runs a command on this installation's data, which no server may be using meanwhile, and records it in the audit. Ctrl-C
 * asks it to stop. What is wrong is one line on standard error, and exit code 1.
 */
export async function withInstallation(
  act: { action: string; subject?: string | null; sent?: object },
  work: (app: App, config: Config, signal: AbortSignal) => Promise<void>,
): Promise<void> {
  process.umask(0o077);
  await orOneLine(async () => {
    const config = loadConfig();
    // It serves nothing, and leaves jobs to servers: here nobody recognises.
    const app = await createApp(withRoles(config), { engine: idleEngine, logger: createLogger('error') });
    const stopping = new AbortController();
    const stop = () => stopping.abort(new DomainError('CONFLICT', 'Stopped. Run it again to go on.'));
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
    try {
      const by = { actor: 'command', actorName: null, address: null };
      await app.trail.run({ ...by, ...act }, () => work(app, config, stopping.signal));
    } finally {
      await app.stop();
    }
  });
}

/** What is expected to go wrong is said in one line; everything else is thrown on. */
export async function orOneLine(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    console.error(lineOf(error));
    process.exitCode = 1;
  }
}

function lineOf(error: unknown): string {
  if (error instanceof UnavailableError) return `Out of reach: ${wordsOf(error)}`;
  if (error instanceof DomainError || error instanceof StartupError) return error.message;
  throw error;
}

/**
 * Runs a command that recognises, with a thread for each core, on this installation's data, which no server may be using
 * meanwhile. Ctrl-C stops it, exit code 130, and says `howToGoOn`.
 */
export async function withRecognition(
  howToGoOn: string,
  work: (app: App, config: Config) => Promise<void>,
): Promise<void> {
  const config = loadConfig();
  const recognitionWorkers = config.recognitionWorkers ?? availableParallelism();
  // What it queues is worked on here, whatever this node does as a server.
  const roles = withRoles(config, ...config.roles, 'worker');
  const app = await createApp({ ...roles, recognitionWorkers, logLevel: 'warn' });
  let isStopped = false;
  process.once('SIGINT', () => {
    isStopped = true;
    console.error(`\nStopping${howToGoOn}`);
    void app.stop().then(() => process.exit(130));
  });
  try {
    await work(app, config);
  } finally {
    if (!isStopped) await app.stop();
  }
}

/** The same settings for a command, on a node that has data. Throws StartupError where it has none. */
function withRoles(config: Config, ...roles: NodeRole[]): Config {
  if (!holdsData(config.roles)) throw new StartupError([NO_DATA]);
  return { ...config, roles: new Set(roles) };
}

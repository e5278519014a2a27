import { join } from 'node:path';
import { createApp, type App } from './app.js';
import { keepTemporaryFilesIn, loadConfig, type Config } from './config.js';
import { localOrigin } from './local-origin.js';
import { StartupError } from './errors.js';
import { holdsData, NO_DATA } from './node-roles.rules.js';
import { createRecognitionNode } from './recognition-node.js';

/**
 * loadConfig -> createApp -> listen; SIGINT or SIGTERM -> drain -> stop, a second one ends at once. A problem of the set-up is one
 * line on standard error and exit code 1. `prepare` runs before anybody is served; when it gives false, nobody is.
 */
export async function runServer(prepare?: (app: App, config: Config) => Promise<boolean>): Promise<void> {
  // What this writes is read by nobody else.
  process.umask(0o077);
  try {
    const config = loadConfig();
    if (!holdsData(config.roles)) {
      if (prepare) throw new StartupError([NO_DATA]);
      await recognise(config);
      return;
    }
    const app = await createApp(config);
    keepTemporaryFilesIn(join(config.dataDir, 'uploads'));
    onceTold(async () => {
      await app.web.drain(config.drainSeconds * 1000);
      await app.stop();
    });
    if (prepare && !(await prepare(app, config))) {
      await app.stop();
      return;
    }
    const port = await listen(app, config).catch(async (error: unknown) => {
      await app.stop();
      throw error;
    });
    console.log(await welcome(app, config, port));
    app.startJobs();
  } catch (error) {
    if (!(error instanceof StartupError)) throw error;
    for (const problem of error.problems) console.error(`Rollcall cannot start. ${problem}`);
    process.exitCode = 1;
  }
}

/** For a node that recognises for others and does nothing else. */
async function recognise(config: Config): Promise<void> {
  const node = await createRecognitionNode(config);
  onceTold(() => node.stop());
  console.log(`\nRollcall recognises for other nodes at port ${node.port} (on ${node.backend}).\n\nCtrl-C stops it.`);
}

async function listen(app: App, { port, host }: Config): Promise<number> {
  await app.serveMetrics();
  await app.serveNodes();
  return app.web.listen(port, host);
}

function onceTold(stop: () => Promise<void>): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      console.log('Stopping: what is under way is finished first.');
      stop().then(
        () => process.exit(0),
        (error: unknown) => {
          console.error(error);
          process.exit(1);
        },
      );
    });
  }
}

async function welcome(app: App, config: Config, port: number): Promise<string> {
  if (!config.roles.has('api')) return `\nRollcall works for other nodes; port ${port} says whether it is well.`;
  const origin = localOrigin({ host: config.host, port });
  const { accounts } = app.services;
  const setUp = (await accounts.isSetUpNeeded())
    ? [
        '',
        'Nobody has an account yet. Create the first administrator here (the link works once):',
        `  ${origin}/setup#${accounts.setUpToken}`,
      ]
    : [];
  return [
    '',
    `Rollcall is ready (recognition runs on ${app.engine.backend}).`,
    `  Dashboard  ${origin}/`,
    `  Kiosk      ${origin}/kiosk`,
    `  API        ${origin}/graphql`,
    ...setUp,
    '',
    'Ctrl-C stops it.',
  ].join('\n');
}

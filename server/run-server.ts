import { join } from 'node:path';
import { createApp, type App } from './app.js';
import { keepTemporaryFilesIn, loadConfig, type Config } from './config.js';
import { StartupError } from './errors.js';

/**
 * loadConfig -> createApp -> listen; SIGINT or SIGTERM -> drain -> stop, a second one ends at once. A problem of the set-up is one
 * line on standard error and exit code 1. `prepare` runs before anybody is served; when it gives false, nobody is.
 */
export async function runServer(prepare?: (app: App, config: Config) => Promise<boolean>): Promise<void> {
  // What this writes is read by nobody else.
  process.umask(0o077);
  try {
    const config = loadConfig();
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

async function listen(app: App, { port, host }: Config): Promise<number> {
  await app.serveMetrics();
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
  const origin = `http://${config.host === '127.0.0.1' ? 'localhost' : config.host}:${port}`;
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

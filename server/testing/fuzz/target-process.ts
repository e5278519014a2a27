import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Timing } from '../../graphql/web-server.js';
import { installation } from '../../installation.js';
import { administrator } from '../create-test-app.js';
import type { TargetMessage } from './target.js';

export interface Target {
  url: string;
  folder: string;
  /** What it wrote to its log: JSON lines. */
  log(): string;
  /** Bytes, after everything that can be freed was. */
  measure(): Promise<{ heap: number; rss: number }>;
  /** How it ended, if it did. */
  readonly exitCode: number | null;
  stop(): Promise<void>;
}

/** The last that is kept of the log. */
const LOG_CHARACTERS = 200_000;

/** Starts the compiled server in a process and folder of its own. */
export async function startTarget(env: NodeJS.ProcessEnv = {}, timing: Partial<Timing> = {}): Promise<Target> {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-fuzz-'));
  const child = fork(join(installation.root, 'dist/server/testing/fuzz/target.js'), [JSON.stringify(timing)], {
    cwd: folder,
    execArgv: ['--expose-gc'],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: {
      PATH: process.env.PATH,
      DATA_DIR: join(folder, 'data'),
      FACE_IMAGES_DIR: join(folder, 'Face Images'),
      ADMIN_EMAIL: administrator.email,
      ADMIN_PASSWORD: administrator.password,
      TIME_ZONE: 'Europe/Berlin',
      LOG_LEVEL: 'error',
      RATE_SIGN_INS: '1000000',
      RATE_PHOTOS_PER_MINUTE: '1000000',
      RATE_PINS_PER_MINUTE: '1000000',
      ...env,
    },
  });
  let log = '';
  child.stderr!.setEncoding('utf8').on('data', (text: string) => (log = (log + text).slice(-LOG_CHARACTERS)));
  const next = async (): Promise<TargetMessage> => {
    const [message] = (await Promise.race([
      once(child, 'message'),
      once(child, 'exit').then(([code]) => {
        throw new Error(`the server ended with code ${String(code)}:\n${log.slice(-3000)}`);
      }),
    ])) as [TargetMessage];
    return message;
  };
  const first = await next();
  if (!('port' in first)) throw new Error('the server did not say where it listens');
  return {
    url: `http://127.0.0.1:${first.port}`,
    folder,
    log: () => log,
    async measure() {
      child.send('measure');
      const measured = await next();
      if (!('heap' in measured)) throw new Error('the server did not say what it holds');
      return measured;
    },
    get exitCode() {
      return child.exitCode;
    },
    async stop() {
      if (child.exitCode === null && child.connected) {
        const ended = once(child, 'exit');
        child.disconnect();
        await ended;
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

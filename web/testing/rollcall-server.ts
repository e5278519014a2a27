import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { inject } from 'vitest';

export const administrator = { email: 'admin@example.org', password: 'a long enough password' };

export interface RollcallServer {
  origin: string;
  /** The one-time link that it printed, when there is no account yet. */
  setUpLink: string | null;
  /** Pictures of people of the demo company, by name of file; `stranger.jpg` is enrolled nowhere. */
  picture(name: string): string;
  pictures(): string[];
  stop(): Promise<void>;
}

const built = (program: string) => fileURLToPath(new URL(`../../dist/server/${program}.js`, import.meta.url));

/** Of the demo company. */
const TIME_ZONE = 'Europe/Berlin';

/** The data of the demo company, which is made once: that takes longer than most tests. */
async function demoData(): Promise<string> {
  const folder = join(inject('demoFolder'), 'made');
  if (!existsSync(folder)) {
    const making = mkdtempSync(`${folder}-`);
    const env = { PATH: process.env.PATH, LOG_LEVEL: 'error', TIME_ZONE };
    await promisify(execFile)(process.execPath, [built('cli/demo'), '--seed-only'], { cwd: making, env });
    // Another worker may have made it meanwhile.
    if (!existsSync(folder)) renameSync(making, folder);
  }
  return join(folder, 'data');
}

/** Nothing; an account of the administrator; or the demo company besides. */
type Holds = 'nothing' | 'administrator' | 'demo company';

/** The built server in a process of its own, with the real models and a data folder of its own that holds this. */
export async function startRollcall(holds: Holds): Promise<RollcallServer> {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-pages-'));
  const isDemo = holds === 'demo company';
  if (isDemo) {
    const data = await demoData();
    cpSync(data, join(folder, 'data'), { recursive: true });
    cpSync(join(data, '..', 'Face Images'), join(folder, 'Face Images'), { recursive: true });
  }
  const server = spawn(process.execPath, [built('main')], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      PATH: process.env.PATH,
      PORT: '0',
      LOG_LEVEL: 'error',
      ...(isDemo && { TIME_ZONE }),
      ...(holds !== 'nothing' && { ADMIN_EMAIL: administrator.email, ADMIN_PASSWORD: administrator.password }),
    },
  });
  const closed = once(server, 'close');
  const printed = await new Promise<string>((resolve, reject) => {
    let out = '';
    server.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      if (out.includes('Ctrl-C stops it.')) resolve(out);
    });
    server.once('close', () => reject(new Error(`the server ended: ${out}`)));
  });
  const pictures = join(folder, 'data', 'demo');
  return {
    origin: /Dashboard +(http:\/\/\S+?)\/\s/.exec(printed)![1]!,
    setUpLink: /http:\/\/\S+\/setup#\S+/.exec(printed)?.[0] ?? null,
    picture: (name) => join(pictures, name),
    pictures: () => readdirSync(pictures).sort(),
    async stop() {
      server.kill('SIGTERM');
      await closed;
      rmSync(folder, { recursive: true });
    },
  };
}

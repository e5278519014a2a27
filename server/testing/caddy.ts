import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { installation } from '../installation.js';
import { freePort } from './free-port.js';

/** Null where Caddy is installed, else what to do. */
export function whyNoCaddy(): string | null {
  return spawnSync('caddy', ['version']).status === 0 ? null : 'Caddy is not installed: apt-get install caddy';
}

export interface Proxy {
  url: string;
  stop(): Promise<void>;
}

/** Caddy with deploy/Caddyfile, without a certificate, before servers at these addresses of this machine. */
export async function startCaddy(ports: readonly number[], folder: string): Promise<Proxy> {
  const url = `http://127.0.0.1:${await freePort()}`;
  const caddyfile = join(installation.root, 'deploy', 'Caddyfile');
  const child = spawn('caddy', ['run', '--adapter', 'caddyfile', '--config', caddyfile], {
    env: {
      PATH: process.env.PATH,
      HOME: folder,
      CADDY_ADMIN: `unix/${join(folder, 'caddy.sock')}`,
      ROLLCALL_HOST: url,
      ROLLCALL_UPSTREAM: ports.map((port) => `127.0.0.1:${port}`).join(' '),
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (text: Buffer) => (said += text.toString()));
  const isReady = () =>
    fetch(`${url}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
  while (!(await isReady())) if (child.exitCode !== null) throw new Error(`Caddy did not start: ${said}`);
  return {
    url,
    async stop() {
      child.kill('SIGKILL');
      await once(child, 'close');
    },
  };
}

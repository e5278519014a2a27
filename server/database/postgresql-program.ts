import { spawn } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { rootCertificates } from 'node:tls';
import type pg from 'pg';
import { environmentFor } from '../config.js';
import { DomainError } from '../errors.js';
import { serverVersion } from './postgresql-connection.js';

export interface ProgramOptions {
  args: readonly string[];
  /** Connected to the database that the program shall work on. */
  client: pg.Client;
  url: string;
  /** Where Node's certificate authorities are written to for as long as the program needs them. */
  folder: string;
  signal: AbortSignal;
}

/**
 * Runs one of PostgreSQL's own programs on the database of a connection. How to connect, and the password above all, is in its
 * environment, which no other account can read, and never in its arguments. Throws DomainError where it is not installed, older
 * than the server, or fails.
 */
export async function runProgram(name: 'pg_dump' | 'pg_restore', options: ProgramOptions): Promise<void> {
  const { args, client, url, folder, signal } = options;
  await refuseOlder(name, client);
  const authorities = join(folder, 'authorities.pem');
  const environment = connectionFor(client, url, authorities);
  if (environment.PGSSLROOTCERT === authorities) await writeFile(authorities, rootCertificates.join('\n'));
  // Taken for a connection string, so that the name of the database is looked for in the environment too.
  const { code, stderr } = await run(
    name,
    ['--dbname=application_name=rollcall', ...args],
    environment,
    signal,
  ).finally(() => rm(authorities, { force: true }));
  if (code === 0) return;
  signal.throwIfAborted();
  throw new DomainError('CONFLICT', `${name} stopped: ${stderr.trim().split('\n')[0] || `exit code ${code}`}`);
}

async function refuseOlder(name: string, client: pg.Client): Promise<void> {
  const { major: version } = await serverVersion(client);
  const { stdout } = await run(name, ['--version']).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    return { stdout: '' };
  });
  const found = Number(/\(PostgreSQL\) (\d+)/.exec(stdout)?.[1] ?? 0);
  if (found >= version) return;
  throw new DomainError(
    'CONFLICT',
    `${found === 0 ? `${name} is not installed` : `${name} ${found} is older than the server`}. Install PostgreSQL's client ` +
      `programs of version ${version} (on Debian and Ubuntu: apt-get install postgresql-client-${version}).`,
  );
}

async function run(name: string, args: readonly string[], environment = {}, signal?: AbortSignal) {
  const child = spawn(name, args, { env: environmentFor(environment), stdio: ['ignore', 'pipe', 'pipe'] });
  const stop = () => child.kill();
  signal?.addEventListener('abort', stop);
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  try {
    const [code, stdout, stderr] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
    return { code, stdout, stderr };
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}

/** What pg made of the URL, in the words of libpq. Like pg, anything but `disable` and `no-verify` checks the certificate. */
function connectionFor(client: pg.Client, url: string, authorities: string): Record<string, string> {
  const asked = new URL(url).searchParams;
  const connection: Record<string, string> = {
    LC_ALL: 'C',
    PGHOST: client.host,
    PGPORT: String(client.port),
    PGUSER: client.user ?? '',
    PGDATABASE: client.database ?? '',
    PGOPTIONS: asked.get('options') ?? '',
  };
  if (client.password) connection.PGPASSWORD = client.password;
  const mode = asked.get('sslmode');
  if (mode === null) return connection;
  connection.PGSSLMODE = { disable: 'disable', 'no-verify': 'require' }[mode] ?? 'verify-full';
  for (const [setting, name] of [
    ['sslcert', 'PGSSLCERT'],
    ['sslkey', 'PGSSLKEY'],
    ['sslrootcert', 'PGSSLROOTCERT'],
  ] as const) {
    const file = asked.get(setting);
    if (file) connection[name] = file;
  }
  if (connection.PGSSLMODE === 'verify-full') connection.PGSSLROOTCERT ??= authorities;
  return connection;
}

import { appendFileSync, chownSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRoot, runProgram } from './run-program.js';

/** Where Debian's packages put the programs of each version. */
const INSTALLED = '/usr/lib/postgresql';
const DATABASE = 'rollcall';

interface ClusterOptions {
  /** An existing folder for its data. */
  folder: string;
  /** For its log and its socket. */
  runFolder: string;
  port: number;
  /** The network namespace that it runs in. */
  namespace?: string | undefined;
}

/** The folder of the newest PostgreSQL's programs that is installed; null for none. */
export function findPostgresql(): string | null {
  const versions = existsSync(INSTALLED) ? readdirSync(INSTALLED).map(Number).filter(Number.isFinite) : [];
  const folders = versions.sort((a, b) => b - a).map((version) => join(INSTALLED, `${version}`, 'bin'));
  return folders.find((folder) => existsSync(join(folder, 'pg_ctl'))) ?? null;
}

/** A PostgreSQL server of this run's own, as durable as a new one is: every commit is on disk. */
export class PostgresqlCluster {
  private readonly dataDir: string;

  constructor(private readonly options: ClusterOptions) {
    this.dataDir = join(options.folder, 'postgresql');
  }

  /** Makes it with an empty database, and starts it. */
  async create(): Promise<void> {
    const { port, runFolder } = this.options;
    mkdirSync(this.dataDir, { mode: 0o700 });
    mkdirSync(runFolder);
    if (isRoot) for (const folder of [this.dataDir, runFolder]) chownSync(folder, ...ownerIds());
    // Small segments, so that its log of changes needs room again soon.
    const initial = ['--auth=trust', '--username=postgres', '--no-sync', '--wal-segsize=1', '--encoding=UTF8'];
    await this.run('initdb', ['-D', this.dataDir, ...initial]);
    // Whoever gets at its network may use it.
    appendFileSync(join(this.dataDir, 'pg_hba.conf'), 'host all all samenet trust\n');
    await this.startWhereEnded();
    await this.run('createdb', ['-h', runFolder, '-p', `${port}`, '-U', 'postgres', DATABASE]);
  }

  /** What DATABASE_URL is to be, over the network. */
  urlAt(address: string): string {
    return `postgresql://postgres@${address}:${this.options.port}/${DATABASE}`;
  }

  /** By its socket, which no network is between. */
  get localUrl(): string {
    return `postgresql://postgres@localhost:${this.options.port}/${DATABASE}?host=${encodeURIComponent(this.options.runFolder)}`;
  }

  /** Starts it where it has ended by itself; what that left it puts right by its log. Whether it was running still. */
  async startWhereEnded(): Promise<boolean> {
    const isRunning = await this.isRunning();
    if (!isRunning) await this.control('start', ...this.howToStart());
    return isRunning;
  }

  /** As a crash: nothing is finished, nothing written. */
  async restartAtOnce(): Promise<void> {
    await this.control('restart', '-m', 'immediate', ...this.howToStart());
  }

  async stop(): Promise<void> {
    if (await this.isRunning()) await this.control('stop', '-m', 'immediate');
  }

  private isRunning(): Promise<boolean> {
    return this.control('status').then(
      () => true,
      () => false,
    );
  }

  private howToStart(): string[] {
    const { port, runFolder, namespace } = this.options;
    const settings = Object.entries({
      port,
      unix_socket_directories: runFolder,
      listen_addresses: namespace ? '*' : '127.0.0.1',
      max_connections: 60,
      shared_buffers: '32MB',
      min_wal_size: '2MB',
      max_wal_size: '16MB',
    }).map(([name, value]) => `-c ${name}=${value}`);
    return ['-o', settings.join(' '), '-l', join(runFolder, 'postgresql.log')];
  }

  private async control(what: string, ...settings: string[]): Promise<void> {
    await this.run('pg_ctl', [what, '-D', this.dataDir, ...settings]);
  }

  /** It refuses to run as root. */
  private run(program: string, args: string[]): Promise<string> {
    const { namespace } = this.options;
    const path = join(findPostgresql()!, program);
    const asOwner = isRoot ? ['runuser', '-u', ownerName(), '--', path, ...args] : [path, ...args];
    const [first, ...rest] = namespace ? ['ip', 'netns', 'exec', namespace, ...asOwner] : asOwner;
    return runProgram(first!, rest);
  }
}

/** Somebody who is not root: PostgreSQL's own account where there is one. */
const ownerLine = (): string[] => {
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  return accounts.find(([name]) => name === 'postgres') ?? accounts.find(([name]) => name === 'nobody')!;
};
const ownerName = (): string => ownerLine()[0]!;
const ownerIds = (): [number, number] => [Number(ownerLine()[2]), Number(ownerLine()[3])];

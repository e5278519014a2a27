import { fork, type ChildProcess, type Serializable } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { administrator } from '../testing/administrator.js';
import { ApiClient } from '../testing/api-client.js';
import { signIn } from '../testing/create-test-app.js';

export interface BenchServer {
  /** Signed in as an administrator. */
  admin: ApiClient;
  dataDir: string;
  process: ChildProcess;
  stop(): Promise<void>;
}

/** Of Linux: what the kernel counts processor time in. */
const TICKS_PER_SECOND = 100;

/** No limit that one machine's load would meet. */
const GENEROUS = '100000';

/** The server as it is, and with the fake engine of the tests. */
const PROGRAMS = { real: '../main.js', fake: '../testing/serve-fake-engine.js' } as const;

export interface Launched extends Pick<BenchServer, 'dataDir' | 'process' | 'stop'> {
  /** From the start of its process until it serves. */
  readyMs: number;
  /** What it said then. */
  said: string;
}

/**
 * The whole server in a process of its own, on folders of its own; `settings` are added to its environment. `prepare` gets the
 * folder of its data before it starts.
 */
export async function launch(
  engine: keyof typeof PROGRAMS,
  settings: Record<string, string> = {},
  prepare: (dataDir: string) => void = () => undefined,
): Promise<Launched> {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-bench-'));
  const dataDir = join(folder, 'data');
  mkdirSync(dataDir);
  prepare(dataDir);
  const start = performance.now();
  const child = fork(fileURLToPath(new URL(PROGRAMS[engine], import.meta.url)), {
    env: {
      ...process.env,
      DATABASE_URL: '',
      DATA_DIR: dataDir,
      FACE_IMAGES_DIR: join(folder, 'Face Images'),
      MODELS_DIR: join(folder, 'models'),
      ADMIN_EMAIL: administrator.email,
      ADMIN_PASSWORD: administrator.password,
      MAX_CONNECTIONS: GENEROUS,
      MAX_CONNECTIONS_PER_ADDRESS: GENEROUS,
      TIME_ZONE: 'UTC',
      LOG_LEVEL: 'error',
      HOST: '127.0.0.1',
      PORT: '0',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const [said] = (await once(child.stdout!, 'data')) as [Buffer];
  return {
    dataDir,
    process: child,
    readyMs: performance.now() - start,
    said: said.toString(),
    async stop() {
      await killed(child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The server with the fake engine, and its administrator. */
export async function startBenchServer(
  settings: Record<string, string> = {},
  prepare?: (dataDir: string) => void,
): Promise<BenchServer> {
  const launched = await launch('fake', settings, prepare);
  const client = new ApiClient(`http://127.0.0.1:${launched.said.trim()}`);
  return { ...launched, admin: await signIn(client, administrator) };
}

/** Resident memory of a process, in MB; null where it is not Linux. */
export function residentMb({ pid }: ChildProcess): number | null {
  if (process.platform !== 'linux') return null;
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))!;
  return Math.round(Number(kilobytes) / 1024);
}

/** How long all threads of a process have had a processor, in milliseconds, to the nearest 10; null where it is not Linux. */
export function processorMs({ pid }: ChildProcess): number | null {
  if (process.platform !== 'linux') return null;
  // After the name, which may have spaces, in brackets: field 3 on; utime and stime are 14 and 15.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ');
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS_PER_SECOND;
}

export async function killed(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

/** A program of the bench that a result is put beside: told `message`, it answers with its address, and is killed after `work`. */
export async function withPeer<T>(
  name: string,
  message: Serializable,
  work: (url: string, peer: ChildProcess) => Promise<T>,
): Promise<T> {
  const peer = fork(fileURLToPath(new URL(`./bench-peer-${name}.js`, import.meta.url)));
  try {
    peer.send(message);
    const [url] = (await once(peer, 'message')) as [string];
    return await work(url, peer);
  } finally {
    await killed(peer);
  }
}

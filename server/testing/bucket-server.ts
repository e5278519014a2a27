import {
  BucketAlreadyOwnedByYou,
  CreateBucketCommand,
  DeleteObjectCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { execFile, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { BucketSettings } from '../storage/bucket-store.js';
import { freePort } from './free-port.js';

const RINGS = ['account', 'container', 'object'] as const;
const CREDENTIALS = { accessKeyId: 'test:tester', secretAccessKey: 'testing' };
/** How many keys an answer lists at most. */
const PAGE = 10;
/** Python takes seconds to load it, on a machine that is busy more. */
const READY_WITHIN_MS = 60_000;

/** Null where OpenStack Swift is installed, else what to do. In CI it has to be. */
export function whyNoBuckets(): string | null {
  if (process.env.CI === 'true' || !spawnSync('swift-proxy-server', ['--help']).error) return null;
  return 'Swift is not installed: apt-get install swift-proxy swift-account swift-container swift-object';
}

/** OpenStack Swift on this machine, which speaks the S3 API and checks signatures, with one bucket. */
export interface BucketServer {
  settings: BucketSettings;
  /** The same for a server of ours, as settings of its environment. */
  env: NodeJS.ProcessEnv;
  /** Lets it answer again. */
  start(): Promise<void>;
  /** Nobody answers any more; what is in the bucket stays. */
  stop(): Promise<void>;
  keepVersions(): Promise<void>;
  /** Stops it; what is in the bucket goes. */
  remove(): Promise<void>;
}

export async function startBucketServer(): Promise<BucketServer> {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-bucket-'));
  const ports = { account: await freePort(), container: await freePort(), object: await freePort() };
  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  await writeSettings(folder, ports, port);
  const run = (name: string) =>
    spawn(`swift-${name}-server`, [join(folder, `${name}.conf`)], { stdio: 'ignore', env: { PATH: process.env.PATH } });
  const rings = RINGS.map(run);
  let proxy: ChildProcess | null = null;
  const settings = { name: 'faces', prefix: 'of-rollcall/', endpoint, region: 'us-east-1', credentials: CREDENTIALS };
  const client = new S3Client({ ...settings, forcePathStyle: true, maxAttempts: 1 });

  const server: BucketServer = {
    settings,
    env: {
      S3_BUCKET: settings.name,
      S3_PREFIX: settings.prefix,
      S3_ENDPOINT: endpoint,
      S3_ACCESS_KEY_ID: CREDENTIALS.accessKeyId,
      S3_SECRET_ACCESS_KEY: CREDENTIALS.secretAccessKey,
    },
    async start() {
      proxy = run('proxy');
      const until = performance.now() + READY_WITHIN_MS;
      for (;;) {
        try {
          await keepOne(client, settings.name);
          return;
        } catch (error) {
          if (performance.now() > until) throw error;
          await setTimeout(100);
        }
      }
    },
    stop: () => end(proxy),
    async keepVersions() {
      const VersioningConfiguration = { Status: 'Enabled' } as const;
      await client.send(new PutBucketVersioningCommand({ Bucket: settings.name, VersioningConfiguration }));
    },
    async remove() {
      client.destroy();
      for (const child of [proxy, ...rings]) await end(child);
      rmSync(folder, { recursive: true });
    },
  };
  try {
    await server.start();
  } catch (error) {
    await server.remove();
    throw error;
  }
  return server;
}

/** Makes the bucket and keeps something in it for a moment, which takes all four processes. */
async function keepOne(client: S3Client, Bucket: string): Promise<void> {
  try {
    await client.send(new CreateBucketCommand({ Bucket }));
  } catch (error) {
    if (!(error instanceof BucketAlreadyOwnedByYou)) throw error;
  }
  const object = { Bucket, Key: 'ready' };
  await client.send(new PutObjectCommand({ ...object, Body: 'ready' }));
  await client.send(new DeleteObjectCommand(object));
}

async function end(child: ChildProcess | null): Promise<void> {
  if (child?.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}

/** One disk, one copy of everything, one account. */
async function writeSettings(
  folder: string,
  ports: Record<(typeof RINGS)[number], number>,
  port: number,
): Promise<void> {
  const write = (name: string, lines: string[]) => writeFileSync(join(folder, name), `${lines.join('\n')}\n`);
  const common = ['[DEFAULT]', 'bind_ip = 127.0.0.1', `swift_dir = ${folder}`, 'user = root', 'workers = 0'];
  mkdirSync(join(folder, 'disks', 'one'), { recursive: true });
  write('swift.conf', [
    '[swift-hash]',
    'swift_hash_path_suffix = test',
    '[storage-policy:0]',
    'name = only',
    'default = yes',
  ]);
  for (const name of RINGS) {
    const place = [`devices = ${join(folder, 'disks')}`, 'mount_check = false', 'fallocate_reserve = 0'];
    const pipeline = [
      '[pipeline:main]',
      `pipeline = ${name}-server`,
      `[app:${name}-server]`,
      `use = egg:swift#${name}`,
    ];
    write(`${name}.conf`, [...common, `bind_port = ${ports[name]}`, ...place, ...pipeline]);
    const ring = (...args: string[]) =>
      promisify(execFile)('swift-ring-builder', [join(folder, `${name}.builder`), ...args]);
    await ring('create', '4', '1', '0');
    await ring('add', `r1z1-127.0.0.1:${ports[name]}/one`, '1');
    await ring('rebalance');
  }
  const filters = ['catch_errors', 'cache', 's3api', 'tempauth', 'copy', 'slo', 'dlo', 'symlink', 'versioned_writes'];
  const options: Record<string, string[]> = {
    cache: ['memcache_servers = 127.0.0.1:1'],
    s3api: ['location = us-east-1', `max_bucket_listing = ${PAGE}`],
    tempauth: [`user_${CREDENTIALS.accessKeyId.replace(':', '_')} = ${CREDENTIALS.secretAccessKey} .admin`],
    versioned_writes: ['allow_object_versioning = true'],
  };
  write('proxy.conf', [
    ...common,
    `bind_port = ${port}`,
    '[pipeline:main]',
    `pipeline = ${filters.join(' ')} proxy-server`,
    '[app:proxy-server]',
    'use = egg:swift#proxy',
    'account_autocreate = true',
    // Asked before the others listen it would leave them alone for a minute.
    'error_suppression_interval = 0',
    ...filters.flatMap((name) => [
      `[filter:${name}]`,
      `use = egg:swift#${name === 'cache' ? 'memcache' : name}`,
      ...(options[name] ?? []),
    ]),
  ]);
}

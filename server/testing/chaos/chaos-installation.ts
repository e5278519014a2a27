import { randomBytes } from 'node:crypto';
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseLocation } from '../../database-location.js';
import { administrator } from '../administrator.js';
import { freePort } from '../free-port.js';
import { NodeProcess } from './node-process.js';
import { OwnNetwork, type Link } from './own-network.js';
import { OwnRedis } from './own-redis.js';
import { PostgresqlCluster } from './postgresql-cluster.js';
import { SmallDisk } from './small-disk.js';

/** What an installation is made of, as far as faults want it otherwise. */
export interface Shape {
  /** One node with SQLite instead of two with PostgreSQL and Redis. */
  isSingle?: boolean;
  /** The database's data (and on SQLite everything else) on a disk of so many megabytes. */
  diskMegabytes?: number;
  /** The database in a network of its own, with a link for each node. */
  hasOwnNetwork?: boolean;
  /** Nodes whose clocks can be set. */
  hasOwnClocks?: boolean;
}

export interface ChaosInstallation {
  nodes: readonly NodeProcess[];
  database: DatabaseLocation;
  /** Settings for the commands that look at it when no node runs. */
  env: NodeJS.ProcessEnv;
  folder: string;
  postgresql: PostgresqlCluster | null;
  redis: OwnRedis | null;
  disk: SmallDisk | null;
  /** Of each node to the database. */
  links: readonly Link[];
  setClock(node: number, aheadMs: number): void;
  /** Ends everything that it started. `keep` leaves the logs. */
  remove(keep: boolean): Promise<void>;
}

const NODES = 2;
/** As much as the tests allow. */
const NO_LIMITS = { RATE_PHOTOS_PER_MINUTE: '1000000', MAX_CONNECTIONS_PER_ADDRESS: '4000' };

/** Starts a real installation in a folder of its own. */
export async function startInstallation(shape: Shape): Promise<ChaosInstallation> {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-chaos-'));
  // PostgreSQL's own account has to get to its data.
  chmodSync(folder, 0o755);
  const closers: (() => Promise<unknown>)[] = [];
  const remove = async (keep: boolean): Promise<void> => {
    // One that fails holds up none of the others.
    for (const close of closers.splice(0).reverse()) await close().catch((error: unknown) => console.error(error));
    if (!keep) rmSync(folder, { recursive: true, force: true });
  };
  try {
    return await start();
  } catch (error) {
    await remove(true);
    throw error;
  }

  async function start(): Promise<ChaosInstallation> {
    const { isSingle = false, diskMegabytes, hasOwnNetwork = false, hasOwnClocks = false } = shape;
    const count = isSingle ? 1 : NODES;
    const diskFolder = join(folder, 'disk');
    const disk = diskMegabytes ? await SmallDisk.mount(diskFolder, diskMegabytes) : null;
    if (disk) closers.push(() => disk.unmount());
    else mkdirSync(diskFolder);
    const network = hasOwnNetwork ? await OwnNetwork.create(count) : null;
    if (network) closers.push(() => network.remove());
    const postgresql = isSingle ? null : await startPostgresql(diskFolder, network?.name);
    const redis = isSingle ? null : await startRedis();

    const shared = isSingle ? diskFolder : folder;
    const common = {
      ...NO_LIMITS,
      ADMIN_EMAIL: administrator.email,
      ADMIN_PASSWORD: administrator.password,
      TEMPLATE_KEY: randomBytes(32).toString('base64'),
      FACE_IMAGES_DIR: join(shared, 'Face Images'),
      MODELS_DIR: join(shared, 'models'),
      TIME_ZONE: 'Europe/Berlin',
      LOG_LEVEL: 'warn',
      ...(redis && { REDIS_URL: redis.url }),
    };
    const clockFile = (at: number): string => join(folder, `clock-${at}`);
    const setClock = (at: number, aheadMs: number): void => writeFileSync(clockFile(at), `${aheadMs}`);
    const dataDir = (at: number): string => join(shared, `data-${at}`);
    const sqliteFile = join(dataDir(0), 'rollcall.db');
    const urlFor = (at: number): string =>
      postgresql ? postgresql.urlAt(network?.links[at]?.address ?? '127.0.0.1') : `file:${sqliteFile}`;

    const nodes: NodeProcess[] = [];
    for (let at = 0; at < count; at++) {
      if (hasOwnClocks) setClock(at, 0);
      const clock = hasOwnClocks ? { CHAOS_CLOCK_FILE: clockFile(at) } : {};
      const own = { PORT: `${await freePort()}`, DATA_DIR: dataDir(at), DATABASE_URL: urlFor(at), ...clock };
      shareSigningKey(dataDir(0), dataDir(at));
      const node = new NodeProcess({ ...common, ...own }, join(folder, `node-${at}.log`));
      closers.push(() => node.kill());
      await node.start();
      nodes.push(node);
    }
    return {
      nodes,
      database: postgresql
        ? { engine: 'postgresql', url: postgresql.localUrl, poolSize: 2 }
        : { engine: 'sqlite', file: sqliteFile },
      env: { ...common, DATA_DIR: dataDir(0), DATABASE_URL: postgresql?.localUrl ?? urlFor(0) },
      folder,
      postgresql,
      redis,
      disk,
      links: network?.links ?? [],
      setClock,
      remove,
    };
  }

  async function startPostgresql(diskFolder: string, namespace?: string): Promise<PostgresqlCluster> {
    const runFolder = join(folder, 'run');
    const postgresql = new PostgresqlCluster({ folder: diskFolder, runFolder, port: await freePort(), namespace });
    closers.push(() => postgresql.stop());
    await postgresql.create();
    return postgresql;
  }

  async function startRedis(): Promise<OwnRedis> {
    const redis = new OwnRedis(await freePort(), folder);
    closers.push(() => redis.kill());
    await redis.start();
    return redis;
  }
}

/** As docs/operations.md asks of several servers. */
function shareSigningKey(from: string, to: string): void {
  if (from === to || !existsSync(join(from, 'signing.key'))) return;
  mkdirSync(to, { mode: 0o700 });
  copyFileSync(join(from, 'signing.key'), join(to, 'signing.key'));
}

import { randomBytes, randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import { systemClock } from '../clock.js';
import { loadConfig } from '../config.js';
import { StartupError } from '../errors.js';
import { withConnection } from '../database/postgresql-connection.js';
import type { DatabaseLocation } from '../database-location.js';
import type { ApiClient } from '../testing/api-client.js';
import { createKiosk, register } from '../testing/create-test-app.js';
import { photoOf, TWINS } from '../testing/fake-face-engine.js';
import { withBenchDatabase } from './bench-attendance-postgresql.js';
import { load, MULTIPART, multipartBody, type Ask, type LoadFigures } from './bench-load.js';
import { insertAgainPostgresql, insertAgainSqlite } from './bench-checkins-raw.js';
import { processorMs, startBenchServer, withPeer, type BenchServer } from './bench-server.js';

const PEOPLE = 200;
/** Without those who look alike, who would have to enter a PIN. */
const NUMBERS = Array.from({ length: PEOPLE + TWINS.length }, (_, index) => index + 1).filter(
  (number) => !TWINS.some((twin) => twin === number),
);
const CLIENTS = 40;
/** Photographs that one request may carry. */
const BATCH = 10;
const BATCH_CLIENTS = 20;
const WARM_UP_SECONDS = 3;
const SECONDS = 10;
const DEFAULT_POSTGRESQL = 'postgresql://postgres@127.0.0.1:5432/postgres';
const DEFAULT_REDIS = 'redis://127.0.0.1:6379';

/** Check-ins and check-outs a second, each acknowledged when it is on disk. */
interface DatabaseFigures {
  /** One a request. */
  single: LoadFigures;
  /** Ten a request: `p50Ms` and `p99Ms` are of requests, the others of check-ins. */
  batched: LoadFigures;
  /** The rows of a check-in alone, one transaction each, written by the bare driver to an empty database. */
  rawPerSecond: number;
  /** Of `rawPerSecond`. */
  shareOfRaw: number;
}

export interface CheckInFigures {
  people: number;
  /** `plain` is bench-peer-plain-check-in.ts, on the same database. */
  sqlite: DatabaseFigures & { plain: LoadFigures };
  /** Two servers on one database; null where PostgreSQL and Redis do not answer. */
  postgresql: DatabaseFigures | null;
}

/**
 * Durable check-ins a second through HTTP: the whole server with a fake engine (the photo is decoded, and a copy kept), all
 * that belongs to a check-in recorded. On PostgreSQL, that of DATABASE_URL or of this machine, there are two servers. With
 * `json` the last line of stdout is CheckInFigures.
 */
export async function benchCheckIns({ json }: { json: boolean }): Promise<void> {
  const sqlite = await onSqlite();
  const why = await whyNoNodes();
  if (why) console.log(`postgresql: skipped (${why})`);
  const figures: CheckInFigures = { people: PEOPLE, sqlite, postgresql: why ? null : await onPostgresql() };
  if (json) console.log(JSON.stringify(figures));
}

async function onSqlite(): Promise<CheckInFigures['sqlite']> {
  const server = await startBenchServer(SETTINGS);
  try {
    const measured = await measure('sqlite', [server]);
    const figures = report('sqlite', measured, insertAgainSqlite(server.dataDir));
    return { ...figures, plain: await measurePlain(server.dataDir) };
  } finally {
    await server.stop();
  }
}

function measurePlain(dataDir: string): Promise<LoadFigures> {
  return withPeer('plain-check-in', dataDir, async (url, peer) => {
    const query = 'mutation ($photo: Upload!) { checkIn(photo: $photo) }';
    const ask: Ask = {
      url,
      headers: MULTIPART,
      body: multipartBody(query, {}, { photo: await photoOf(1) }),
      check: (answer) => {
        if (!answer.startsWith('{"data":{"checkIn":')) throw new Error(`not recorded: ${answer}`);
      },
    };
    const times = { warmUpSeconds: WARM_UP_SECONDS, seconds: SECONDS, processorMs: () => processorMs(peer) };
    const plain = await load({ clients: CLIENTS, ...times, next: () => ask });
    console.log(`sqlite: the packages alone ${plain.perSecond}/s, ${plain.processorMs} ms of a processor each`);
    return plain;
  });
}

async function onPostgresql(): Promise<DatabaseFigures> {
  let figures!: DatabaseFigures;
  await withBenchDatabase(
    postgresqlLocation(),
    () => systemClock.now(),
    async ({ url }) => {
      const settings = {
        ...SETTINGS,
        DATABASE_URL: url,
        REDIS_URL: process.env.REDIS_URL || DEFAULT_REDIS,
        TEMPLATE_KEY: randomBytes(32).toString('base64'),
      };
      const one = await startBenchServer(settings);
      const other = await startBenchServer(settings);
      try {
        const measured = await measure('postgresql, two servers', [one, other]);
        figures = report('postgresql', measured, await insertAgainPostgresql(url));
      } finally {
        await Promise.all([one.stop(), other.stop()]);
      }
    },
  );
  return figures;
}

/** No limit that a kiosk is held to would be met. */
const SETTINGS = { RATE_PHOTOS_PER_MINUTE: '1000000' };

type Measured = Pick<DatabaseFigures, 'single' | 'batched'>;

async function measure(name: string, running: readonly BenchServer[]): Promise<Measured> {
  const servers = running.map(({ admin }) => admin);
  const { token } = await createKiosk(servers[0]!);
  const photos: Buffer[] = [];
  for (const person of NUMBERS) {
    const answer = await register(servers[0]!, person);
    if (answer.__typename !== 'Registered') throw new Error(`person ${person} was not registered: ${answer.message}`);
    photos.push(await photoOf(person));
  }
  const crowd = new Crowd(photos, servers, token!);
  const processor = () => {
    const each = running.map(({ process }) => processorMs(process) ?? Number.NaN);
    const sum = each.reduce((one, other) => one + other, 0);
    return Number.isNaN(sum) ? null : sum;
  };
  const times = { warmUpSeconds: WARM_UP_SECONDS, seconds: SECONDS, processorMs: processor };
  const single = await load({ clients: CLIENTS, ...times, next: (client) => crowd.next(client, CLIENTS, 1) });
  const requests = await load({
    clients: BATCH_CLIENTS,
    ...times,
    next: (client) => crowd.next(client, BATCH_CLIENTS, BATCH),
  });
  const batched = {
    ...requests,
    perSecond: requests.perSecond * BATCH,
    processorMs: requests.processorMs && Math.round((requests.processorMs * 100) / BATCH) / 100,
  };
  for (const [how, { perSecond, p50Ms, p99Ms, processorMs: each }] of Object.entries({ single, batched })) {
    console.log(
      `${name}, ${how}: ${perSecond} check-ins/s, requests p50 ${p50Ms} ms, p99 ${p99Ms} ms; ${each} ms of a processor each`,
    );
  }
  return { single, batched };
}

function report(name: string, measured: Measured, rawPerSecond: number): DatabaseFigures {
  const shareOfRaw = Math.round((measured.single.perSecond / rawPerSecond) * 1000) / 1000;
  console.log(`${name}: the same rows by the bare driver ${rawPerSecond}/s; single is ${shareOfRaw} of that`);
  return { ...measured, rawPerSecond, shareOfRaw };
}

/** People who come and go, each by one client. */
class Crowd {
  private readonly isIn = new Set<number>();
  private readonly turns = new Map<number, number>();

  constructor(
    private readonly photos: readonly Buffer[],
    private readonly servers: readonly ApiClient[],
    private readonly token: string,
  ) {}

  /** The next `count` of the people of a client. */
  next(client: number, clients: number, count: number): Ask {
    const own = this.photos.map((_, person) => person).filter((person) => person % clients === client);
    const turn = this.turns.get(client) ?? 0;
    this.turns.set(client, turn + count);
    const people = Array.from({ length: count }, (_, index) => own[(turn + index) % own.length]!);
    const fields = people.map((person, index) => {
      const field = this.isIn.delete(person) ? 'checkOut' : 'checkIn';
      if (field === 'checkIn') this.isIn.add(person);
      return `_${index}: ${field}(photo: $p${index}, idempotencyKey: "${randomUUID()}") { __typename ... on Refusal { reason } }`;
    });
    const names = people.map((_, index) => `$p${index}: Upload!`);
    const photos = Object.fromEntries(people.map((person, index) => [`p${index}`, this.photos[person]!]));
    return {
      url: `${this.servers[client % this.servers.length]!.url}/graphql`,
      headers: { ...MULTIPART, authorization: `Bearer ${this.token}` },
      body: multipartBody(`mutation (${names.join(', ')}) { ${fields.join(' ')} }`, {}, photos),
      check: (answer) => {
        if (answer.split('"AttendanceRecorded"').length - 1 !== count) throw new Error(`not recorded: ${answer}`);
      },
    };
  }
}

function postgresqlLocation(): Extract<DatabaseLocation, { engine: 'postgresql' }> {
  const { database } = loadConfig();
  return database.engine === 'postgresql' ? database : { engine: 'postgresql', url: DEFAULT_POSTGRESQL, poolSize: 2 };
}

/** Null where PostgreSQL and Redis answer. */
async function whyNoNodes(): Promise<string | null> {
  const redis = new Redis(process.env.REDIS_URL || DEFAULT_REDIS, { lazyConnect: true, retryStrategy: () => null });
  redis.on('error', () => undefined);
  try {
    await withConnection(postgresqlLocation().url, () => Promise.resolve());
    await redis.connect();
    return null;
  } catch (error) {
    return error instanceof StartupError ? error.message : `Redis: ${(error as Error).message}`;
  } finally {
    redis.disconnect();
  }
}

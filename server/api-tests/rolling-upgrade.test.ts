import { randomBytes } from 'node:crypto';
import { copyFileSync, cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createClient } from 'graphql-ws';
import { afterEach, beforeEach, expect, it } from 'vitest';
import WebSocket from 'ws';
import { systemClock } from '../clock.js';
import { migratePostgresql } from '../database/migrate-postgresql.js';
import { withConnection } from '../database/postgresql-connection.js';
import { installation } from '../installation.js';
import { administrator } from '../testing/administrator.js';
import { ApiClient } from '../testing/api-client.js';
import { startCaddy, type Proxy } from '../testing/caddy.js';
import { freePort } from '../testing/free-port.js';
import { punch, register, signIn } from '../testing/create-test-app.js';
import { photoOf } from '../testing/fake-face-engine.js';
import { pairKiosk, type KioskDevice } from '../testing/kiosk-device.js';
import { startNode, type NodeProcess } from '../testing/node-process.js';
import { temporaryFolder } from '../testing/temporary-folder.js';
import { makePostgresql, type TestLocation } from '../testing/test-location.js';
import { describeBehindProxy, REDIS_URL } from '../testing/with-nodes.js';

// Two servers behind deploy/Caddyfile go from one version to the next, one after the other, while kiosks check in and
// somebody watches. The next version is this program with one more migration; the older one is this program as well, or
// what TEST_OLDER_PROGRAM names: the folder of another checkout with its dist/.

const OLDER = process.env.TEST_OLDER_PROGRAM ?? installation.root;
const KIOSKS = 2;
const PEOPLE_AT_EACH = 4;
const NEXT_MIGRATION = `
  ALTER TABLE "AttendanceEvent" ADD COLUMN "next" INTEGER NOT NULL DEFAULT 0;
  -- Long enough that somebody who reads both tables comes meanwhile.
  SELECT pg_sleep(0.3);
  ALTER TABLE "Employee" ADD COLUMN "next" TEXT;
  CREATE TABLE "Next" ("id" TEXT PRIMARY KEY, "employeeId" TEXT REFERENCES "Employee" ("id"));
  CREATE INDEX "AttendanceEvent_next" ON "AttendanceEvent" ("next");`;

/** This program as its next version would be. */
function nextVersion(folder: string): string {
  const { root, postgresqlMigrationsDir } = installation;
  cpSync(join(root, 'dist', 'server'), join(folder, 'dist', 'server'), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const about = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as object;
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ ...about, version: '99.0.0' }));
  const migrations = join(folder, 'prisma', 'postgresql', 'migrations');
  cpSync(postgresqlMigrationsDir, migrations, { recursive: true });
  mkdirSync(join(migrations, '20990101000000_next'));
  writeFileSync(join(migrations, '20990101000000_next', 'migration.sql'), NEXT_MIGRATION);
  return folder;
}

/** Watches arrivals and comes back, from the last it saw, each time its connection ends. */
class Watcher {
  readonly ids: string[] = [];
  readonly closes: { code: number; reason: string }[] = [];
  private isOver = false;
  private client: ReturnType<typeof createClient> | undefined;

  constructor(private readonly admin: ApiClient) {}

  async run(): Promise<void> {
    while (!this.isOver) {
      this.client = createClient({
        url: `${this.admin.url.replace('http', 'ws')}/graphql`,
        webSocketImpl: WebSocket,
        retryAttempts: 0,
        connectionParams: { authorization: `Bearer ${this.admin.token}` },
      });
      const events = this.client.iterate<{ attendanceRecorded: { id: string } }>({
        query: 'subscription ($after: ID) { attendanceRecorded(after: $after) { id } }',
        variables: { after: this.ids.at(-1) ?? '0' },
      });
      try {
        for await (const { data } of events) this.ids.push(data!.attendanceRecorded.id);
      } catch (error) {
        this.closes.push(error as { code: number; reason: string });
      }
    }
  }

  async stop(): Promise<void> {
    this.isOver = true;
    await this.client?.dispose();
  }
}

describeBehindProxy('an upgrade of one server after the other', () => {
  let location: TestLocation;
  let folder: string;
  let proxy: Proxy;
  const nodes: NodeProcess[] = [];
  beforeEach(async () => {
    folder = temporaryFolder();
    location = await makePostgresql();
    const { url } = location;
    await migratePostgresql({ url, migrationsDir: join(OLDER, 'prisma/postgresql/migrations'), now: systemClock.now });
    // Everybody may punch as often as they like.
    await withConnection(url, (client) => client.query('UPDATE "Site" SET "minimumPunchIntervalSeconds" = 0'));
  });
  afterEach(async () => {
    for (const node of nodes) node.kill();
    await proxy?.stop();
    await location.drop();
  });

  const key = randomBytes(32).toString('base64');
  /** Starts a server, and gives where it says how much it has done. */
  const start = async (name: string, program: string, port: number): Promise<NodeProcess & { metrics: string }> => {
    const dataDir = join(folder, name);
    mkdirSync(dataDir, { recursive: true });
    const metricsPort = await freePort();
    const node = await startNode(program, port, {
      DATABASE_URL: location.url,
      REDIS_URL,
      TEMPLATE_KEY: key,
      DATA_DIR: dataDir,
      FACE_IMAGES_DIR: join(folder, 'Face Images'),
      MODELS_DIR: join(folder, 'models'),
      TRUST_PROXY: '127.0.0.1',
      ADMIN_EMAIL: administrator.email,
      ADMIN_PASSWORD: administrator.password,
      RATE_PHOTOS_PER_MINUTE: '100000',
      TIME_ZONE: 'UTC',
      LOG_LEVEL: 'error',
      METRICS_PORT: String(metricsPort),
    });
    nodes.push(node);
    return { ...node, metrics: `http://127.0.0.1:${metricsPort}/metrics` };
  };
  /** Until the proxy has found a server and sends kiosks there: only then may the other one go. */
  const isInUse = ({ metrics }: { metrics: string }) =>
    expect
      .poll(async () => (await fetch(metrics)).text(), { timeout: 30_000 })
      .toMatch(/^rollcall_punches_total\{.*\} [1-9]/m);

  it('fails no request, loses no event and leaves no gap for who watches', async () => {
    const ports = [await freePort(), await freePort()] as const;
    const a = await start('a', OLDER, ports[0]);
    mkdirSync(join(folder, 'b'));
    copyFileSync(join(folder, 'a', 'signing.key'), join(folder, 'b', 'signing.key'));
    const b = await start('b', OLDER, ports[1]);
    proxy = await startCaddy(ports, folder);
    const anonymous = new ApiClient(proxy.url);
    const admin = await signIn(anonymous, administrator);
    const kiosks = await Promise.all(
      Array.from({ length: KIOSKS }, (_, index) =>
        pairKiosk({ anonymous, admin, clock: systemClock }, { name: `Kiosk ${index}` }),
      ),
    );
    const photos = await Promise.all(Array.from({ length: KIOSKS * PEOPLE_AT_EACH }, (_, index) => photoOf(index + 1)));
    for (let person = 1; person <= photos.length; person++) await register(admin, person, { checkIn: false });

    const watcher = new Watcher(admin);
    const watching = watcher.run();
    const acknowledged: string[] = [];
    const failures: string[] = [];
    let slowestMs = 0;
    let isOver = false;
    const press = async (kiosk: KioskDevice, own: readonly Buffer[]): Promise<void> => {
      for (let turn = 0; !isOver; turn++) {
        const field = Math.floor(turn / own.length) % 2 === 0 ? 'checkIn' : 'checkOut';
        const begun = performance.now();
        try {
          const answer = await punch(kiosk, field, own[turn % own.length]!);
          if (answer.__typename === 'AttendanceRecorded') acknowledged.push(answer.event.id);
          else failures.push(answer.reason);
        } catch (error) {
          failures.push(String(error));
        }
        slowestMs = Math.max(slowestMs, performance.now() - begun);
      }
    };
    const pressing = kiosks.map((kiosk, index) =>
      press(kiosk, photos.slice(index * PEOPLE_AT_EACH, (index + 1) * PEOPLE_AT_EACH)),
    );
    const morePunches = () => {
      const before = acknowledged.length;
      return expect.poll(() => acknowledged.length, { timeout: 30_000 }).toBeGreaterThan(before + 20);
    };

    await morePunches();
    const next = nextVersion(join(folder, 'next'));
    expect(await b.stop()).toBe(0);
    await morePunches();
    // Both versions at the same time.
    await isInUse(await start('b', next, ports[1]));
    await morePunches();
    expect(await a.stop()).toBe(0);
    await morePunches();
    await isInUse(await start('a', next, ports[0]));
    await morePunches();
    isOver = true;
    await Promise.all(pressing);

    expect(failures).toEqual([]);
    const recorded = await withConnection(location.url, async (client) => {
      const { rows } = await client.query<{ id: string }>('SELECT id FROM "AttendanceEvent" ORDER BY sequence');
      return rows.map(({ id }) => id);
    });
    expect([...recorded].sort()).toEqual([...acknowledged].sort());
    await expect.poll(() => watcher.ids.length, { timeout: 10_000 }).toBe(recorded.length);
    expect(watcher.ids).toEqual(recorded);
    await watcher.stop();
    await watching;
    expect(watcher.closes.map(({ code }) => code)).toEqual(watcher.closes.map(() => 1001));
    expect(watcher.closes.length).toBeGreaterThan(0);
    expect(slowestMs).toBeLessThan(5_000);
    console.info(
      `${recorded.length} punches, the slowest ${Math.round(slowestMs)} ms; ${watcher.closes.length} reconnections`,
    );
  }, 180_000);
});

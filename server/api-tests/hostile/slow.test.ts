import { createConnection, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EngineAbandonedError } from '../../recognition/engine-errors.js';
import { presentScope } from '../../request-scope.js';
import { ApiClient, file } from '../../testing/api-client.js';
import { createTestApp, type TestApp } from '../../testing/create-test-app.js';
import { FakeFaceEngine, photoOf } from '../../testing/fake-face-engine.js';
import { startTarget } from '../../testing/fuzz/target-process.js';
import { expectAlive, speak } from '../../testing/hostile.js';

const TIMING = { headersTimeoutMs: 500, requestTimeoutMs: 2_000, connectionCheckMs: 100, bodyCheckMs: 300 };

describe('a slow client is cut off, and the server goes on', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await createTestApp({ timing: TIMING });
  });
  afterAll(() => test.stop());

  const head = (lines: readonly string[]) => `${lines.join('\r\n')}\r\n\r\n`;
  const token = () => `Authorization: Bearer ${test.admin.token}`;
  const upload = () =>
    head([
      'POST /graphql HTTP/1.1',
      'Host: x',
      token(),
      'Content-Type: multipart/form-data; boundary=b',
      'Content-Length: 1000000',
    ]);
  const PART =
    '--b\r\nContent-Disposition: form-data; name="operations"\r\n\r\n{"query":"mutation ($p: Upload!) { recognize(photo: $p) { __typename } }","variables":{"p":null}}\r\n--b\r\nContent-Disposition: form-data; name="map"\r\n\r\n{"0":["variables.p"]}\r\n--b\r\nContent-Disposition: form-data; name="0"; filename="a"\r\n\r\n';

  it.each([
    ['one that says nothing', () => [], 408],
    ['one that sends a header a letter at a time', () => ['GET /', ...Array<string>(60).fill('a')], 408],
    [
      'one whose headers never end',
      () => ['GET / HTTP/1.1\r\nHost: x\r\n', ...Array.from({ length: 60 }, (_, n) => `X-${n}: a\r\n`)],
      408,
    ],
    [
      'one whose JSON comes a letter at a time',
      () => [
        head(['POST /graphql HTTP/1.1', 'Host: x', 'Content-Type: application/json', 'Content-Length: 5000']),
        ...Array<string>(60).fill('{'),
      ],
      0,
    ],
    ['one whose upload stops', () => [upload() + PART, 'x'.repeat(2000)], 0],
    ['one whose upload trickles', () => [upload() + PART, ...Array<string>(60).fill('x')], 0],
    [
      'one whose chunks trickle',
      () => [
        head(['POST /graphql HTTP/1.1', 'Host: x', 'Content-Type: application/json', 'Transfer-Encoding: chunked']),
        ...Array<string>(60).fill('1\r\n{\r\n'),
      ],
      0,
    ],
  ])('%s', async (_name, parts, status) => {
    const outcome = await speak(test.anonymous.url, parts(), { pauseMs: 50, waitMs: 20_000 });
    expect(outcome.status).toBe(status);
    expect(outcome.ms).toBeLessThan(15_000);
    await expectAlive(test.anonymous);
  });
});

describe('a photo that nobody waits for any more', () => {
  const RECOGNIZE = 'mutation ($photo: Upload!) { recognize(photo: $photo) { __typename } }';

  it('is given up when its sender has gone', async () => {
    const engine = new WaitingEngine();
    const test = await createTestApp({ engine: async () => engine });
    const leave = new AbortController();
    const form = new FormData();
    form.append('operations', JSON.stringify({ query: RECOGNIZE, variables: { photo: null } }));
    form.append('map', '{"0":["variables.photo"]}');
    form.append('0', file(await photoOf(1)));
    const headers = { authorization: `Bearer ${test.admin.token}` };
    const asked = fetch(`${test.admin.url}/graphql`, { method: 'POST', headers, body: form, signal: leave.signal });
    await expect.poll(() => engine.begun).toBe(1);
    leave.abort();
    await expect(asked).rejects.toThrow();
    await expect.poll(() => engine.abandoned).toBe(1);
    await test.stop();
  });

  it('is given up when the time for its answer is over, and its sender is told so', async () => {
    const engine = new WaitingEngine();
    const test = await createTestApp({ engine: async () => engine, timing: { operationTimeoutMs: 300 } });
    const { errors } = await test.admin.send(RECOGNIZE, { photo: file(await photoOf(1)) });
    expect(errors?.[0]?.extensions.code).toBe('TIMEOUT');
    expect(engine.abandoned).toBe(1);
    await test.stop();
  });
});

describe('connections', () => {
  it('beyond so many from one address are closed, and others are served', async () => {
    const test = await createTestApp({ env: { MAX_CONNECTIONS_PER_ADDRESS: '50' } });
    const crowd = await open(test.anonymous.url, 300, '127.0.0.3');
    await settle(crowd);
    expect(crowd.filter((socket) => !socket.destroyed && socket.readyState === 'open').length).toBeLessThanOrEqual(50);
    await expectAlive(test.anonymous);
    crowd.forEach((socket) => socket.destroy());
    await test.stop();
  });

  it('beyond so many in all are closed, and the server goes on once they have gone', async () => {
    const test = await createTestApp({ env: { MAX_CONNECTIONS: '60', MAX_CONNECTIONS_PER_ADDRESS: '100' } });
    const crowd = await open(test.anonymous.url, 200, '127.0.0.4');
    await settle(crowd);
    expect(crowd.filter(({ readyState }) => readyState === 'open').length).toBeLessThanOrEqual(60);
    crowd.forEach((socket) => socket.destroy());
    await expect
      .poll(() =>
        expectAlive(test.anonymous).then(
          () => true,
          () => false,
        ),
      )
      .toBe(true);
    await test.stop();
  });

  it('10,000 idle ones do not keep the server from answering, and are gone soon', async () => {
    const target = await startTarget(
      { MAX_CONNECTIONS: '12000', MAX_CONNECTIONS_PER_ADDRESS: '12000' },
      { headersTimeoutMs: 20_000 },
    );
    const client = new ApiClient(target.url);
    const crowd = await open(target.url, 10_000, '127.0.0.5');
    const start = performance.now();
    await expectAlive(client);
    const ms = performance.now() - start;
    const held = crowd.filter(({ readyState }) => readyState === 'open').length;
    const { rss } = await target.measure();
    console.log(
      `${held} idle connections held; an answer among them after ${Math.round(ms)} ms; ${Math.round(rss / 2 ** 20)} MB`,
    );
    expect(held).toBeGreaterThan(9_000);
    expect(ms).toBeLessThan(5_000);
    // Nobody sends headers, so the time for them runs out.
    await expect.poll(() => crowd.filter((socket) => !socket.destroyed).length, { timeout: 60_000 }).toBe(0);
    await expectAlive(client);
    await target.stop();
  }, 150_000);
});

/** Works on a photo until nobody waits for it. */
class WaitingEngine extends FakeFaceEngine {
  begun = 0;
  abandoned = 0;

  override analyze(): Promise<never> {
    this.begun++;
    return new Promise((_resolve, reject) => {
      presentScope()!.signal.addEventListener('abort', () => {
        this.abandoned++;
        reject(new EngineAbandonedError());
      });
    });
  }
}

/** Opens connections and says nothing on them; some may be closed at once. */
async function open(url: string, count: number, localAddress: string): Promise<Socket[]> {
  const sockets: Socket[] = [];
  const port = Number(new URL(url).port);
  while (sockets.length < count) {
    const batch = Array.from({ length: Math.min(250, count - sockets.length) }, () =>
      createConnection({ port, host: '127.0.0.1', localAddress })
        .on('error', () => undefined)
        .resume(),
    );
    await Promise.all(
      batch.map((socket) => new Promise((resolve) => socket.once('connect', resolve).once('close', resolve))),
    );
    sockets.push(...batch);
  }
  return sockets;
}

/** Waits until the number of open connections stays what it is. */
async function settle(sockets: readonly Socket[]): Promise<void> {
  const count = () => sockets.filter(({ readyState }) => readyState === 'open').length;
  for (let before = -1; before !== count();) {
    before = count();
    await wait(300);
  }
}

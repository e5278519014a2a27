import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadConfig } from '../config.js';
import { createKiosk, createTestApp, punch, register, type TestApp } from '../testing/create-test-app.js';
import { photoOf } from '../testing/fake-face-engine.js';

const TOKEN = 'a token for scraping';

let test: TestApp;
let address: string;
afterEach(() => test.stop());

const ask = (headers: Record<string, string> = {}, path = '/metrics') => fetch(`${address}${path}`, { headers });

async function start(env: NodeJS.ProcessEnv): Promise<void> {
  test = await createTestApp({ env });
  address = `http://127.0.0.1:${await test.app.serveMetrics()}`;
}

describe('the metrics', () => {
  beforeEach(() => start({ METRICS_PORT: '0' }));

  it('count punches, refusals, operations, recognition and writes, and name nobody', async () => {
    const kiosk = await createKiosk(test.admin, { name: 'Secret door' });
    const { employee } = await register(test.admin, 1);
    await punch(kiosk, 'checkIn', await photoOf(1));
    await punch(kiosk, 'checkIn', await photoOf(2));
    await punch(test.anonymous, 'checkIn', await photoOf(1)).catch(() => null);
    const text = await (await ask()).text();
    const line = (start: string) =>
      Number(
        text
          .split('\n')
          .find((each) => each.startsWith(start))
          ?.split(' ')
          .at(-1),
      );
    expect(line('rollcall_punches_total{kind="CHECK_IN",method="FACE"}')).toBe(1);
    expect(line('rollcall_refusals_total{operation="checkIn",reason="UNKNOWN_FACE"}')).toBe(1);
    const operation = 'rollcall_operation_duration_seconds_count{kind="mutation",operation=';
    expect(line(`${operation}"checkIn",outcome="ok"}`)).toBe(1);
    expect(line(`${operation}"checkIn",outcome="no"}`)).toBe(1);
    expect(line('rollcall_recognition_duration_seconds_count{step="analyze",outcome="ok"}')).toBe(4);
    expect(line('rollcall_recognition_under_way')).toBe(0);
    expect(line('rollcall_database_write_duration_seconds_count{outcome="ok"}')).toBeGreaterThan(3);
    expect(line('rollcall_database_writes_under_way')).toBe(0);
    expect(line('rollcall_gallery_people')).toBe(1);
    expect(line('rollcall_subscriptions_open')).toBe(0);
    expect(line('rollcall_jobs{state="QUEUED"}')).toBeGreaterThan(0);
    expect(line('rollcall_http_request_duration_seconds_count{route="graphql",status="2xx"}')).toBeGreaterThan(3);
    expect(text).toContain('process_cpu_seconds_total');
    for (const secret of [employee.id, employee.name, employee.imageId, kiosk.kioskId, 'Secret', '127.0.0.1']) {
      expect(text).not.toContain(secret);
    }
  });

  it('are on a port of their own, and nothing else is', async () => {
    expect((await ask({}, '/graphql')).status).toBe(404);
    expect((await ask()).headers.get('content-type')).toContain('text/plain');
  });

  it('have a live-check beside them on the port of the server', async () => {
    expect(await (await fetch(new URL('/livez', test.anonymous.url))).json()).toEqual({ status: 'live' });
  });
});

it('are shown to nobody without the token where there is one', async () => {
  await start({ METRICS_PORT: '0', METRICS_TOKEN: TOKEN });
  expect((await ask()).status).toBe(401);
  expect((await ask({ Authorization: 'Bearer another' })).status).toBe(401);
  expect((await ask({ Authorization: `Bearer ${TOKEN}` })).status).toBe(200);
});

it('are not there unless asked for', async () => {
  test = await createTestApp();
  expect(await test.app.serveMetrics()).toBeNull();
});

it('want a token where others reach them', async () => {
  test = await createTestApp();
  expect(() => loadConfig({ METRICS_PORT: '9464', METRICS_HOST: '0.0.0.0' })).toThrow('METRICS_TOKEN: set one');
});

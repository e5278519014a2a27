import { randomBytes } from 'node:crypto';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createKiosk, createTestApp, punch, register, type TestApp } from '../testing/create-test-app.js';
import { photoOf } from '../testing/fake-face-engine.js';
import { makePostgresql, onServer } from '../testing/test-location.js';
import { describeWithNodes, REDIS_URL } from '../testing/with-nodes.js';

// Two servers on one database, as behind a proxy that sends each request to either. Redis tells them of each other.

const SOON_MS = 1_000;

describeWithNodes('two servers of one installation', () => {
  let location: Awaited<ReturnType<typeof makePostgresql>>;
  let one: TestApp;
  let other: TestApp;
  beforeAll(async () => {
    location = await makePostgresql(process.env.TEST_POSTGRESQL_TEMPLATE);
    const env = { DATABASE_URL: location.url, REDIS_URL, TEMPLATE_KEY: randomBytes(32).toString('base64') };
    one = await createTestApp({ env });
    other = await createTestApp({ env });
  });
  afterAll(async () => {
    await Promise.all([one?.stop(), other?.stop()]);
    await location?.drop();
  });

  /** Asks until the answer is as wanted; how long that took. */
  const timeUntil = async (isSo: () => Promise<boolean>): Promise<number> => {
    const start = performance.now();
    while (!(await isSo())) {
      if (performance.now() - start > 10 * SOON_MS) throw new Error('it did not come about');
    }
    return performance.now() - start;
  };
  const recognized = async (test: TestApp, kiosk: Awaited<ReturnType<typeof createKiosk>>, person: number) => {
    const answer = await punch(test.anonymous.as(kiosk.token), 'punch', await photoOf(person));
    return answer.__typename === 'AttendanceRecorded' ? answer.event.employee.name : answer.reason;
  };

  it('recognise at one who was enrolled at the other', async () => {
    const kiosk = await createKiosk(one.admin, { name: 'Enrolled at one' });
    expect(await recognized(other, kiosk, 1)).toBe('UNKNOWN_FACE');
    await register(one.admin, 1);
    expect(await timeUntil(async () => (await recognized(other, kiosk, 1)) === 'Person 1')).toBeLessThan(SOON_MS);
  });

  it('show at one what was punched at the other', async () => {
    const kiosk = await createKiosk(one.admin, { name: 'Shown' });
    await register(one.admin, 2);
    const client = other.admin.socket();
    const stream = client.iterate<{ attendanceRecorded: { employee: { name: string } } }>({
      query: 'subscription { attendanceRecorded { employee { name } } }',
    });
    const next = stream.next();
    await timeUntil(async () => {
      await recognized(one, kiosk, 2);
      return (await Promise.race([next, Promise.resolve(null)])) !== null;
    });
    expect((await next).value?.data?.attendanceRecorded.employee.name).toBe('Person 2');
    await client.dispose();
  });

  it('refuse at one whose face was erased at the other', async () => {
    const kiosk = await createKiosk(one.admin, { name: 'Erased' });
    const { employee } = await register(one.admin, 3);
    await timeUntil(async () => (await recognized(other, kiosk, 3)) === 'Person 3');
    await one.admin.ask('mutation ($id: ID!) { eraseFace(employeeId: $id) { id } }', { id: employee.id });
    expect(await timeUntil(async () => (await recognized(other, kiosk, 3)) === 'UNKNOWN_FACE')).toBeLessThan(SOON_MS);
  });

  it('go on without Redis, by looking once a second', async () => {
    const kiosk = await createKiosk(one.admin, { name: 'Without Redis' });
    const redis = new Redis(REDIS_URL);
    await redis.client('KILL', 'TYPE', 'normal');
    await redis.client('KILL', 'TYPE', 'pubsub');
    redis.disconnect();
    await register(one.admin, 4);
    expect(await timeUntil(async () => (await recognized(other, kiosk, 4)) === 'Person 4')).toBeLessThan(3 * SOON_MS);
  });

  it('start beside each other, but not beside one that wants the database alone', async () => {
    const alone = createTestApp({ env: { DATABASE_URL: location.url } });
    await expect(alone).rejects.toThrow('set REDIS_URL at each of them');
  });

  it('say at /readyz while the database lets nobody in', async () => {
    const isReady = async () => (await fetch(`${one.anonymous.url}/readyz`)).status;
    expect(await isReady()).toBe(200);
    const allow = (isAllowed: boolean) => onServer(`ALTER DATABASE "${location.name}" ALLOW_CONNECTIONS ${isAllowed}`);
    await allow(false);
    try {
      await onServer(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${location.name}'`);
      await expect.poll(isReady, { timeout: 10_000 }).toBe(503);
    } finally {
      await allow(true);
    }
    await expect.poll(isReady, { timeout: 10_000 }).toBe(200);
  });
});

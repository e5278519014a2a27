import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ApiClient } from '../testing/api-client.js';
import { startCaddy, type Proxy } from '../testing/caddy.js';
import { createKiosk, createTestApp, punch, register, type TestApp } from '../testing/create-test-app.js';
import { photoOf } from '../testing/fake-face-engine.js';
import { makePostgresql, type TestLocation } from '../testing/test-location.js';
import { describeBehindProxy, REDIS_URL } from '../testing/with-nodes.js';

// Two servers behind deploy/Caddyfile: nobody knows which of them answers.

const SOON_MS = 1_000;
/** Asked at the same time, they come to either server. */
const AT_ONCE = 4;

describeBehindProxy('two servers behind a proxy', () => {
  let location: TestLocation;
  const nodes: TestApp[] = [];
  let proxy: Proxy;
  let admin: ApiClient;
  beforeAll(async () => {
    location = await makePostgresql(process.env.TEST_POSTGRESQL_TEMPLATE);
    const key = randomBytes(32).toString('base64');
    const env = { DATABASE_URL: location.url, REDIS_URL, TEMPLATE_KEY: key, TRUST_PROXY: '127.0.0.1' };
    nodes.push(await createTestApp({ env }), await createTestApp({ env }));
    const ports = nodes.map(({ anonymous }) => Number(new URL(anonymous.url).port));
    proxy = await startCaddy(ports, nodes[0]!.folder);
    admin = new ApiClient(proxy.url, nodes[0]!.admin.token);
  });
  afterAll(async () => {
    await proxy?.stop();
    await Promise.all(nodes.map((node) => node.stop()));
    await location?.drop();
  });

  /** Whoever is recognised has checked in with the first of the photos. */
  const isKnown = async (kiosk: ApiClient, photo: Buffer): Promise<boolean> => {
    const answer = await punch(kiosk, 'checkIn', photo);
    if (answer.__typename === 'AttendanceRecorded' || answer.reason === 'ALREADY_CHECKED_IN') return true;
    if (answer.reason === 'UNKNOWN_FACE') return false;
    throw new Error(answer.reason);
  };
  /** How long it takes until every server that is asked knows somebody, or none does. */
  const timeUntilAll = async (wanted: 'know' | 'forgot', kiosk: ApiClient, person: number): Promise<number> => {
    const [start, photo] = [performance.now(), await photoOf(person)];
    for (;;) {
      const waited = performance.now() - start;
      const answers = await Promise.all(Array.from({ length: AT_ONCE }, () => isKnown(kiosk, photo)));
      if (answers.every((known) => known === (wanted === 'know'))) return waited;
      if (waited > 10 * SOON_MS) throw new Error(`it did not come about: ${answers.join(', ')}`);
    }
  };

  it('send requests to both', async () => {
    const kiosk = await createKiosk(admin, { name: 'Both' });
    const sockets = Array.from({ length: 4 }, () => admin.socket());
    const streams = sockets.map((socket) => socket.iterate({ query: 'subscription { attendanceRecorded { id } }' }));
    const firsts = streams.map((stream) => stream.next());
    await expect.poll(() => nodes.map(({ app }) => app.web.countOpen().operations)).toEqual([2, 2]);
    await register(admin, 1, { checkIn: false });
    await timeUntilAll('know', kiosk, 1);
    // A check-in at either, seen at both.
    const seen = await Promise.all(firsts);
    const ids = seen.map(({ value }) => (value?.data as { attendanceRecorded: { id: string } }).attendanceRecorded.id);
    expect(new Set(ids).size).toBe(1);
    for (const socket of sockets) await socket.dispose();
  });

  it('recognise at either who was enrolled at one, and refuse whose face was erased, within a second', async () => {
    const kiosk = await createKiosk(admin, { name: 'Soon' });
    expect(await timeUntilAll('forgot', kiosk, 2)).toBeLessThan(SOON_MS);
    const { employee } = await register(admin, 2, { checkIn: false });
    expect(await timeUntilAll('know', kiosk, 2)).toBeLessThan(SOON_MS);
    await admin.ask('mutation ($id: ID!) { eraseFace(employeeId: $id) { id } }', { id: employee.id });
    expect(await timeUntilAll('forgot', kiosk, 2)).toBeLessThan(SOON_MS);
  });
});

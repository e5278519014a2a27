import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiClient } from '../testing/api-client.js';
import {
  createKiosk,
  createTestApp,
  punch,
  register,
  type PunchAnswer,
  type TestApp,
} from '../testing/create-test-app.js';
import { photoOf } from '../testing/fake-face-engine.js';

let test: TestApp;
let door: ApiClient;
beforeAll(async () => {
  test = await createTestApp();
  door = await createKiosk(test.admin);
});
afterAll(() => test.stop());

const FIELDS = `__typename
  ... on AttendanceRecorded { event { id kind method at employee { id } } match { distance } }
  ... on Refusal { reason message }`;

async function byPin(client: ApiClient, variables: object, field = 'punchByPin'): Promise<PunchAnswer> {
  const query = `mutation ($number: Int!, $pin: String!, $key: ID, $deferred: DeferredPunch) {
    answer: ${field}(number: $number, pin: $pin, idempotencyKey: $key, deferred: $deferred) { ${FIELDS} } }`;
  return (await client.ask<{ answer: PunchAnswer }>(query, { ...variables })).answer;
}

async function byBadge(client: ApiClient, variables: object, field = 'punchByBadge'): Promise<PunchAnswer> {
  const query = `mutation ($badge: String!, $pin: String, $key: ID, $deferred: DeferredPunch) {
    answer: ${field}(badge: $badge, pin: $pin, idempotencyKey: $key, deferred: $deferred) { ${FIELDS} } }`;
  return (await client.ask<{ answer: PunchAnswer }>(query, { ...variables })).answer;
}

let people = 0;
/** Somebody new, with a PIN and a badge. */
async function somebody(pin = '480215') {
  const { employee } = await register(test.admin, ++people);
  await test.admin.ask('mutation ($id: ID!, $pin: String) { setEmployeePin(id: $id, pin: $pin) { id } }', {
    id: employee.id,
    pin,
  });
  const { issueBadge } = await test.admin.ask<{ issueBadge: { code: string } }>(
    'mutation ($id: ID!) { issueBadge(employeeId: $id) { code } }',
    { id: employee.id },
  );
  return { id: employee.id, number: employee.number, pin, badge: issueBadge.code, person: people };
}

describe('without a face', () => {
  it('people come and go by number and PIN, which the log says', async () => {
    const { id, number, pin } = await somebody();
    expect(await byPin(door, { number, pin }, 'checkInByPin')).toMatchObject({
      event: { kind: 'CHECK_IN', method: 'PIN', employee: { id } },
      match: null,
    });
    test.clock.forward(10);
    expect(await byPin(door, { number, pin }, 'checkInByPin')).toMatchObject({ reason: 'ALREADY_CHECKED_IN' });
    expect(await byPin(door, { number, pin }, 'checkOutByPin')).toMatchObject({ event: { kind: 'CHECK_OUT' } });
  });

  it('people come and go by their badge, until it is withdrawn or replaced', async () => {
    const { id, badge } = await somebody();
    expect(await byBadge(door, { badge: `${badge}\n` })).toMatchObject({
      event: { kind: 'CHECK_IN', method: 'BADGE', employee: { id } },
    });
    test.clock.forward(10);
    const { issueBadge } = await test.admin.ask<{ issueBadge: { code: string; employee: { hasBadge: boolean } } }>(
      'mutation ($id: ID!) { issueBadge(employeeId: $id) { code employee { hasBadge } } }',
      { id },
    );
    expect(issueBadge.employee.hasBadge).toBe(true);
    expect(await byBadge(door, { badge })).toMatchObject({ reason: 'UNKNOWN_BADGE' });
    expect(await byBadge(door, { badge: issueBadge.code })).toMatchObject({ event: { kind: 'CHECK_OUT' } });
    await test.admin.ask('mutation ($id: ID!) { withdrawBadge(employeeId: $id) { hasBadge } }', { id });
    expect(await byBadge(door, { badge: issueBadge.code })).toMatchObject({ reason: 'UNKNOWN_BADGE' });
  });

  it('a key gives the first answer again', async () => {
    const { number, pin } = await somebody();
    const first = await byPin(door, { number, pin, key: 'press' });
    expect((await byPin(door, { number, pin, key: 'press' })).event.id).toBe(first.event.id);
    await expect(byBadge(door, { badge: 'x', key: 'press' }, 'checkInByBadge')).rejects.toThrow('another kind');
  });

  it('managers hand badges out, kiosks do not', async () => {
    const { id } = await somebody();
    await expect(door.ask('mutation ($id: ID!) { issueBadge(employeeId: $id) { code } }', { id })).rejects.toThrow(
      'MANAGER',
    );
  });
});

describe('a wrong PIN', () => {
  it('is answered alike for a number that nobody has and for one without a PIN', async () => {
    const { number } = await somebody();
    const { employee } = await register(test.admin, 29);
    const answers = [
      await byPin(door, { number, pin: '135790' }),
      await byPin(door, { number: 99_999, pin: '135790' }),
      await byPin(door, { number: employee.number, pin: '135790' }),
    ];
    expect(new Set(answers.map(({ reason, message }) => `${reason} ${message}`)).size).toBe(1);
    expect(answers[0]).toMatchObject({ reason: 'WRONG_PIN' });
  });

  it('five times shuts its owner out at that kiosk for a while, and nowhere else', async () => {
    const { number, pin, badge } = await somebody();
    const back = await createKiosk(test.admin, { name: 'Back door' });
    for (let guess = 0; guess < 5; guess++) await byPin(door, { number, pin: `13579${guess}` });
    expect(await byPin(door, { number, pin })).toMatchObject({ reason: 'PIN_LOCKED' });
    expect(await byPin(back, { number, pin })).toMatchObject({ event: { kind: 'CHECK_IN' } });
    test.clock.forward(2);
    expect(await byBadge(door, { badge })).toMatchObject({ event: { kind: 'CHECK_OUT' } });
    test.clock.forward(15);
    expect(await byPin(door, { number, pin })).toMatchObject({ event: { kind: 'CHECK_IN' } });
  });

  it('counts on over restarts', async () => {
    const { number, pin } = await somebody();
    const dock = await createKiosk(test.admin, { name: 'Dock' });
    const reasons: string[] = [];
    for (let guess = 0; guess < 6; guess++) {
      await test.restart();
      reasons.push((await byPin(test.anonymous.as(dock.token), { number, pin: `13579${guess}` })).reason);
    }
    expect(reasons).toEqual([...Array(5).fill('WRONG_PIN'), 'PIN_LOCKED']);
    await test.restart();
    expect(await byPin(test.anonymous.as(dock.token), { number, pin })).toMatchObject({ reason: 'PIN_LOCKED' });
    test.clock.forward(15);
    expect(await byPin(test.anonymous.as(dock.token), { number, pin })).toMatchObject({ event: { kind: 'CHECK_IN' } });
    door = test.anonymous.as(door.token);
  });

  it('tried with one number after the other ends after fifty, while badges still work', async () => {
    const { number, pin, badge } = await somebody();
    const side = await createKiosk(test.admin, { name: 'Side door' });
    const reasons: string[] = [];
    for (let guess = 0; guess < 51; guess++) {
      reasons.push((await byPin(side, { number: 10_000 + guess, pin: '135790' })).reason);
    }
    expect(reasons).toEqual([...Array(50).fill('WRONG_PIN'), 'PIN_LOCKED']);
    expect(await byPin(side, { number, pin })).toMatchObject({ reason: 'PIN_LOCKED' });
    expect(await byBadge(side, { badge })).toMatchObject({ event: { method: 'BADGE' } });
  });
});

describe('a kiosk that wants more', () => {
  it('takes a face only with the PIN, and a badge likewise', async () => {
    const both = await createKiosk(test.admin, { name: 'Vault', identification: 'FACE_AND_PIN' });
    const { number, pin, badge, person } = await somebody();
    expect(await byPin(both, { number, pin })).toMatchObject({ reason: 'NOT_ACCEPTED_HERE' });
    expect(await byBadge(both, { badge })).toMatchObject({ reason: 'PIN_REQUIRED' });
    expect(await byBadge(both, { badge, pin })).toMatchObject({ event: { kind: 'CHECK_IN', method: 'BADGE' } });
    test.clock.forward(10);
    const photo = await photoOf(person);
    expect(await punch(both, 'punch', photo)).toMatchObject({ reason: 'PIN_REQUIRED' });
    expect(await punch(both, 'punch', photo, undefined, { pin })).toMatchObject({ event: { kind: 'CHECK_OUT' } });
  });

  it('goes by faces alone where it is set so', async () => {
    const faces = await createKiosk(test.admin, { name: 'Cell', identification: 'FACE_ONLY' });
    const { number, pin, badge, person } = await somebody();
    expect(await byPin(faces, { number, pin })).toMatchObject({ reason: 'NOT_ACCEPTED_HERE' });
    expect(await byBadge(faces, { badge, pin })).toMatchObject({ reason: 'NOT_ACCEPTED_HERE' });
    expect(await punch(faces, 'punch', await photoOf(person))).toMatchObject({ event: { method: 'FACE' } });
  });

  it('lets people of its own site in only where it is set so', async () => {
    const { createSite } = await test.admin.ask<{ createSite: { id: string } }>(
      'mutation { createSite(input: { name: "Porto", timeZone: "Europe/Lisbon" }) { ... on Site { id } } }',
    );
    const open = await createKiosk(test.admin, { name: 'Porto', siteId: createSite.id });
    const own = await createKiosk(test.admin, { name: 'Porto lab', siteId: createSite.id, onlyOwnSite: true });
    const { number, pin, person } = await somebody();
    expect(await byPin(own, { number, pin })).toMatchObject({ reason: 'OTHER_SITE' });
    expect(await punch(own, 'punch', await photoOf(person))).toMatchObject({ reason: 'OTHER_SITE' });
    expect(await byPin(open, { number, pin })).toMatchObject({ event: { kind: 'CHECK_IN' } });
    const { deleteSite } = await test.admin.ask<{ deleteSite: object }>(
      'mutation ($id: ID!) { deleteSite(id: $id) { ... on Conflict { reason message } } }',
      { id: createSite.id },
    );
    expect(deleteSite).toEqual({ reason: 'IN_USE', message: 'The site Porto is in use by 2 kiosks.' });
  });
});

describe('a punch that was kept on the kiosk', () => {
  const heartbeat = (kiosk: ApiClient, aheadMinutes: number) =>
    kiosk.ask(
      'mutation ($at: DateTimeISO!) { kioskHeartbeat(input: { deviceTime: $at, camera: WORKING, appVersion: "test" }) { id } }',
      {
        at: at(aheadMinutes),
      },
    );
  const at = (minutes: number) => new Date(test.clock.now().getTime() + minutes * 60_000).toISOString();

  it('counts from when it was made, put right by how far the clock of the kiosk is off', async () => {
    const { number, pin } = await somebody();
    await heartbeat(door, 7);
    const answer = await byPin(door, { number, pin, key: 'late-1', deferred: { capturedAt: at(7 - 45) } });
    expect(answer.event.at).toBe(at(-45));
    expect(await byPin(door, { number, pin, key: 'late-2', deferred: { capturedAt: at(7 - 5) } })).toMatchObject({
      event: { kind: 'CHECK_OUT', at: at(-5) },
    });
  });

  it('is measured by the clock of the server, whatever the kiosk says of its own', async () => {
    const { number, pin } = await somebody();
    await heartbeat(door, 0);
    const forged = { capturedAt: at(-30), clockOffsetMs: 3 * 3_600_000 };
    expect((await byPin(door, { number, pin, key: 'forged-1', deferred: forged })).event.at).toBe(at(-30));
    const ahead = { number, pin, key: 'forged-2', deferred: { capturedAt: at(90) } };
    expect(await byPin(door, ahead)).toMatchObject({ reason: 'IMPLAUSIBLE_TIME' });
  });

  it('needs a key', async () => {
    const { number, pin } = await somebody();
    await expect(byPin(door, { number, pin, deferred: { capturedAt: at(-5) } })).rejects.toThrow(
      'idempotencyKey: a punch that was kept needs one',
    );
  });

  it('that is refused waits for a manager, once however often it is sent, until somebody settles it', async () => {
    const { id, badge } = await somebody();
    await byBadge(door, { badge });
    test.clock.forward(30);
    for (let time = 0; time < 2; time++) {
      const late = { badge, key: 'late-3', deferred: { capturedAt: at(-10) } };
      expect(await byBadge(door, late, 'checkInByBadge')).toMatchObject({ reason: 'ALREADY_CHECKED_IN' });
    }
    const list = async (between = {}) =>
      (
        await test.admin.ask<{
          refusedPunches: { edges: { node: { id: string; employee: { id: string } | null } }[] };
        }>(
          `query ($from: DateTimeISO, $to: DateTimeISO) { refusedPunches(from: $from, to: $to) {
            edges { node { id kioskName method request reason capturedAt employee { id } } } } }`,
          between,
        )
      ).refusedPunches.edges
        .map(({ node }) => node)
        .filter(({ employee }) => employee?.id === id);
    const waiting = await list();
    expect(waiting).toEqual([
      {
        id: expect.any(String) as string,
        kioskName: 'Front door',
        method: 'BADGE',
        request: 'CHECK_IN',
        reason: 'ALREADY_CHECKED_IN',
        capturedAt: at(-10),
        employee: { id },
      },
    ]);
    expect(await list({ from: at(-10), to: at(-9) })).toEqual(waiting);
    expect(await list({ from: at(-9) })).toEqual([]);
    expect(await list({ to: at(-10) })).toEqual([]);
    await test.admin.ask('mutation ($id: ID!) { settleRefusedPunch(id: $id) { id } }', { id: waiting[0]!.id });
    expect(await list()).toEqual([]);
  });
});

describe('a heartbeat', () => {
  const HEALTH = `{ kiosks { edges { node { id health {
    state problems faces refused camera appVersion pendingPunches batteryPercent clockOffsetSeconds } } } } }`;
  const healthOf = async (id: string) =>
    (await test.admin.ask<{ kiosks: { edges: { node: { id: string; health: object } }[] } }>(HEALTH)).kiosks.edges.find(
      ({ node }) => node.id === id,
    )!.node.health;
  const beat = (client: ApiClient, input: object) =>
    client.send(
      'mutation ($input: KioskHeartbeatInput!) { kioskHeartbeat(input: $input) { name identification liveness mayEnrol } }',
      { input },
    );

  it('shows how a kiosk is, until nothing is heard for three minutes', async () => {
    const kiosk = await createKiosk(test.admin, { name: 'Tablet' });
    const deviceTime = new Date(test.clock.now().getTime() - 90_000).toISOString();
    const said = { deviceTime, camera: 'BLOCKED', appVersion: '1.2', pendingPunches: 2, batteryPercent: 11 };
    expect((await beat(kiosk, said)).data).toEqual({
      kioskHeartbeat: { name: 'Tablet', identification: 'FACE_OR_PIN', liveness: 'OFF', mayEnrol: false },
    });
    const health = {
      problems: ['CAMERA', 'CLOCK', 'PENDING_PUNCHES', 'BATTERY'],
      faces: 0,
      refused: 0,
      camera: 'BLOCKED',
      appVersion: '1.2',
      pendingPunches: 2,
      batteryPercent: 11,
      clockOffsetSeconds: -90,
    };
    expect(await healthOf(kiosk.kioskId)).toEqual({ state: 'ATTENTION', ...health });
    test.clock.forward(4);
    expect(await healthOf(kiosk.kioskId)).toEqual({ state: 'OFFLINE', ...health });
  });

  it('counts the faces of a day, and the refused among them', async () => {
    const kiosk = await createKiosk(test.admin, { name: 'Hall' });
    const { person } = await somebody();
    await punch(kiosk, 'punch', await photoOf(person));
    await punch(kiosk, 'punch', await photoOf(28));
    expect(await healthOf(kiosk.kioskId)).toMatchObject({ faces: 2, refused: 1 });
  });

  it('is taken from kiosks only', async () => {
    const said = { deviceTime: test.clock.now().toISOString(), camera: 'WORKING', appVersion: '1' };
    expect((await beat(test.admin, said)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

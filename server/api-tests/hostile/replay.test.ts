import { generateKeyPair } from 'jose';
import { afterAll, beforeAll } from 'vitest';
import type { ApiClient } from '../../testing/api-client.js';
import { createTestApp, punch, register, type TestApp } from '../../testing/create-test-app.js';
import { photoOf } from '../../testing/fake-face-engine.js';
import { dial, itWithstands, type Expected, type HostileCase, type Outcome } from '../../testing/hostile.js';
import { pairKiosk, type KioskDevice, type Tampering } from '../../testing/kiosk-device.js';

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp();
  await register(test.admin, 1);
});
afterAll(() => test.stop());

const VIEWER = '{ viewer { name role } }';

async function overHttp(kiosk: KioskDevice): Promise<Outcome> {
  const { status, ...answer } = await kiosk.send(VIEWER);
  return { status, text: JSON.stringify(answer), sent: VIEWER };
}

async function again(request: Request): Promise<Outcome> {
  const response = await fetch(request.clone());
  return { status: response.status, text: await response.text() };
}

/** Opens a WebSocket as somebody and asks who that is. */
const overWebSocket = (client: ApiClient, authorization: string, origin?: string): Promise<Outcome> =>
  dial(
    client,
    [
      { type: 'connection_init', payload: { authorization } },
      { id: '1', type: 'subscribe', payload: { query: VIEWER } },
    ],
    (text) => /"type":"(next|error)"/.test(text),
    { headers: origin === undefined ? {} : { origin }, waitMs: 4_000 },
  );

type Forgery = readonly [
  name: string,
  tampering: (test: TestApp) => Tampering | Promise<Tampering>,
  byHttp: Expected,
  byWebSocket: Expected,
];
const minutes = (count: number) => () => ({ claims: { iat: test.clock.now().getTime() / 1000 + count * 60 } });

const forgeries: readonly Forgery[] = [
  [
    'by another key',
    async () => ({ key: (await generateKeyPair('ES256')).privateKey }),
    'PROOF_REFUSED',
    'closed 4403',
  ],
  ['for another method', () => ({ claims: { htm: 'PUT' } }), 'PROOF_REFUSED', 'closed 4403'],
  [
    'for another address',
    () => ({ claims: { htu: 'https://elsewhere.example/graphql' } }),
    'PROOF_REFUSED',
    'closed 4403',
  ],
  ['from another page', () => ({ origin: 'https://elsewhere.example' }), 'PROOF_REFUSED', 'status 403'],
  ['about another body', () => ({ claims: { dig: 'sha-256=:AAAA:' } }), 'PROOF_REFUSED', 'closed 4403'],
  ['of another kind', () => ({ typ: 'kiosk-pairing+jwt' }), 'PROOF_REFUSED', 'closed 4403'],
  ['without a number', () => ({ claims: { num: null } }), 'PROOF_REFUSED', 'closed 4403'],
  ['with half a number', () => ({ claims: { num: 1000.5 } }), 'PROOF_REFUSED', 'closed 4403'],
  ['with a number below zero', () => ({ claims: { num: -1 } }), 'PROOF_REFUSED', 'closed 4403'],
  ['of six minutes ago', minutes(-6), 'PROOF_REFUSED', 'closed 4403'],
  ['of in six minutes', minutes(6), 'PROOF_REFUSED', 'closed 4403'],
  ['of four minutes ago, which is within reason,', minutes(-4), 'ok', 'ok'],
  ['in the name of nobody', () => ({ claims: { iss: 'nobody' } }), 'UNAUTHENTICATED', 'UNAUTHENTICATED'],
  [
    'in the name of another kiosk',
    async (world) => ({ claims: { iss: (await pairKiosk(world)).kioskId } }),
    'PROOF_REFUSED',
    'closed 4403',
  ],
];

const cases: readonly HostileCase<TestApp>[] = [
  ...forgeries.flatMap(([name, tampering, byHttp, byWebSocket]): HostileCase<TestApp>[] => [
    {
      name: `a request signed ${name} by HTTP`,
      async send(world) {
        const kiosk = await pairKiosk(world);
        kiosk.tampering = await tampering(world);
        return overHttp(kiosk);
      },
      expected: byHttp,
    },
    {
      name: `an opening signed ${name} by WebSocket`,
      async send(world) {
        const kiosk = await pairKiosk(world);
        kiosk.tampering = await tampering(world);
        return overWebSocket(kiosk, await kiosk.authorization('GET', null), kiosk.tampering.origin);
      },
      expected: byWebSocket,
    },
  ]),
  {
    name: 'a body that grew after it was signed',
    async send(world) {
      const kiosk = await pairKiosk(world);
      kiosk.tampering = { body: (bytes) => Buffer.concat([bytes, Buffer.from(' ')]) };
      return overHttp(kiosk);
    },
    expected: 'PROOF_REFUSED',
  },
  {
    name: 'a body with another letter in it',
    async send(world) {
      const kiosk = await pairKiosk(world);
      kiosk.tampering = { body: (bytes) => Buffer.from(bytes.toString().replace('role', 'ROLE')) };
      return overHttp(kiosk);
    },
    expected: 'PROOF_REFUSED',
  },
  {
    name: 'a request sent again as it was',
    async send(world) {
      const kiosk = await pairKiosk(world);
      await kiosk.ask(VIEWER);
      return again(kiosk.sent!);
    },
    expected: 'PROOF_REFUSED',
  },
  {
    name: 'a photograph sent again as it was',
    async send(world) {
      const kiosk = await pairKiosk(world);
      await punch(kiosk, 'checkIn', await photoOf(1));
      return again(kiosk.sent!);
    },
    expected: 'PROOF_REFUSED',
  },
  {
    name: 'a request sent again after a thousand others',
    async send(world) {
      const kiosk = await pairKiosk(world);
      await kiosk.ask(VIEWER);
      const first = kiosk.sent!;
      kiosk.number += 1_000;
      await kiosk.ask(VIEWER);
      return again(first);
    },
    expected: 'PROOF_REFUSED',
  },
  {
    name: 'a used proof before another body',
    async send(world) {
      const kiosk = await pairKiosk(world);
      await kiosk.ask(VIEWER);
      const { url, headers } = kiosk.sent!;
      return again(new Request(url, { method: 'POST', headers, body: JSON.stringify({ query: '{ setUpNeeded }' }) }));
    },
    expected: 'PROOF_REFUSED',
  },
  {
    name: 'an opening sent again as it was',
    async send(world) {
      const kiosk = await pairKiosk(world);
      const authorization = await kiosk.authorization('GET', null);
      await overWebSocket(kiosk, authorization);
      return overWebSocket(kiosk, authorization);
    },
    expected: 'closed 4403',
  },
  {
    name: 'a proof of a request that opens a WebSocket',
    async send(world) {
      const kiosk = await pairKiosk(world);
      await kiosk.ask(VIEWER);
      return overWebSocket(kiosk, kiosk.sent!.headers.get('authorization')!);
    },
    expected: 'closed 4403',
  },
  {
    name: 'a proof of an opening that sends a request',
    async send(world) {
      const kiosk = await pairKiosk(world);
      const authorization = await kiosk.authorization('GET', null);
      const headers = { authorization, 'content-type': 'application/json' };
      const body = JSON.stringify({ query: VIEWER });
      return again(new Request(`${kiosk.url}/graphql`, { method: 'POST', headers, body }));
    },
    expected: 'PROOF_REFUSED',
  },
];

itWithstands(
  'replay',
  () => test,
  () => test.anonymous,
  cases,
);

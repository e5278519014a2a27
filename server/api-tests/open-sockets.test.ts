import { once } from 'node:events';
import WebSocket from 'ws';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiClient } from '../testing/api-client.js';
import { createAccount, createApiKey } from '../testing/create-account.js';
import { createKiosk, createTestApp, type TestApp } from '../testing/create-test-app.js';
import { pairKiosk } from '../testing/kiosk-device.js';

/** A server that looks only when it is asked, and one that also looks every 50 ms. */
let asked: TestApp;
let looking: TestApp;
beforeAll(async () => {
  asked = await createTestApp({ timing: { callerCheckMs: 3_600_000 } });
  looking = await createTestApp();
});
afterAll(async () => {
  await asked.stop();
  await looking.stop();
});

interface OpenSocket {
  closed: Promise<number>;
  /** The first answer to an operation, as text. */
  ask(query: string): Promise<string>;
}

let asks = 0;
async function open(client: ApiClient, authorization = `Bearer ${client.token!}`): Promise<OpenSocket> {
  const socket = new WebSocket(`${client.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  sockets.push(socket);
  const closed = once(socket, 'close').then(([code]) => code as number);
  await once(socket, 'open');
  socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization } }));
  await once(socket, 'message');
  return {
    closed,
    ask: (query) =>
      new Promise((resolve) => {
        const id = String(++asks);
        socket.on('message', (data) => {
          const text = (data as Buffer).toString();
          if (text.includes(`"id":"${id}"`) && /"type":"(next|error)"/.test(text)) resolve(text);
        });
        socket.send(JSON.stringify({ id, type: 'subscribe', payload: { query } }));
      }),
  };
}
const sockets: WebSocket[] = [];
afterAll(() => sockets.forEach((socket) => socket.terminate()));

const VIEWER = '{ viewer { name } }';

interface Ended {
  socket: OpenSocket;
  end(): Promise<unknown>;
}
const rights: readonly (readonly [name: string, begin: (test: TestApp) => Promise<Ended>])[] = [
  [
    'an account that signs out',
    async (test) => {
      const account = await createAccount(test, { role: 'AUDITOR' });
      return { socket: await open(account), end: () => account.ask('mutation { logout }') };
    },
  ],
  [
    'an account with other rights than before',
    async (test) => {
      const account = await createAccount(test, { role: 'AUDITOR' });
      const input = { role: 'MANAGER', departmentIds: [] };
      const change = 'mutation ($id: ID!, $input: UserRightsInput!) { setUserRights(id: $id, input: $input) { id } }';
      return { socket: await open(account), end: () => test.admin.ask(change, { id: account.userId, input }) };
    },
  ],
  [
    'an account that is closed',
    async (test) => {
      const account = await createAccount(test, { role: 'AUDITOR' });
      const close = 'mutation ($id: ID!) { setUserDisabled(id: $id, disabled: true) { id } }';
      return { socket: await open(account), end: () => test.admin.ask(close, { id: account.userId }) };
    },
  ],
  [
    'an API key that is revoked',
    async (test) => {
      const key = await createApiKey(test.admin, ['ATTENDANCE_READ']);
      const revoke = 'mutation ($id: ID!) { revokeApiKey(id: $id) { id } }';
      return { socket: await open(key), end: () => test.admin.ask(revoke, { id: key.keyId }) };
    },
  ],
  [
    'a kiosk with a token that is revoked',
    async (test) => {
      const kiosk = await createKiosk(test.admin);
      return { socket: await open(kiosk), end: () => revoke(test, kiosk.kioskId) };
    },
  ],
  [
    'a paired kiosk that is revoked',
    async (test) => {
      const kiosk = await pairKiosk(test);
      const socket = await open(kiosk, await kiosk.authorization('GET', null));
      return { socket, end: () => revoke(test, kiosk.kioskId) };
    },
  ],
];
const revoke = ({ admin }: TestApp, id: string) =>
  admin.ask('mutation ($id: ID!) { revokeKiosk(id: $id) { id } }', { id });

describe('the open socket of', () => {
  it.each(rights)('%s is answered no more, from the next operation on', async (_name, begin) => {
    const { socket, end } = await begin(asked);
    expect(await socket.ask(VIEWER)).toContain('"data":{"viewer"');
    await end();
    expect(await socket.ask(VIEWER)).toContain('"code":"UNAUTHENTICATED"');
    expect(await socket.ask('{ setUpNeeded }')).toContain('"code":"UNAUTHENTICATED"');
  });

  it.each(rights)('%s is closed soon, though it asks for nothing', async (_name, begin) => {
    const { socket, end } = await begin(looking);
    await end();
    expect(await socket.closed).toBe(4403);
  });

  it('a kiosk goes by what the kiosk may do now', async () => {
    const kiosk = await pairKiosk(asked);
    const socket = await open(kiosk, await kiosk.authorization('GET', null));
    const viewer = '{ viewer { mayEnrol } }';
    expect(await socket.ask(viewer)).toContain('"mayEnrol":false');
    await asked.admin.ask('mutation ($id: ID!) { updateKiosk(id: $id, input: { mayEnrol: true }) { id } }', {
      id: kiosk.kioskId,
    });
    expect(await socket.ask(viewer)).toContain('"mayEnrol":true');
  });
});

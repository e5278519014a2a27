import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import WebSocket from 'ws';
import { createTestApp, type TestApp } from '../../testing/create-test-app.js';
import { dial, expectAlive, init, itWithstands, speak, wordOf, type HostileCase } from '../../testing/hostile.js';

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp({ timing: { initTimeoutMs: 300, slowReaderMs: 1_000, slowReaderCheckMs: 200 } });
});
afterAll(() => test.stop());

const ask = (id: unknown, query: unknown = '{ setUpNeeded }') => ({ id, type: 'subscribe', payload: { query } });
const ARRIVALS = 'subscription { attendanceRecorded { id } }';

type Dial = readonly [
  name: string,
  messages: (test: TestApp) => readonly (object | string | Buffer)[],
  expected: string | readonly string[],
  options?: Parameters<typeof dial>[3],
];

const dials: readonly Dial[] = [
  ['nothing at all', () => [], 'closed 4408'],
  ['an operation before it says who it is', () => [ask('1')], 'closed 4401'],
  ['saying twice who it is', ({ admin }) => [init(admin), init(admin)], 'closed 4429'],
  ['no JSON', () => ['hello'], 'closed 4400'],
  ['JSON that is cut off', () => ['{"type":"connection_init"'], 'closed 4400'],
  ['JSON that is no object', () => ['[1,2,3]'], 'closed 4400'],
  ['null', () => ['null'], 'closed 4400'],
  ['an unknown type', () => ['{"type":"destroy"}'], 'closed 4400'],
  ['a type that is no text', () => ['{"type":{"$gt":""}}'], 'closed 4400'],
  ['a type of the server', () => ['{"type":"connection_ack"}'], ['closed 4400', 'closed 4500']],
  ['binary noise', () => [Buffer.from([0, 255, 254, 1, 2, 3])], 'closed 4400'],
  ['a message of 200 kB', () => [`{"type":"ping","payload":{"a":"${'x'.repeat(200_000)}"}}`], 'closed 1009'],
  ['a binary message of 5 MB', () => [Buffer.alloc(5 * 2 ** 20)], 'closed 1009'],
  [
    'objects 10,000 deep',
    () => [`{"type":"ping","payload":${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}}`],
    ['ok', 'closed 4400', 'closed 4408', 'status 0'],
  ],
  ['a payload that is a text', () => [{ type: 'connection_init', payload: 'x' }], 'closed 4400'],
  [
    'an authorization that is an object',
    () => [{ type: 'connection_init', payload: { authorization: { a: 1 } } }, ask('1', '{ viewer { id } }')],
    'UNAUTHENTICATED',
  ],
  [
    'an authorization of 50 kB',
    () => [
      { type: 'connection_init', payload: { authorization: `Bearer ${'x'.repeat(50_000)}` } },
      ask('1', '{ viewer { id } }'),
    ],
    'UNAUTHENTICATED',
  ],
  [
    'a prototype for an authorization',
    () => [
      '{"type":"connection_init","payload":{"__proto__":{"authorization":"Bearer x"}}}',
      ask('1', '{ viewer { id } }'),
    ],
    ['UNAUTHENTICATED', 'closed 4401'],
  ],
  [
    'an operation without an id',
    ({ anonymous }) => [init(anonymous), { type: 'subscribe', payload: { query: '{ setUpNeeded }' } }],
    'closed 4400',
  ],
  ['an id that is a number', ({ anonymous }) => [init(anonymous), ask(1)], 'closed 4400'],
  ['an empty id', ({ anonymous }) => [init(anonymous), ask('')], 'closed 4400'],
  ['an id that is __proto__', ({ anonymous }) => [init(anonymous), ask('__proto__')], ['ok', 'closed 4400']],
  ['an id of 60 kB', ({ anonymous }) => [init(anonymous), ask('i'.repeat(60_000))], ['ok', 'closed 4400']],
  ['a query that is a number', ({ anonymous }) => [init(anonymous), ask('1', 5)], 'closed 4400'],
  ['a payload that is missing', ({ anonymous }) => [init(anonymous), { id: '1', type: 'subscribe' }], 'closed 4400'],
  ['one id twice', ({ admin }) => [init(admin), ask('1', ARRIVALS), ask('1', ARRIVALS)], 'closed 4409'],
  ['the end of what never began', ({ anonymous }) => [init(anonymous), { id: 'x', type: 'complete' }, ask('1')], 'ok'],
  [
    '21 subscriptions at once',
    ({ admin }) => [init(admin), ...Array.from({ length: 21 }, (_, n) => ask(`s${n}`, ARRIVALS))],
    'BUSY',
  ],
  ['a subscription for nobody', ({ anonymous }) => [init(anonymous), ask('1', ARRIVALS)], 'UNAUTHENTICATED'],
  [
    '200 operations at once',
    ({ anonymous }) => [init(anonymous), ...Array.from({ length: 200 }, (_, n) => ask(`s${n}`))],
    'closed 4429',
  ],
  [
    '200 pings at once',
    ({ anonymous }) => [init(anonymous), ...Array.from({ length: 200 }, () => ({ type: 'ping' }))],
    'closed 4429',
  ],
  ['another protocol', () => [], ['closed 4406', 'closed 1006'], { protocol: 'graphql-ws' }],
  ['another path', () => [], 'status 404', { path: '/graphql/../admin' }],
  ['a path that climbs', () => [], 'status 404', { path: '/../../etc/passwd' }],
  ['a page of another origin', () => [], 'status 403', { headers: { origin: 'https://evil.example' } }],
  ['an origin that is null', () => [], 'status 403', { headers: { origin: 'null' } }],
  ['an origin that is nonsense', () => [], 'status 403', { headers: { origin: 'http://[' } }],
];

itWithstands(
  'WebSocket',
  () => test,
  () => test.anonymous,
  dials.map(([name, messages, expected, options]): HostileCase<TestApp> => ({
    name,
    send: (world) =>
      dial(world.anonymous, messages(world), (text) => /"type":"(next|error)"/.test(text), {
        waitMs: 4_000,
        ...options,
      }),
    expected,
  })),
);

it('lets a page of this server open a WebSocket', async () => {
  const { port } = new URL(test.anonymous.url);
  const headers = { origin: `http://127.0.0.1:${port}` };
  const outcome = await dial(test.anonymous, [init(test.anonymous), ask('1')], (text) => text.includes('"next"'), {
    headers,
  });
  expect(wordOf(outcome)).toBe('ok');
});

it('survives peers that ask for another path and break off at once', async () => {
  const upgrade =
    'GET /nowhere HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n';
  await Promise.all(Array.from({ length: 50 }, () => speak(test.anonymous.url, [upgrade], { waitMs: 0 })));
  await expectAlive(test.anonymous);
});

/** Large answers, by which the buffers of both systems fill up. */
const LONG_ANSWER = `{ ${Array.from('abcdefgh', (name) => `${name}: __schema { types { name fields { name description } } }`).join(' ')} }`;

it('closes a reader that does not read, with a code that says to resume from the cursor', async () => {
  const socket = new WebSocket(`${test.admin.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  const closed = once(socket, 'close') as Promise<[number, Buffer]>;
  await once(socket, 'open');
  socket.send(JSON.stringify(init(test.admin)));
  await once(socket, 'message');
  socket.pause();
  // As fast as one may send: less than 50 a second.
  for (let n = 0; n < 120; n++) {
    socket.send(JSON.stringify(ask(`q${n}`, LONG_ANSWER)));
    await wait(30);
  }
  await expectAlive(test.anonymous);
  socket.resume();
  const [code, reason] = await closed;
  expect([code, reason.toString()]).toEqual([4508, 'Too slow: resume from your cursor']);
});

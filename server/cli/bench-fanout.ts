import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import WebSocket from 'ws';
import { systemClock } from '../clock.js';
import { administrator } from '../testing/administrator.js';
import { ApiClient } from '../testing/api-client.js';

const SUBSCRIBERS = 2_000;
/** So many of them by one API key: a caller may have 200 operations under way. */
const BY_ONE_KEY = 100;
const OPENED_AT_ONCE = 50;
const PEOPLE = 50;
/** Events a second, one rate after the other, until a rate is too much. */
const RATES = [2, 5, 10, 15, 20, 25, 30, 40, 50];
const SECONDS = 5;
const WARM_UP_EVENTS = 50;
const MOST_MS = 100;
/** Beyond this a higher rate is not tried. */
const HOPELESS_MS = 1_000;
/** After the last event of a rate, how long stragglers are waited for. */
const PATIENCE_MS = 5_000;

const DOCUMENT = `subscription ($after: ID) {
  attendanceRecorded(after: $after) { id kind method at employee { id number name department } }
}`;

/** What a rate came to; from sending the request that records an event to its arrival at a subscriber. */
interface Reading {
  messagesPerSecond: number;
  p50Ms: number;
  p99Ms: number;
}

/** `null` where even the lowest rate was too much. */
export interface FanoutFigures {
  subscribers: number;
  ours: Reading | null;
  naive: Reading | null;
}

interface Contestant {
  url: string;
  tokens: string[];
  makeEvent: (number: number) => Promise<void>;
  stop: () => Promise<void>;
}

/**
 * The highest rate of events at which 2,000 subscribers get every one of them within 100 ms (p99): the whole server, where each
 * event is recorded through HTTP, beside graphql-ws as it comes with events from memory. With `json` the last line of
 * stdout is FanoutFigures.
 */
export async function benchFanout({ json }: { json: boolean }): Promise<void> {
  const figures: FanoutFigures = {
    subscribers: SUBSCRIBERS,
    ours: await measure('ours', await startRollcall()),
    naive: await measure('naive', await startNaive()),
  };
  if (json) console.log(JSON.stringify(figures));
}

async function measure(name: string, contestant: Contestant): Promise<Reading | null> {
  const sent: number[] = [];
  const arrivals = new Arrivals(sent);
  const sockets: WebSocket[] = [];
  let best: Reading | null = null;
  try {
    for (let first = 0; first < SUBSCRIBERS; first += OPENED_AT_ONCE) {
      const opening = Array.from({ length: OPENED_AT_ONCE }, (_, index) =>
        subscribe(contestant, Math.floor((first + index) / BY_ONE_KEY), arrivals),
      );
      sockets.push(...(await Promise.all(opening)));
    }
    await warmUp(contestant, sent, arrivals);
    for (const rate of RATES) {
      const reading = await readAt(rate, contestant, sent, arrivals);
      console.log(
        `${name}: ${rate} events/s to ${SUBSCRIBERS}: ${reading.messagesPerSecond} messages/s, p50 ${reading.p50Ms} ms, p99 ${reading.p99Ms} ms`,
      );
      if (reading.p99Ms <= MOST_MS) best = reading;
      if (reading.p99Ms > HOPELESS_MS) break;
    }
    return best;
  } finally {
    for (const socket of sockets) socket.terminate();
    await contestant.stop();
  }
}

async function warmUp(contestant: Contestant, sent: number[], arrivals: Arrivals): Promise<void> {
  for (let index = 0; index < WARM_UP_EVENTS; index++) await record(contestant, sent);
  await arrivals.all(sent.length * SUBSCRIBERS);
}

async function readAt(rate: number, contestant: Contestant, sent: number[], arrivals: Arrivals): Promise<Reading> {
  arrivals.latencies.length = 0;
  const start = performance.now();
  const underWay: Promise<void>[] = [];
  for (let index = 0; index < rate * SECONDS; index++) {
    await wait(Math.max(0, start + (index * 1000) / rate - performance.now()));
    underWay.push(record(contestant, sent));
  }
  await Promise.all(underWay);
  await arrivals.all(sent.length * SUBSCRIBERS);
  const seconds = (performance.now() - start) / 1000;
  const sorted = Float64Array.from(arrivals.latencies).sort();
  const at = (part: number): number => Math.round(sorted[Math.floor(sorted.length * part)]! * 10) / 10;
  return { messagesPerSecond: Math.round(sorted.length / seconds), p50Ms: at(0.5), p99Ms: at(0.99) };
}

function record(contestant: Contestant, sent: number[]): Promise<void> {
  sent.push(performance.now());
  return contestant.makeEvent(sent.length);
}

/** What came in. Events come in order, so the n-th message of a subscriber is the n-th event. */
class Arrivals {
  readonly latencies: number[] = [];
  private count = 0;

  constructor(private readonly sent: readonly number[]) {}

  take(number: number): void {
    this.count++;
    this.latencies.push(performance.now() - this.sent[number]!);
  }

  /** Throws where messages are missing. */
  async all(expected: number): Promise<void> {
    for (const end = performance.now() + PATIENCE_MS; this.count < expected;) {
      if (performance.now() > end) throw new Error(`${expected - this.count} messages of ${expected} did not come`);
      await wait(5);
    }
  }
}

async function subscribe({ url, tokens }: Contestant, key: number, arrivals: Arrivals): Promise<WebSocket> {
  const socket = new WebSocket(url, 'graphql-transport-ws', { perMessageDeflate: false });
  await once(socket, 'open');
  const token = tokens[key];
  const payload = token ? { authorization: `Bearer ${token}` } : {};
  socket.send(JSON.stringify({ type: 'connection_init', payload }));
  await once(socket, 'message');
  let number = 0;
  socket.on('message', (data: Buffer) => {
    if (data.includes('"type":"next"') && !data.includes('"errors"')) return arrivals.take(number++);
    if (data.includes('"type":"ping"')) return socket.send('{"type":"pong"}');
    throw new Error(`a subscriber got ${data.toString()}`);
  });
  socket.send(
    JSON.stringify({ id: `${performance.now()}`, type: 'subscribe', payload: { query: DOCUMENT, variables: {} } }),
  );
  return socket;
}

async function startRollcall(): Promise<Contestant> {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-bench-'));
  const most = String(SUBSCRIBERS + 100);
  const child = fork(fileURLToPath(new URL('../testing/serve-fake-engine.js', import.meta.url)), {
    env: {
      ...process.env,
      DATA_DIR: join(folder, 'data'),
      FACE_IMAGES_DIR: join(folder, 'Face Images'),
      MODELS_DIR: join(folder, 'models'),
      ADMIN_EMAIL: administrator.email,
      ADMIN_PASSWORD: administrator.password,
      MAX_CONNECTIONS: most,
      MAX_CONNECTIONS_PER_ADDRESS: most,
      TIME_ZONE: 'UTC',
      LOG_LEVEL: 'error',
      HOST: '127.0.0.1',
      PORT: '0',
    },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const [port] = (await once(child.stdout!, 'data')) as [Buffer];
  const client = new ApiClient(`http://127.0.0.1:${port.toString().trim()}`);
  const { login } = await client.ask<{ login: { token: string } }>(
    'mutation ($email: String!, $password: String!) { login(email: $email, password: $password) { token } }',
    administrator,
  );
  const admin = client.as(login.token);
  const tokens = await Promise.all(
    Array.from({ length: SUBSCRIBERS / BY_ONE_KEY }, (_, index) => makeKey(admin, index)),
  );
  const people: string[] = [];
  for (let number = 1; number <= PEOPLE; number++) people.push(await addPerson(admin, number));
  const start = systemClock.now().getTime();
  return {
    url: `${admin.url.replace('http', 'ws')}/graphql`,
    tokens,
    makeEvent: async (number) => {
      const at = new Date(start - number * 1000).toISOString();
      const input = { employeeId: people[number % PEOPLE], kind: 'CHECK_IN', at, reason: 'Benchmark' };
      await admin.ask('mutation ($input: AddEventInput!) { addAttendanceEvent(input: $input) { __typename } }', {
        input,
      });
    },
    stop: async () => {
      await end(child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function makeKey(admin: ApiClient, index: number): Promise<string> {
  const { createApiKey } = await admin.ask<{ createApiKey: { token: string } }>(
    'mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { token } }',
    { input: { name: `Board ${index}`, scopes: ['EVENTS_SUBSCRIBE', 'ATTENDANCE_READ', 'EMPLOYEES_READ'] } },
  );
  return createApiKey.token;
}

async function addPerson(admin: ApiClient, number: number): Promise<string> {
  const { addEmployee } = await admin.ask<{ addEmployee: { id: string } }>(
    'mutation ($input: AddEmployeeInput!) { addEmployee(input: $input) { id } }',
    { input: { name: `Person ${number}`, position: 'Tester', department: 'Quality' } },
  );
  return addEmployee.id;
}

async function startNaive(): Promise<Contestant> {
  const child = fork(fileURLToPath(new URL('./bench-peer-naive-fanout.js', import.meta.url)));
  const [port] = (await once(child, 'message')) as [number];
  return {
    url: `ws://127.0.0.1:${port}/graphql`,
    tokens: [],
    makeEvent: async () => void child.send({}),
    stop: () => end(child),
  };
}

async function end(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

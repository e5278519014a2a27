import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { systemClock } from '../clock.js';
import { START_OF_LOG } from '../attendance/attendance-stream.js';
import type { ApiClient } from '../testing/api-client.js';
import { killed, processorMs, startBenchServer } from './bench-server.js';
import { BenchSubscriber } from './bench-subscriber.js';

const SUBSCRIBERS = 2_000;
/** So many of them by one API key: a caller may have 200 operations under way. */
const BY_ONE_KEY = 100;
const OPENED_AT_ONCE = 50;
const PEOPLE = 50;
/** Events a second, one rate after the other, until a rate is too much. */
const RATES = [5, 10, 15, 20, 25, 30, 35, 40, 50, 60, 80, 100];
const SECONDS = 5;
const WARM_UP_EVENTS = 50;
const MOST_MS = 100;
/** Beyond this a higher rate is not tried. */
const HOPELESS_MS = 1_000;
/** After the last event of a rate, how long stragglers are waited for. */
const PATIENCE_MS = 20_000;

const DOCUMENT = `subscription ($after: ID) {
  attendanceRecorded(after: $after) { id kind method at employee { id number name department } }
}`;

/** What a rate came to; from sending the request that records an event to its arrival at a subscriber. */
interface Reading {
  messagesPerSecond: number;
  p50Ms: number;
  p99Ms: number;
  /** Processor time of the server for each message, in microseconds; null where it is not counted. */
  processorUs: number | null;
}

/** `null` where even the lowest rate was too much. */
export interface FanoutFigures {
  subscribers: number;
  ours: Reading | null;
  naive: Reading | null;
}

interface Contestant {
  url: URL;
  tokens: string[];
  /** Gives the id of the event. */
  makeEvent: (number: number) => Promise<string>;
  process: ChildProcess;
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
  const subscribers: BenchSubscriber[] = [];
  let best: Reading | null = null;
  try {
    for (let first = 0; first < SUBSCRIBERS; first += OPENED_AT_ONCE) {
      const opening = Array.from({ length: OPENED_AT_ONCE }, (_, index) =>
        subscribe(contestant, Math.floor((first + index) / BY_ONE_KEY), arrivals),
      );
      subscribers.push(...(await Promise.all(opening)));
    }
    await checkOne(contestant, sent, subscribers);
    await warmUp(contestant, sent, arrivals);
    for (const rate of RATES) {
      const reading = await readAt(rate, contestant, sent, arrivals);
      console.log(
        `${name}: ${rate} events/s to ${SUBSCRIBERS}: ${reading.messagesPerSecond} messages/s, p50 ${reading.p50Ms} ms, p99 ${reading.p99Ms} ms, ${reading.processorUs} us of the server's processor each`,
      );
      if (reading.p99Ms <= MOST_MS) best = reading;
      if (reading.p99Ms > HOPELESS_MS) break;
    }
    await checkOne(contestant, sent, subscribers);
    return best;
  } finally {
    for (const subscriber of subscribers) subscriber.end();
    await contestant.stop();
  }
}

/** Makes an event, and reads what every subscriber gets of it: that event, and the same as all others. */
async function checkOne(contestant: Contestant, sent: number[], subscribers: BenchSubscriber[]): Promise<void> {
  const coming = Promise.all(subscribers.map((subscriber) => subscriber.keepNext()));
  const id = await record(contestant, sent);
  const messages = (await coming).map((text) => JSON.parse(text) as Message);
  const payloads = new Set(messages.map(({ type, payload }) => JSON.stringify([type, payload])));
  const { type, payload } = messages[0]!;
  const isRight = type === 'next' && !payload.errors && payload.data?.attendanceRecorded.id === id;
  if (!isRight || payloads.size !== 1) throw new Error(`subscribers got ${[...payloads].join(' and ')} of event ${id}`);
}

interface Message {
  type: string;
  payload: { errors?: unknown; data?: { attendanceRecorded: { id: string } } };
}

async function warmUp(contestant: Contestant, sent: number[], arrivals: Arrivals): Promise<void> {
  for (let index = 0; index < WARM_UP_EVENTS; index++) await record(contestant, sent);
  await arrivals.all(sent.length * SUBSCRIBERS);
}

async function readAt(rate: number, contestant: Contestant, sent: number[], arrivals: Arrivals): Promise<Reading> {
  arrivals.latencies.length = 0;
  const processorBefore = processorMs(contestant.process);
  const start = performance.now();
  const underWay: Promise<string>[] = [];
  for (let index = 0; index < rate * SECONDS; index++) {
    await wait(Math.max(0, start + (index * 1000) / rate - performance.now()));
    underWay.push(record(contestant, sent));
  }
  await Promise.all(underWay);
  await arrivals.all(sent.length * SUBSCRIBERS);
  const seconds = (performance.now() - start) / 1000;
  const processor = processorBefore === null ? null : processorMs(contestant.process)! - processorBefore;
  const sorted = Float64Array.from(arrivals.latencies).sort();
  const at = (part: number): number => Math.round(sorted[Math.floor(sorted.length * part)]! * 10) / 10;
  return {
    messagesPerSecond: Math.round(sorted.length / seconds),
    p50Ms: at(0.5),
    p99Ms: at(0.99),
    processorUs: processor && Math.round((processor * 10_000) / sorted.length) / 10,
  };
}

function record(contestant: Contestant, sent: number[]): Promise<string> {
  sent.push(performance.now());
  return contestant.makeEvent(sent.length);
}

/** What came in. Events come in order, so the n-th message of a subscriber is the n-th event. */
class Arrivals {
  readonly latencies: number[] = [];
  private count = 0;

  constructor(private readonly sent: readonly number[]) {}

  /** The n-th message of a subscriber, from 0 on. */
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

function subscribe({ url, tokens }: Contestant, key: number, arrivals: Arrivals): Promise<BenchSubscriber> {
  let number = 0;
  return BenchSubscriber.open(url, {
    token: tokens[key],
    query: DOCUMENT,
    variables: { after: START_OF_LOG },
    onMessage: () => arrivals.take(number++),
  });
}

async function startRollcall(): Promise<Contestant> {
  const { admin, process, stop } = await startBenchServer();
  const tokens = await Promise.all(
    Array.from({ length: SUBSCRIBERS / BY_ONE_KEY }, (_, index) => makeKey(admin, index)),
  );
  const people: string[] = [];
  for (let number = 1; number <= PEOPLE; number++) people.push(await addPerson(admin, number));
  const start = systemClock.now().getTime();
  return {
    url: new URL('/graphql', admin.url),
    tokens,
    makeEvent: async (number) => {
      const at = new Date(start - number * 1000).toISOString();
      const input = { employeeId: people[number % PEOPLE], kind: 'CHECK_IN', at, reason: 'Benchmark' };
      const { addAttendanceEvent } = await admin.ask<{ addAttendanceEvent: { id: string } }>(
        'mutation ($input: AddEventInput!) { addAttendanceEvent(input: $input) { ... on AttendanceEvent { id } } }',
        { input },
      );
      return addAttendanceEvent.id;
    },
    process,
    stop,
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
    url: new URL(`http://127.0.0.1:${port}/graphql`),
    tokens: [],
    makeEvent: async (number) => {
      child.send({});
      return `event-${number - 1}`;
    },
    process: child,
    stop: () => killed(child),
  };
}

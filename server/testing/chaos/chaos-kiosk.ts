import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { file, type Answer } from '../api-client.js';
import type { KioskDevice } from '../kiosk-device.js';
import type { Tally } from './tally.js';

// What a kiosk's page does with a press (web/kiosk/useCheckIn.ts, useKeptPunches.ts), without a page.

const ANSWER_WITHIN_MS = 20_000;
const MAX_ATTEMPTS = 8;
const ATTEMPTS_BEFORE_KEEPING = 2;
const BUSY_WAIT_MS = 800;
const [FIRST_WAIT_MS, LONGEST_WAIT_MS] = [1_000, 8_000];
const KEPT_WAIT_MS = 5_000;
/** Codes after which the same request is sent again soon (web/lib/request-problem.ts). */
const COME_AGAIN = ['BUSY', 'RATE_LIMITED', 'TIMEOUT', 'PROOF_REFUSED'];
/** Between two who come to a kiosk. */
const [SHORTEST_PAUSE_MS, LONGEST_PAUSE_MS] = [500, 2_500];
/** By less the clock of a device is not put right (web/kiosk/kiosk-identity.ts). */
const CLOCK_TOLERANCE_MS = 5_000;

export interface Person {
  photo: Buffer;
  /** As the last answer had it. */
  isIn: boolean;
}

interface Recorded {
  answer:
    | { __typename: 'AttendanceRecorded'; event: { id: string; kind: string } }
    | { __typename: 'Refusal'; reason: string };
}

const documentOf = (field: 'checkIn' | 'checkOut'): string =>
  `mutation ($photo: Upload!, $key: ID!, $deferred: DeferredPunch) {
    answer: ${field}(photo: $photo, idempotencyKey: $key, deferred: $deferred) {
      __typename
      ... on AttendanceRecorded {
        event { id kind at employee { id name position department } }
        attendance { id workedMinutes }
      }
      ... on Refusal { reason message }
    }
  }`;

interface Problem {
  kind: 'offline' | 'busy' | 'server' | 'rejected';
  /** Of an answer that is an error. */
  code: string;
}

const NO_ANSWER: Problem = { kind: 'offline', code: 'no answer' };

/** A kiosk's device that sends each request to any of the nodes, as a proxy in front of them does. */
export class ChaosKiosk {
  private aheadMs = 0;

  constructor(
    private readonly device: KioskDevice,
    private readonly world: {
      people: readonly Person[];
      tally: Tally;
      random: () => number;
      /** Where the next request goes. */
      anyNode: () => string;
    },
  ) {
    device.clock = { now: () => new Date(Date.now() - this.aheadMs) };
    device.carry = (request) => this.carry(request);
  }

  /** One person after another until `closing`; then the last one is finished, or given up when `signal` says so. */
  async run(closing: AbortSignal, signal: AbortSignal): Promise<void> {
    const { people, random } = this.world;
    while (!closing.aborted) {
      await this.press(people[Math.floor(random() * people.length)]!, signal);
      const pauseMs = SHORTEST_PAUSE_MS + random() * (LONGEST_PAUSE_MS - SHORTEST_PAUSE_MS);
      await setTimeout(pauseMs, undefined, { signal: closing }).catch(() => undefined);
    }
  }

  private async press(person: Person, signal: AbortSignal): Promise<void> {
    const { tally } = this.world;
    const document = documentOf(person.isIn ? 'checkOut' : 'checkIn');
    const [key, at] = [randomUUID(), new Date()];
    const request = `kiosk:${this.device.kioskId} ${key}`;
    tally.asked.add(request);
    let isKept = false;
    for (let attempt = 1; !signal.aborted; attempt++) {
      if (attempt > 1) tally.retried++;
      const deferred = isKept ? { capturedAt: at.toISOString() } : null;
      const outcome = await this.send(document, { photo: file(person.photo), key, deferred });
      if ('__typename' in outcome) {
        if (outcome.__typename === 'Refusal') person.isIn = outcome.reason === 'ALREADY_CHECKED_IN';
        else {
          person.isIn = outcome.event.kind === 'CHECK_IN';
          tally.acknowledge(request, outcome.event.id);
        }
        return;
      }
      const { kind, code } = outcome;
      isKept ||= kind === 'offline' && attempt >= ATTEMPTS_BEFORE_KEEPING;
      const mayGoOn = isKept ? kind !== 'rejected' : kind === 'offline' || kind === 'busy';
      if (!mayGoOn || (!isKept && attempt === MAX_ATTEMPTS)) return tally.giveUp(code);
      await setTimeout(this.waitMs(kind, isKept, attempt), undefined, { signal }).catch(() => undefined);
    }
    tally.giveUp('at the end');
  }

  private send(document: string, variables: object): Promise<Recorded['answer'] | Problem> {
    return this.device.send<Recorded>(document, { ...variables }).then(outcomeOf, () => NO_ANSWER);
  }

  private waitMs(kind: Problem['kind'], isKept: boolean, attempt: number): number {
    if (isKept) return KEPT_WAIT_MS;
    if (kind === 'busy') return BUSY_WAIT_MS;
    const full = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (attempt - 1));
    return (full / 2) * (1 + this.world.random());
  }

  private async carry(request: Request): Promise<Response> {
    const url = `${this.world.anyNode()}${new URL(request.url).pathname}`;
    const { method, headers } = request;
    const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
    const response = await fetch(url, { method, headers, body: await request.arrayBuffer(), signal });
    const aheadMs = Date.now() - Date.parse(response.headers.get('date') ?? '');
    if (Math.abs(this.aheadMs - aheadMs) > CLOCK_TOLERANCE_MS) this.aheadMs = aheadMs;
    return response;
  }
}

function outcomeOf({ data, errors }: Answer<Recorded>): Recorded['answer'] | Problem {
  if (data && !errors) return data.answer;
  const code = errors?.[0]?.extensions.code ?? 'INTERNAL_SERVER_ERROR';
  return { kind: kindOf(code), code };
}

function kindOf(code: string): Problem['kind'] {
  if (COME_AGAIN.includes(code)) return 'busy';
  if (code === 'UNAVAILABLE') return 'offline';
  return code === 'INTERNAL_SERVER_ERROR' ? 'server' : 'rejected';
}

import { setTimeout } from 'node:timers/promises';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { START_OF_LOG } from '../../attendance/attendance-stream.js';
import type { Tally } from './tally.js';

// What the live board does (web/lib/live-source.ts, web/board/useArrivals.ts), without a page.

const KEEP_ALIVE_MS = 10_000;
const PONG_WITHIN_MS = 5_000;
const [FIRST_WAIT_MS, LONGEST_WAIT_MS] = [1_000, 8_000];

const DOCUMENT = `subscription ($after: ID!) {
  attendanceRecorded(after: $after) { id action kind method at employee { id name position department } }
}`;

interface Subscription {
  token: string;
  departmentId: string | null;
}

/** Follows the log from its first event; after each break from the last one that came, at any of the nodes. */
export class ChaosSubscriber {
  readonly seen: string[] = [];
  readonly departmentId: string | null;

  constructor(
    private readonly subscription: Subscription,
    private readonly world: {
      tally: Tally;
      random: () => number;
      anyNode: () => string;
      /** The one copy of a string that many subscribers hold. */
      shared: (id: string) => string;
    },
  ) {
    this.departmentId = subscription.departmentId;
  }

  async run(closing: AbortSignal): Promise<void> {
    const { tally, random } = this.world;
    for (let attempt = 0; !closing.aborted;) {
      const seenBefore = this.seen.length;
      await this.connection(closing);
      if (closing.aborted) return;
      tally.reconnects++;
      attempt = this.seen.length > seenBefore ? 0 : attempt + 1;
      const full = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** attempt);
      await setTimeout((full / 2) * (1 + random()), undefined, { signal: closing }).catch(() => undefined);
    }
  }

  /** One connection, to its end for whatever reason. */
  private connection(closing: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      let pongTimer: NodeJS.Timeout | undefined;
      const client = createClient({
        url: `${this.world.anyNode().replace('http', 'ws')}/graphql`,
        webSocketImpl: WebSocket,
        retryAttempts: 0,
        keepAlive: KEEP_ALIVE_MS,
        connectionParams: { authorization: `Bearer ${this.subscription.token}` },
        on: {
          ping: (received) => {
            if (!received) pongTimer = globalThis.setTimeout(() => client.terminate(), PONG_WITHIN_MS);
          },
          pong: () => clearTimeout(pongTimer),
          closed: () => clearTimeout(pongTimer),
        },
      });
      let isOver = false;
      const end = (): void => {
        if (isOver) return;
        isOver = true;
        closing.removeEventListener('abort', end);
        client.terminate();
        void client.dispose();
        resolve();
      };
      closing.addEventListener('abort', end);
      client.subscribe<{ attendanceRecorded: { id: string } }>(
        { query: DOCUMENT, variables: { after: this.seen.at(-1) ?? START_OF_LOG } },
        {
          next: ({ data, errors }) => {
            if (errors || !data) end();
            else if (!isOver) this.seen.push(this.world.shared(data.attendanceRecorded.id));
          },
          error: end,
          complete: end,
        },
      );
    });
  }
}

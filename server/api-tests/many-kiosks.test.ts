import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ApiClient } from '../testing/api-client.js';
import { createKiosk, createTestApp, punch, register, type TestApp } from '../testing/create-test-app.js';
import { photoOf } from '../testing/fake-face-engine.js';

let test: TestApp;
beforeEach(async () => {
  test = await createTestApp();
});
afterEach(() => test.stop());

const CLIENTS = 50;
const SECONDS = 10;

interface Event {
  id: string;
  kind: string;
  at: string;
}

interface EventPage {
  edges: { node: Event }[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
}

it(`${CLIENTS} clients that check one person in and out at once for ${SECONDS} s lose, double and overlap nothing`, async () => {
  await register(test.admin, 1);
  const photo = await photoOf(1);
  const kiosks: ApiClient[] = [];
  for (let at = 0; at < CLIENTS; at++) kiosks.push(await createKiosk(test.admin, { name: `K${at}` }));
  const until = performance.now() + SECONDS * 1000;
  const clock = setInterval(() => test.clock.forward(1), 50);
  const acknowledged: string[] = [];

  const press = async (kiosk: ApiClient, field: 'checkIn' | 'checkOut') => {
    const key = crypto.randomUUID();
    // BUSY is no answer: the same press again.
    for (;;) {
      const answer = await punch(kiosk, field, photo, key).catch((error: Error) => error);
      if (!(answer instanceof Error)) return answer;
      expect(answer.message).toContain('"BUSY"');
    }
  };
  await Promise.all(
    kiosks.map(async (kiosk, at) => {
      for (let turn = at; performance.now() < until; turn++) {
        const answer = await press(kiosk, turn % 2 === 0 ? 'checkIn' : 'checkOut');
        if (answer.event) acknowledged.push(answer.event.id);
        else expect(['ALREADY_CHECKED_IN', 'NOT_CHECKED_IN']).toContain(answer.reason);
      }
    }),
  );
  clearInterval(clock);

  const log = await wholeLog();
  expect(acknowledged.length).toBeGreaterThan(CLIENTS / 5);
  expect(log.map(({ id }) => id).sort()).toEqual(acknowledged.sort());
  expect(log.map(({ kind }) => kind)).toEqual(log.map((_, at) => (at % 2 === 0 ? 'CHECK_IN' : 'CHECK_OUT')));
  const { attendance } = await test.admin.ask<{ attendance: { edges: { node: { workedMinutes: number } }[] } }>(
    '{ attendance { edges { node { workedMinutes } } } }',
  );
  expect(attendance.edges.map(({ node }) => node.workedMinutes)).toEqual([minutesIn(log)]);
}, 120_000);

/** All events, oldest first. */
async function wholeLog(): Promise<Event[]> {
  const events: Event[] = [];
  let after: string | null = null;
  do {
    const { attendanceEvents: page }: { attendanceEvents: EventPage } = await test.admin.ask(
      `query ($after: String) { attendanceEvents(first: 200, after: $after) {
        edges { node { id kind at } } pageInfo { hasNextPage endCursor } } }`,
      { after },
    );
    events.push(...page.edges.map(({ node }) => node));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  return events.reverse();
}

/** Whole minutes between each check-in and the check-out after it; the clock moves by whole minutes. */
function minutesIn(log: readonly Event[]): number {
  const at = ({ at }: Event) => Date.parse(at) / 60_000;
  return log.reduce((sum, event, index) => sum + (index % 2 === 1 ? at(event) - at(log[index - 1]!) : 0), 0);
}

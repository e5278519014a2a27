import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ApiClient } from '../testing/api-client.js';
import {
  administrator,
  createKiosk,
  createTestApp,
  punch,
  register,
  signIn,
  type TestApp,
} from '../testing/create-test-app.js';
import { photoOf } from '../testing/fake-face-engine.js';

let test: TestApp;
let kiosk: ApiClient;
beforeEach(async () => {
  test = await createTestApp();
  kiosk = await createKiosk(test.admin);
  for (const person of [1, 2, 3]) await register(test.admin, person);
});
afterEach(() => test.stop());

interface Arrival {
  id: string;
  kind: string;
  employee: { name: string };
}

/** Follows attendanceRecorded; `next` resolves to the next arrival, `stop` disconnects. */
function follow(client: ApiClient, after?: string) {
  const socket = client.socket();
  const arrivals = socket.iterate<{ attendanceRecorded: Arrival }>({
    query: 'subscription ($after: ID) { attendanceRecorded(after: $after) { id kind employee { name } } }',
    variables: { after },
  });
  const pull = async (): Promise<Arrival> => {
    const { value } = (await arrivals.next()) as {
      value: { data?: { attendanceRecorded: Arrival }; errors?: { message: string }[] };
    };
    if (!value.data) throw new Error(value.errors?.[0]?.message);
    return value.data.attendanceRecorded;
  };
  return {
    next: pull,
    take: async (count: number) => {
      const taken: Arrival[] = [];
      while (taken.length < count) taken.push(await pull());
      return taken;
    },
    stop: async () => {
      await arrivals.return?.();
      await socket.dispose();
    },
  };
}

const comeAndGo = async (times: number): Promise<string[]> => {
  const ids: string[] = [];
  for (let i = 0; i < times; i++) {
    test.clock.forward(2);
    ids.push((await punch(kiosk, 'punch', await photoOf((i % 3) + 1))).event.id);
  }
  return ids;
};

describe('attendanceRecorded', () => {
  it('tells a second client of an arrival', async () => {
    const board = follow(test.admin, '0');
    const { event } = await punch(kiosk, 'checkIn', await photoOf(1));
    expect(await board.next()).toEqual({ id: event.id, kind: 'CHECK_IN', employee: { name: 'Person 1' } });
    await board.stop();
  });

  it('gives what was missed first, in order, then what is new', async () => {
    const first = follow(test.admin, '0');
    const [seen] = await comeAndGo(1);
    expect((await first.next()).id).toBe(seen);
    await first.stop();

    const missed = await comeAndGo(3);
    const second = follow(test.admin, seen);
    expect((await second.take(3)).map((arrival) => arrival.id)).toEqual(missed);
    const fresh = await comeAndGo(2);
    expect((await second.take(2)).map((arrival) => arrival.id)).toEqual(fresh);
    await second.stop();
  });

  it('has no gap and no repeat at the seam while events keep coming', async () => {
    const recording = comeAndGo(60);
    const boards = Array.from({ length: 10 }, () => follow(test.admin, '0'));
    const seen = await Promise.all(boards.map((board) => board.take(60)));
    const recorded = await recording;
    for (const arrivals of seen) expect(arrivals.map((arrival) => arrival.id)).toEqual(recorded);
    await Promise.all(boards.map((board) => board.stop()));
  });

  it('goes on from the last one seen after a restart of the server', async () => {
    const [seen, ...missed] = await comeAndGo(4);
    await test.restart();
    const board = follow(test.admin, seen);
    expect((await board.take(3)).map((arrival) => arrival.id)).toEqual(missed);
    await board.stop();
  });

  it('starts with what is new when nothing is said', async () => {
    await comeAndGo(2);
    const board = follow(test.admin);
    const next = board.next();
    // The stream begins when the server has read the end of the log; events until then are not new to it.
    let settled = false;
    void next.then(() => (settled = true));
    const ids: string[] = [];
    while (!settled) ids.push(...(await comeAndGo(1)));
    expect(ids).toContain((await next).id);
    await board.stop();
  });

  it('ends soon after its session does', async () => {
    const session = await signIn(test.anonymous, administrator);
    const board = follow(session, '0');
    const [seen] = await comeAndGo(1);
    expect((await board.next()).id).toBe(seen);
    await session.ask('mutation { logout }');
    await expect(board.next()).rejects.toMatchObject({ code: 4403 });
    await board.stop();
  });

  it.each([
    ['an id that is not in the log', () => follow(test.admin, 'nowhere'), 'no event with this id'],
    ['nobody', () => follow(test.anonymous), 'Sign in first'],
    ['a kiosk', () => follow(kiosk), 'This needs MANAGER or EMPLOYEE or EVENTS_SUBSCRIBE.'],
  ])('refuses %s', async (_name, subscribe, message) => {
    const board = subscribe();
    await expect(board.next()).rejects.toThrow(message);
    await board.stop();
  });

  it('refuses a forged token', async () => {
    const board = follow(test.admin.as(`rs_${'x'.repeat(43)}`));
    const refusal: unknown = await board.next().catch((error: unknown) => error);
    const [first] = [refusal].flat() as { code?: number; extensions?: { code: string } }[];
    // The look at open sockets, each 50 ms here, may come before the answer.
    expect(first?.code ?? first?.extensions?.code).toBeOneOf([4403, 'UNAUTHENTICATED']);
    await board.stop();
  });
});

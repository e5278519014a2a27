import { setImmediate as nextTurn } from 'node:timers/promises';
import { buildSchema, parse, type ExecutionArgs } from 'graphql';
import { describe, expect, it } from 'vitest';
import { EVERYBODY, type Scope } from '../scope.js';
import { managerContext } from '../testing/manager-context.js';
import type { Context } from './context.js';
import { LiveResults } from './live-results.js';

const schema = buildSchema(`
  type Query { nothing: Boolean }
  type Event { id: ID! near(after: ID): String! seenBy: String! }
  type Subscription { recorded(after: ID, kind: String): Event! }
`);

interface Asking {
  query?: string;
  variables?: Record<string, unknown>;
  person?: string;
  scope?: Scope;
  serialise?: Parameters<LiveResults['join']>[1];
}

function setUp() {
  const results = new LiveResults();
  let executions = 0;
  const event = () => ({
    recorded: {
      id: () => `event-${++executions}`,
      near: ({ after }: { after: string }) => `near ${after}`,
      seenBy: (_args: unknown, { caller }: Context) => `${caller?.source}${JSON.stringify(caller?.scope)}`,
    },
  });
  const join = ({
    query = 'subscription ($after: ID, $kind: String) { recorded(after: $after, kind: $kind) { id seenBy } }',
    variables = {},
    person = 'ana',
    scope = EVERYBODY,
    serialise = (result) => JSON.stringify(result),
  }: Asking = {}) => {
    const context = managerContext(person, scope);
    const args: ExecutionArgs = { schema, document: parse(query), variableValues: variables, contextValue: context };
    const { payloadsOf, leave } = results.join(args, serialise);
    /** In the order in which they are given. */
    const texts = (events: readonly unknown[]) =>
      new Promise<string[]>((resolve, reject) => {
        payloadsOf(events, (payloads) => resolve(payloads.map(String)), reject);
      });
    return { texts, payloadOf: async (one: unknown) => (await texts([one]))[0]!, leave };
  };
  return { join, event, executions: () => executions };
}

const departments = (...ids: string[]): Scope => ({ kind: 'departments', ids });

describe('what subscribers see of an event', () => {
  it('is made once for all who ask the same with the same rights, and does not depend on who they are', async () => {
    const { join, event, executions } = setUp();
    const [ana, bo, recorded] = [join(), join({ person: 'bo' }), event()];
    const payloads = await Promise.all([ana.payloadOf(recorded), bo.payloadOf(recorded), ana.payloadOf(recorded)]);
    expect(new Set(payloads)).toEqual(
      new Set(['{"data":{"recorded":{"id":"event-1","seenBy":"{\\"kind\\":\\"everybody\\"}"}}}']),
    );
    expect(executions()).toBe(1);
  });

  it('is made once of events that several got at once, for who comes later as well', async () => {
    const { join, event, executions } = setUp();
    const [ana, bo] = [join(), join({ person: 'bo' })];
    const batch = [event(), event()];
    const [one, other] = await Promise.all([ana.texts(batch), bo.texts(batch)]);
    const later = await ana.texts(batch);
    expect([other, later]).toEqual([one, one]);
    expect(one.map((text) => /event-\d/.exec(text)?.[0])).toEqual(['event-1', 'event-2']);
    expect(executions()).toBe(2);
  });

  it('fails for who comes later too, where it could not be made', async () => {
    const { join, event } = setUp();
    const broken = () => {
      throw new Error('not serialisable');
    };
    const [ana, bo] = [join({ serialise: broken }), join({ person: 'bo' })];
    const batch = [event()];
    await expect(ana.texts(batch)).rejects.toThrow('not serialisable');
    await expect(bo.texts(batch)).rejects.toThrow('not serialisable');
  });

  it('is given to thousands, others having their turn in between', async () => {
    const { join, event } = setUp();
    const [member, batch] = [join(), [event()]];
    let served = 0;
    const all = Array.from({ length: 3_000 }, () => member.texts(batch).then(() => served++));
    await Promise.race(all);
    const servedBefore = await new Promise<number>((resolve) => setImmediate(() => resolve(served)));
    expect(servedBefore).toBeLessThan(3_000);
    await Promise.all(all);
    expect(served).toBe(3_000);
  });

  it.each<[string, Asking, Asking, number]>([
    ['begin at different events', { variables: { after: '1' } }, { variables: { after: '2' } }, 1],
    ['give other variables', { variables: { kind: 'A' } }, { variables: { kind: 'B' } }, 2],
    ['see other people', { scope: departments('a') }, { scope: departments('b') }, 2],
    ['ask for other fields', {}, { query: 'subscription { recorded { id } }' }, 2],
  ])('of those who %s', async (_name, one, other, expected) => {
    const { join, event, executions } = setUp();
    const recorded = event();
    await Promise.all([join(one).payloadOf(recorded), join(other).payloadOf(recorded)]);
    expect(executions()).toBe(expected);
  });

  it('is made for each where the beginning is used for something else as well', async () => {
    const { join, event } = setUp();
    const query = 'subscription ($after: ID) { recorded(after: $after) { near(after: $after) } }';
    const [one, other, recorded] = [
      join({ query, variables: { after: '1' } }),
      join({ query, variables: { after: '2' } }),
      event(),
    ];
    expect(await one.payloadOf(recorded)).toContain('near 1');
    expect(await other.payloadOf(recorded)).toContain('near 2');
  });

  it('is made again for who comes after the last of them has left', async () => {
    const { join, event, executions } = setUp();
    const [ana, recorded] = [join(), event()];
    await ana.payloadOf(recorded);
    ana.leave();
    await join().payloadOf(recorded);
    expect(executions()).toBe(2);
  });

  it('is sent to a hundred in a turn of the event loop, whatever they get, in the order in which they asked', async () => {
    const { join, event } = setUp();
    const subscribers = Array.from({ length: 150 }, () => join());
    const batches = [[event()], [event(), event()]];
    for (const batch of batches) await subscribers[0]!.texts(batch);
    const served: number[] = [];
    const asked = batches.flatMap((batch) => subscribers.map(({ texts }) => texts(batch)));
    const all = Promise.all(asked.map((given, index) => given.then(() => served.push(index))));
    for (let before = -1; before < served.length; await nextTurn()) {
      expect(served.length - before).toBeLessThanOrEqual(101);
      before = served.length;
    }
    await all;
    expect(served).toEqual(asked.map((_, index) => index));
  });
});

import { ApolloServer } from '@apollo/server';
import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { EVERYBODY, type Scope } from '../scope.js';
import { managerContext } from '../testing/manager-context.js';
import type { Context } from './context.js';
import { SharedAnswers } from './shared-answers.js';
import { markWatched } from './watched-fields.js';

const departments = (...ids: string[]): Scope => ({ kind: 'departments', ids });

/** A server whose `presence` is answered when `release` says so. */
function setUp() {
  const schema = buildSchema(`
    type Query { presence(site: String): Presence!  me: String! }
    type Presence { number: Int! site: String seenBy: String! secret: String wrong: String }
  `);
  const { presence, me } = schema.getQueryType()!.getFields();
  presence!.extensions = { sameForSameRights: true };
  markWatched(schema, (_type, field) => field === 'secret');
  const seenBy = ({ caller }: Context) => `${caller?.source}${JSON.stringify(caller?.scope)}`;
  me!.resolve = (_source, _args, context: Context) => seenBy(context);
  let executions = 0;
  let asked = 0;
  const held: (() => void)[] = [];
  presence!.resolve = async (_source, { site }: { site?: string }, context: Context) => {
    const number = ++executions;
    await new Promise<void>((resolve) => held.push(resolve));
    const wrong = () => {
      throw new Error('wrong');
    };
    return { number, site, seenBy: seenBy(context), secret: 'secret', wrong };
  };
  const answers = new SharedAnswers(schema, 10_000);
  const apollo = new ApolloServer<Context>({ schema, plugins: [answers.plugin], stringifyResult: answers.stringify });
  const ask = async (
    person: string,
    { query = '{ presence { number seenBy } }', scope = EVERYBODY, site = '' } = {},
  ): Promise<unknown> => {
    const variables = site ? { site } : {};
    // Looked at when it is about to be shared.
    const resolvers = () => void asked++;
    const contextValue = Object.defineProperty(managerContext(person, scope), 'resolvers', { get: resolvers });
    const { body } = await apollo.executeOperation({ query, variables }, { contextValue });
    if (body.kind !== 'single') throw new Error('not one answer');
    return body.singleResult.errors?.[0]?.message ?? (JSON.parse(JSON.stringify(body.singleResult.data)) as unknown);
  };
  /** Answers what is under way once there are so many. */
  const release = async (count: number) => {
    await begun(count);
    for (const resolve of held.splice(0)) resolve();
  };
  const begun = (count: number) => expect.poll(() => held.length, { interval: 1 }).toBe(count);
  return { ask, begun, release, answers, asked: () => asked };
}

const seenByAll = '{"kind":"everybody"}';

describe('queries that are the same for the same rights', () => {
  it('share an answer, whoever asks, where it is begun after they asked', async () => {
    const { ask, begun, release, asked } = setUp();
    const first = ask('ana');
    await begun(1);
    const others = Promise.all(['bo', 'cy', 'ana'].map((person) => ask(person)));
    await expect.poll(asked, { interval: 1 }).toBe(4);
    await release(1);
    expect(await first).toEqual({ presence: { number: 1, seenBy: seenByAll } });
    await release(1);
    expect(await others).toEqual(Array(3).fill({ presence: { number: 2, seenBy: seenByAll } }));
    const later = ask('bo');
    await release(1);
    expect(await later).toMatchObject({ presence: { number: 3 } });
  });

  it('are answered apart with other rights, variables or words', async () => {
    const { ask, release } = setUp();
    const query = 'query ($site: String) { presence(site: $site) { site seenBy } }';
    const asked = Promise.all([
      ask('ana', { query, site: 'Bonn' }),
      ask('ana', { query, site: 'Rome' }),
      ask('bo', { query, site: 'Bonn', scope: departments('a') }),
      ask('ana', { query: query.replace('seenBy', 'seenBy number'), site: 'Bonn' }),
    ]);
    await release(4);
    expect(await asked).toEqual([
      { presence: { site: 'Bonn', seenBy: seenByAll } },
      { presence: { site: 'Rome', seenBy: seenByAll } },
      { presence: { site: 'Bonn', seenBy: JSON.stringify(departments('a')) } },
      { presence: { site: 'Bonn', seenBy: seenByAll, number: expect.any(Number) as number } },
    ]);
  });

  it.each([
    ['that ask for something else as well', '{ presence { number seenBy } me }'],
    ['of which it is noted who looks', '{ presence { number seenBy secret } }'],
    ['with fragments at the top', '{ ...here } fragment here on Query { presence { number seenBy } }'],
  ])('are not shared: those %s', async (_which, query) => {
    const { ask, release } = setUp();
    const asked = Promise.all(['ana', 'bo'].map((person) => ask(person, { query })));
    await release(2);
    const seenBy = (person: string) => expect.objectContaining({ seenBy: `user:${person}${seenByAll}` }) as object;
    expect(await asked).toMatchObject([{ presence: seenBy('ana') }, { presence: seenBy('bo') }]);
  });

  it('share no answer with an error in it: each is told of their own', async () => {
    const { ask, release } = setUp();
    const query = '{ presence { number wrong } }';
    const first = ask('ana', { query });
    await release(1);
    await release(1);
    expect(await first).toBe('wrong');
  });
});

it('an answer becomes text once, however often it is sent', () => {
  const { answers } = setUp();
  let read = 0;
  const data = { toJSON: () => ++read };
  expect([answers.stringify({ data }), answers.stringify({ data })]).toEqual(['{"data":1}\n', '{"data":1}\n']);
  expect(answers.stringify({ data, errors: [] })).toContain('"data":2');
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildGraphQLSchema } from '../../schema.js';
import { file, type ApiClient } from '../../testing/api-client.js';
import {
  administrator,
  createKiosk,
  createTestApp,
  punch,
  register,
  type TestApp,
} from '../../testing/create-test-app.js';
import { photoOf } from '../../testing/fake-face-engine.js';
import { dialOperation, itWithstands, postOperation, type HostileCase, type Outcome } from '../../testing/hostile.js';
import { minimalOperation } from '../../testing/minimal-operation.js';

interface World extends TestApp {
  kiosk: ApiClient & { kioskId: string };
  other: ApiClient & { kioskId: string };
  employeeId: string;
  userId: string;
  cursor: string;
}

let world: World;
beforeAll(async () => {
  const test = await createTestApp();
  const kiosk = await createKiosk(test.admin);
  const other = await createKiosk(test.admin, { name: 'Back door' });
  const { employee } = await register(test.admin, 1);
  await register(test.admin, 2);
  const { users, employees } = await test.admin.ask<{
    users: { edges: { node: { id: string } }[] };
    employees: { edges: { cursor: string }[] };
  }>('{ users { edges { node { id } } } employees(first: 1) { edges { cursor } } }');
  world = {
    ...test,
    kiosk,
    other,
    employeeId: employee.id,
    userId: users.edges[0]!.node.id,
    cursor: employees.edges[0]!.cursor,
  };
});
afterAll(() => world.stop());

const schema = buildGraphQLSchema();
const mutations = Object.values(schema.getMutationType()!.getFields());
const queries = Object.values(schema.getQueryType()!.getFields());

async function ask(client: ApiClient, query: string, variables: Record<string, unknown>): Promise<Outcome> {
  const { status, ...answer } = await client.send(query, variables);
  return { status, text: JSON.stringify(answer), sent: JSON.stringify(variables) };
}

/** Ids of other kinds of things, at every mutation that takes one. */
const ofAnotherKind: HostileCase<World>[] = mutations
  .filter(({ args }) => args.some(({ name }) => name === 'id'))
  .map((field) => ({
    name: `${field.name} with the id of something else`,
    send: (all) => {
      const id = field.name.includes('Employee') ? all.kiosk.kioskId : all.employeeId;
      const { query, variables } = minimalOperation('mutation', field, { id, password: administrator.password });
      return ask(all.admin, query, variables);
    },
    expected: ['NOT_FOUND', 'BAD_USER_INPUT'],
  }));

/** Cursors that are not of the list they are used in. */
const CURSORS: Record<string, (all: World) => string> = {
  'of another list': ({ cursor }) => cursor,
  'that is made up': () => Buffer.from(JSON.stringify(["' OR 1=1 --"])).toString('base64url'),
  'of deep JSON': () => Buffer.from('['.repeat(5000)).toString('base64url'),
};
const cursors: HostileCase<World>[] = queries
  .filter(({ name, args }) => name !== 'employees' && args.some((arg) => arg.name === 'after'))
  .flatMap((field) =>
    Object.entries(CURSORS).map(([kind, cursorOf]) => ({
      name: `${field.name} after a cursor ${kind}`,
      send: (all: World) => {
        const { query } = minimalOperation('query', field);
        return ask(
          all.admin,
          query.replace(field.name, `${field.name}(after: ${JSON.stringify(cursorOf(all))})`).replace(')(', ', '),
          {},
        );
      },
      // A cursor of one text is as good as any other where lists are in order of one.
      expected: ['BAD_USER_INPUT', 'ok', 'GRAPHQL_VALIDATION_FAILED', 'GRAPHQL_PARSE_FAILED'],
    })),
  );

const pages: HostileCase<World>[] = [0, -1, 201, 2_147_483_647].map((first) => ({
  name: `a page of ${first}`,
  send: ({ admin }) => postOperation(admin, `{ employees(first: ${first}) { totalCount } }`),
  expected: 'BAD_USER_INPUT',
}));

const subscriptionIds: HostileCase<World>[] = [
  ['the id of a person', ({ employeeId }: World) => employeeId],
  ['a number', () => '-1'],
  ['SQL', () => "0' OR 1=1 --"],
  ['a text of 10 kB', () => 'x'.repeat(10_000)],
].map(([name, idOf]) => ({
  name: `live arrivals after ${name as string}`,
  send: async (all) => {
    const after = (idOf as (all: World) => string)(all);
    return dialOperation(all.admin, 'subscription ($after: ID) { attendanceRecorded(after: $after) { id } }', {
      after,
    });
  },
  expected: ['BAD_USER_INPUT', 'NOT_FOUND', 'status 0'],
}));

itWithstands(
  "other people's ids",
  () => world,
  () => world.anonymous,
  [...ofAnotherKind, ...cursors, ...pages, ...subscriptionIds],
);

describe('idempotency keys', () => {
  it('of one kiosk say nothing to another', async () => {
    const first = await punch(world.kiosk, 'punch', await photoOf(1), 'shared-key');
    expect(first).toMatchObject({ __typename: 'AttendanceRecorded' });
    const other = await punch(world.other, 'punch', await photoOf(7), 'shared-key');
    expect(other).toMatchObject({ __typename: 'Refusal', reason: 'UNKNOWN_FACE' });
  });

  it('that are used again with another face give the first answer, and record nothing', async () => {
    const again = await punch(world.kiosk, 'punch', await photoOf(2), 'shared-key');
    expect(again).toMatchObject({ __typename: 'AttendanceRecorded', event: { employee: { id: world.employeeId } } });
    const { presence } = await world.admin.ask<{ presence: { present: number } }>('{ presence { present } }');
    expect(presence.present).toBe(1);
  });

  it.each(['', 'k'.repeat(201), 'k'.repeat(50_000)])('are refused where they are no key', async (key) => {
    await expect(punch(world.kiosk, 'punch', await photoOf(1), key)).rejects.toThrow('BAD_USER_INPUT');
  });
});

/** The clock of the tests stands at 2026-03-02 08:00 UTC. */
const FORGED: readonly (readonly [name: string, deferred: unknown])[] = [
  ['a time that is to come', { capturedAt: '2026-03-02T09:00:00Z', clockOffsetMs: 0 }],
  ['a time of next year', { capturedAt: '2027-03-02T08:00:00Z', clockOffsetMs: 0 }],
  ['a time of last month', { capturedAt: '2026-02-02T08:00:00Z', clockOffsetMs: 0 }],
  ['the beginning of time', { capturedAt: '1970-01-01T00:00:00Z', clockOffsetMs: 0 }],
  ['the end of time', { capturedAt: '+275760-09-13T00:00:00Z', clockOffsetMs: 0 }],
  ['a time before Christ', { capturedAt: '-000001-01-01T00:00:00Z', clockOffsetMs: 0 }],
  ['no time', { capturedAt: 'yesterday', clockOffsetMs: 0 }],
  ['a clock that is two days ahead', { capturedAt: '2026-03-02T07:00:00Z', clockOffsetMs: 172_800_000 }],
  ['a clock that is two days behind', { capturedAt: '2026-03-02T07:00:00Z', clockOffsetMs: -172_800_000 }],
  ['a clock beyond all numbers', { capturedAt: '2026-03-02T07:00:00Z', clockOffsetMs: 1e300 }],
  ['an offset that makes tomorrow of today', { capturedAt: '2026-03-02T07:59:00Z', clockOffsetMs: -80_000_000 }],
];

itWithstands(
  'forged clocks',
  () => world,
  () => world.anonymous,
  FORGED.map(([name, deferred], index): HostileCase<World> => ({
    name,
    send: async (all) => {
      const query = `mutation ($photo: Upload!, $deferred: DeferredPunch, $key: ID) {
        punch(photo: $photo, deferred: $deferred, idempotencyKey: $key) { __typename ... on Refusal { reason } } }`;
      return ask(all.kiosk, query, { photo: file(await photoOf(2)), deferred, key: `forged-${index}` });
    },
    expected: ['BAD_USER_INPUT', 'IMPLAUSIBLE_TIME', 'GRAPHQL_VALIDATION_FAILED'],
  })),
);

describe('forged clocks', () => {
  it('a Date header of another year does not move a punch', async () => {
    const { port } = new URL(world.anonymous.url);
    const boundary = 'b';
    const operations = JSON.stringify({
      query: 'mutation ($p: Upload!) { punch(photo: $p) { __typename ... on AttendanceRecorded { event { at } } } }',
      variables: { p: null },
    });
    const part = (name: string, more = '') =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n`;
    const body = Buffer.concat([
      Buffer.from(
        `${part('operations')}${operations}\r\n${part('map')}{"0":["variables.p"]}\r\n${part('0', '; filename="a"')}`,
      ),
      await photoOf(1),
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]);
    world.clock.forward(10);
    const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${world.kiosk.token}`,
        'content-type': `multipart/form-data; boundary=${boundary}`,
        date: 'Mon, 01 Jan 2001 00:00:00 GMT',
        'x-timestamp': '0',
      },
      body,
    });
    const { data } = (await response.json()) as { data: { punch: { event: { at: string } } } };
    expect(data.punch.event.at).toBe(world.clock.now().toISOString());
  });
});

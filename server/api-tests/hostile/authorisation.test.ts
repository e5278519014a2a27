import { afterAll, beforeAll } from 'vitest';
import { buildGraphQLSchema } from '../../schema.js';
import type { ApiClient } from '../../testing/api-client.js';
import { createKiosk, createTestApp, type TestApp } from '../../testing/create-test-app.js';
import { dialOperation, itWithstands, type HostileCase, type Outcome } from '../../testing/hostile.js';
import { minimalOperation, type Operation } from '../../testing/minimal-operation.js';

let test: TestApp;
let kiosk: ApiClient;
beforeAll(async () => {
  test = await createTestApp();
  kiosk = await createKiosk(test.admin);
});
afterAll(() => test.stop());

const OPEN_TO_EVERYBODY = ['login', 'setUp', 'setUpNeeded'];
const OPEN_TO_KIOSKS = [
  ...['recognize', 'checkIn', 'checkOut', 'punch', 'livenessChallenge', 'register', 'departments', 'viewer'],
  ...['serverTime', 'requestCorrection', 'notMe'],
  ...OPEN_TO_EVERYBODY,
];

const schema = buildGraphQLSchema();
const operations = (['query', 'mutation', 'subscription'] as const).flatMap((kind) => {
  const { getFields } = { getFields: () => schema.getRootType(kind as never)!.getFields() };
  return Object.values(getFields()).map((field) => [field.name, kind, minimalOperation(kind, field)] as const);
});

async function send(client: ApiClient, { query, variables }: Operation): Promise<Outcome> {
  const { status, ...answer } = await client.send(query, variables);
  return { status, text: JSON.stringify(answer), sent: query };
}

interface World {
  nobody: ApiClient;
  kiosk: ApiClient;
}

const closed = operations.filter(([name]) => !OPEN_TO_EVERYBODY.includes(name));
const cases: HostileCase<World>[] = [
  ...closed.map(([name, kind, operation]) => ({
    name: `nobody asks for ${kind} ${name}`,
    send: ({ nobody }: World) =>
      kind === 'subscription' ? dialOperation(nobody, operation.query, operation.variables) : send(nobody, operation),
    expected: 'UNAUTHENTICATED',
  })),
  ...closed
    .filter(([, , { variables }]) => !JSON.stringify(Object.keys(variables)).includes('photo'))
    .map(([name, kind, operation]) => ({
      name: `a forged session asks for ${kind} ${name} by WebSocket`,
      send: ({ nobody }: World) =>
        dialOperation(nobody.as(`rs_${'A'.repeat(43)}`), operation.query, operation.variables),
      // A token that nobody knows may also close the connection, whichever comes first.
      expected: ['UNAUTHENTICATED', 'closed 4403'],
    })),
  ...operations
    .filter(([name]) => !OPEN_TO_KIOSKS.includes(name))
    .map(([name, kind, operation]) => ({
      name: `a kiosk asks for ${kind} ${name}`,
      send: (world: World) =>
        kind === 'subscription'
          ? dialOperation(world.kiosk, operation.query, operation.variables)
          : send(world.kiosk, operation),
      expected: 'FORBIDDEN',
    })),
];

itWithstands(
  'authorisation',
  () => ({ nobody: test.anonymous, kiosk }),
  () => test.anonymous,
  cases,
);

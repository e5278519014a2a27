import { afterAll, beforeAll } from 'vitest';
import { buildGraphQLSchema } from '../../schema.js';
import type { ApiClient } from '../../testing/api-client.js';
import { createAccount, createApiKey } from '../../testing/create-account.js';
import { createKiosk, createTestApp, register, type TestApp } from '../../testing/create-test-app.js';
import { dialOperation, itWithstands, type HostileCase, type Outcome } from '../../testing/hostile.js';
import { minimalOperation, sendsFile, type Operation } from '../../testing/minimal-operation.js';
import { operations as table } from '../access-table.js';

const HELD_BACK = ['MANAGER', 'AUDITOR', 'EMPLOYEE', 'INTEGRATOR', 'KIOSK'] as const;
type World = Record<'nobody' | (typeof HELD_BACK)[number], ApiClient>;

let test: TestApp;
let world: World;
beforeAll(async () => {
  test = await createTestApp();
  const { employee } = await register(test.admin, 1);
  world = {
    nobody: test.anonymous,
    MANAGER: await createAccount(test, { role: 'MANAGER', departmentIds: [] }),
    AUDITOR: await createAccount(test, { role: 'AUDITOR' }),
    EMPLOYEE: await createAccount(test, { role: 'EMPLOYEE', employeeId: employee.id }),
    INTEGRATOR: await createApiKey(test.admin, ['INTROSPECTION']),
    KIOSK: await createKiosk(test.admin),
  };
});
afterAll(() => test.stop());

const schema = buildGraphQLSchema();
const operations = (['query', 'mutation', 'subscription'] as const).flatMap((kind) => {
  const type = schema.getRootType(kind as never)!;
  return Object.values(type.getFields()).map((field) => ({
    name: field.name,
    kind,
    operation: minimalOperation(kind, field),
    open: table[`${type.name}.${field.name}`]!.split(' '),
  }));
});

async function send(client: ApiClient, { query, variables }: Operation): Promise<Outcome> {
  const { status, ...answer } = await client.send(query, variables);
  return { status, text: JSON.stringify(answer), sent: query };
}

const dialled = (client: ApiClient, { query, variables }: Operation) => dialOperation(client, query, variables);

const closed = operations.filter(({ open }) => !open.includes('NOBODY'));
const cases: HostileCase<World>[] = [
  ...closed.map(({ name, kind, operation }) => ({
    name: `nobody asks for ${kind} ${name}`,
    send: ({ nobody }: World) => (kind === 'subscription' ? dialled(nobody, operation) : send(nobody, operation)),
    expected: 'UNAUTHENTICATED',
  })),
  ...closed
    .filter(({ operation }) => !sendsFile(operation))
    .map(({ name, kind, operation }) => ({
      name: `a forged session asks for ${kind} ${name} by WebSocket`,
      send: ({ nobody }: World) => dialled(nobody.as(`rs_${'A'.repeat(43)}`), operation),
      // A token that nobody knows may also close the connection, whichever comes first.
      expected: ['UNAUTHENTICATED', 'closed 4403'],
    })),
  ...HELD_BACK.flatMap((role) =>
    closed
      .filter(({ open }) => !open.includes(role === 'INTEGRATOR' ? 'INTROSPECTION' : role))
      .map(({ name, kind, operation }) => ({
        name: `${role} asks for ${kind} ${name}`,
        send: ({ [role]: client }: World) =>
          kind === 'subscription' ? dialled(client, operation) : send(client, operation),
        expected: 'FORBIDDEN',
      })),
  ),
];

itWithstands(
  'authorisation',
  () => world,
  () => test.anonymous,
  cases,
);

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keyScopes } from '../caller.js';
import { buildGraphQLSchema } from '../schema.js';
import type { ApiClient } from '../testing/api-client.js';
import { createAccount, createApiKey } from '../testing/create-account.js';
import { createKiosk, createTestApp, register, type TestApp } from '../testing/create-test-app.js';
import { minimalOperation, sendsFile } from '../testing/minimal-operation.js';
import { operations } from './access-table.js';
import { comers, type Comer } from './schema-rules.js';

// Each operation of the table is asked for by each kind of caller on a running server. Those who may use it get past the
// check of roles, wherever that leads; those who may not get no further.
const schema = buildGraphQLSchema();
/** Ends the session that it comes with: last. */
const names = Object.keys(operations).sort((a, b) => Number(a.endsWith('.logout')) - Number(b.endsWith('.logout')));

let test: TestApp;
let clients: Record<Comer, ApiClient>;
beforeAll(async () => {
  test = await createTestApp();
  const { employee } = await register(test.admin, 1, { checkIn: true });
  const { departmentList } = await test.admin.ask<{ departmentList: { edges: { node: { id: string } }[] } }>(
    '{ departmentList { edges { node { id } } } }',
  );
  const departmentIds = departmentList.edges.map(({ node }) => node.id);
  const keys = await Promise.all(
    keyScopes.map(async (scope) => [scope, await createApiKey(test.admin, [scope])] as const),
  );
  clients = {
    NOBODY: test.anonymous,
    ADMIN: test.admin,
    MANAGER: await createAccount(test, { role: 'MANAGER', departmentIds }),
    AUDITOR: await createAccount(test, { role: 'AUDITOR' }),
    EMPLOYEE: await createAccount(test, { role: 'EMPLOYEE', employeeId: employee.id }),
    KIOSK: await createKiosk(test.admin),
    ...(Object.fromEntries(keys) as unknown as Record<(typeof keyScopes)[number], ApiClient>),
  };
});
afterAll(() => test.stop());

interface Denial {
  message: string;
  extensions?: { code?: unknown };
}
const isDenied = (errors: readonly Denial[] | undefined): boolean =>
  errors?.some(({ message }) => /^(Sign in first|This needs )/.test(message)) ?? false;

/** What an operation ends with on a socket: its first answer. */
function first(client: ApiClient, document: string, variables: Record<string, unknown>): Promise<Denial[] | undefined> {
  return new Promise((resolve, reject) => {
    const socket = client.socket();
    const end = (errors: Denial[] | undefined) => {
      resolve(errors);
      void socket.dispose();
    };
    socket.subscribe(
      { query: document, variables },
      {
        next: ({ errors }) => end(errors as Denial[] | undefined),
        error: (error) => (Array.isArray(error) ? end(error as Denial[]) : reject(error as Error)),
        complete: () => end(undefined),
      },
    );
  });
}

function sample(name: string) {
  const [kind = '', field = ''] = name.split('.');
  const type = schema.getType(kind) as ReturnType<typeof schema.getQueryType>;
  // The whole log: whoever may follow it gets an answer at once.
  const given = kind === 'Subscription' ? { after: '0' } : {};
  return minimalOperation(kind.toLowerCase() as 'query', type!.getFields()[field]!, given);
}

describe.each(comers)('%s', (comer) => {
  const mayUse = (name: string) => operations[name]!.split(' ').includes(comer);

  it('may use over WebSocket what the table says, and nothing else', async () => {
    const over = names.filter((name) => !sendsFile(sample(name)) && !name.endsWith('.logout'));
    const used: string[] = [];
    for (const name of over) {
      const { query, variables } = sample(name);
      if (!isDenied(await first(clients[comer], query, variables))) used.push(name);
    }
    expect(used).toEqual(over.filter(mayUse));
  });

  it('may use over HTTP what the table says, and nothing else', async () => {
    const over = names.filter((name) => !name.startsWith('Subscription.'));
    const used: string[] = [];
    for (const name of over) {
      const { query, variables } = sample(name);
      const { errors } = await clients[comer].send(query, variables);
      if (!isDenied(errors)) used.push(name);
    }
    expect(used).toEqual(over.filter(mayUse));
  });
});

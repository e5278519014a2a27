import type { KeyScope, UserRole } from '../caller.js';
import type { ApiClient } from './api-client.js';
import { signIn, type TestApp } from './create-test-app.js';

let accounts = 0;

/** The client of a new account. */
export async function createAccount(
  { admin, anonymous }: Pick<TestApp, 'admin' | 'anonymous'>,
  rights: { role: UserRole; departmentIds?: string[]; employeeId?: string },
): Promise<ApiClient & { userId: string; email: string; password: string }> {
  const credentials = { email: `account-${++accounts}@example.org`, password: 'another long password' };
  const { createUser } = await admin.ask<{ createUser: { id: string } }>(
    'mutation ($input: CreateUserInput!) { createUser(input: $input) { id } }',
    { input: { ...credentials, ...rights } },
  );
  return Object.assign(await signIn(anonymous, credentials), { userId: createUser.id, ...credentials });
}

/** The client of a new API key. */
export async function createApiKey(
  admin: ApiClient,
  scopes: KeyScope[],
  departmentIds?: string[],
): Promise<ApiClient & { keyId: string }> {
  const { createApiKey: made } = await admin.ask<{ createApiKey: { token: string; key: { id: string } } }>(
    'mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { token key { id } } }',
    { input: { name: scopes.join(' ').slice(0, 100), scopes, departmentIds } },
  );
  return Object.assign(admin.as(made.token), { keyId: made.key.id });
}

/** The ids of all departments, by name. */
export async function departmentIds(admin: ApiClient): Promise<Record<string, string>> {
  const { departmentList } = await admin.ask<{
    departmentList: { edges: { node: { id: string; name: string } }[] };
  }>('{ departmentList(first: 200) { edges { node { id name } } } }');
  return Object.fromEntries(departmentList.edges.map(({ node }) => [node.name, node.id]));
}

import { expect } from 'vitest';
import { administrator, type RollcallServer } from './rollcall-server';

/** Asks the API; an error would be a surprise. */
export type Ask = <T = Record<string, unknown>>(query: string, variables?: object) => Promise<T>;

/** A session, the administrator's unless another account is given: its token for a browser, and a way to ask the API. */
export async function signIn(
  server: RollcallServer,
  account: typeof administrator = administrator,
): Promise<{ token: string; ask: Ask }> {
  const send = async (query: string, variables: object, token?: string): Promise<unknown> => {
    const answer = await fetch(`${server.origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify({ query, variables }),
    });
    const body = (await answer.json()) as { data: unknown };
    expect(body).not.toHaveProperty('errors');
    return body.data;
  };
  const login =
    'mutation ($email: String!, $password: String!) { login(email: $email, password: $password) { token } }';
  const { token } = ((await send(login, account)) as { login: { token: string } }).login;
  return { token, ask: async <T>(query: string, variables: object = {}) => (await send(query, variables, token)) as T };
}

/** What a browser remembers of a session. */
export const sessionState = (server: RollcallServer, token: string) => ({
  cookies: [],
  origins: [{ origin: server.origin, localStorage: [{ name: 'rollcall.session', value: token }] }],
});

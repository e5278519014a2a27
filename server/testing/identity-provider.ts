import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

/** What somebody is called over there. */
export interface Identity {
  email: string;
  email_verified: boolean;
}

export interface IdentityProvider {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** By subject. What is put here counts from the next sign-in on. */
  people: Map<string, Identity>;
  /** Signs in there as a browser would, and returns the address that it is sent back to. */
  signIn(url: string, subject: string): Promise<URL>;
  stop(): Promise<void>;
}

/** A real OpenID provider on this machine, with one client and its own sign-in pages. */
export async function startIdentityProvider(redirectUri: string): Promise<IdentityProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  const [clientId, clientSecret] = ['rollcall', crypto.randomUUID()];
  const people = new Map<string, Identity>();
  const provider = new Provider(issuer, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [redirectUri] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    cookies: { keys: [crypto.randomUUID()] },
    pkce: { required: () => true },
    findAccount: (_context: unknown, sub: string) => ({
      accountId: sub,
      claims: () => ({ sub, ...people.get(sub) }),
    }),
  });
  server.on('request', provider.callback());

  return {
    issuer,
    clientId,
    clientSecret,
    people,
    async signIn(url, subject) {
      const cookies = new Map<string, string>();
      let next: { url: string; form?: Record<string, string> } = { url };
      for (let step = 0; step < 20; step++) {
        const response = await fetch(next.url, {
          redirect: 'manual',
          headers: { cookie: [...cookies].map((pair) => pair.join('=')).join('; ') },
          ...(next.form && { method: 'POST', body: new URLSearchParams(next.form) }),
        });
        for (const cookie of response.headers.getSetCookie()) {
          const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
          cookies.set(name, value);
        }
        const location = response.headers.get('location');
        if (location) {
          const target = new URL(location, next.url);
          if (target.href.startsWith(redirectUri)) return target;
          next = { url: target.href };
          continue;
        }
        const prompt = /name="prompt" value="(\w+)"/.exec(await response.text())?.[1];
        if (!prompt) throw new Error(`the provider answered ${response.status} at ${next.url}`);
        next = { url: next.url, form: { prompt, ...(prompt === 'login' && { login: subject, password: 'any' }) } };
      }
      throw new Error('the provider did not come to an end');
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

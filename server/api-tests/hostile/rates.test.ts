import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { file, type ApiClient } from '../../testing/api-client.js';
import { administrator, createKiosk, createTestApp, register, type TestApp } from '../../testing/create-test-app.js';
import { photoOf } from '../../testing/fake-face-engine.js';
import { dialOperation, expectAlive, expectNoLeak, wordOf, type Outcome } from '../../testing/hostile.js';

const LOGIN = `mutation ($email: String!, $password: String!, $deviceToken: String) {
  login(email: $email, password: $password, deviceToken: $deviceToken) { token deviceToken }
}`;

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp({ env: { RATE_SIGN_INS: '30', TRUST_PROXY: '127.0.0.9' } });
});
afterAll(() => test.stop());

/** Signs in from one of this machine's addresses. */
function signInFrom(
  localAddress: string,
  email: string,
  password = 'a wrong password',
  { headers = {}, deviceToken }: { headers?: Record<string, string>; deviceToken?: string } = {},
): Promise<Outcome & { retryAfter: string | undefined }> {
  return new Promise((resolve, reject) => {
    const body = JSON.stringify({ query: LOGIN, variables: { email, password, deviceToken } });
    const { port } = new URL(test.anonymous.url);
    const sent = request(
      {
        host: '127.0.0.1',
        port,
        path: '/graphql',
        method: 'POST',
        localAddress,
        agent: false,
        headers: { 'content-type': 'application/json', ...headers },
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part: string) => (text += part));
        response.on('end', () =>
          resolve({ status: response.statusCode!, text, retryAfter: response.headers['retry-after'] }),
        );
      },
    );
    sent.on('error', reject).end(body);
  });
}

const inARow = async (count: number, send: (n: number) => Promise<Outcome>): Promise<string[]> => {
  const words: string[] = [];
  for (let n = 0; n < count; n++) {
    const outcome = await send(n);
    expectNoLeak(outcome);
    words.push(wordOf(outcome));
  }
  return words;
};
const WRONG = 'UNAUTHENTICATED';
const PAUSED = 'TOO_MANY_ATTEMPTS';
const LIMITED = 'RATE_LIMITED';

describe('guessing passwords', () => {
  it('is stopped after a few, with the time to wait in error and header', async () => {
    expect(await inARow(4, () => signInFrom('127.0.1.1', 'a@example.org'))).toEqual([WRONG, WRONG, WRONG, PAUSED]);
    const { text, retryAfter } = await signInFrom('127.0.1.1', 'a@example.org');
    const { errors } = JSON.parse(text) as { errors: { extensions: object }[] };
    expect(retryAfter).toBe('1');
    expect(errors[0]!.extensions).toEqual({ code: PAUSED, retryAfterSeconds: 1 });
  });

  it('shuts out nobody else: the right password from another address goes on working', async () => {
    await inARow(6, () => signInFrom('127.0.1.2', administrator.email));
    expect(wordOf(await signInFrom('127.0.1.3', administrator.email, administrator.password))).toBe('ok');
    expect(wordOf(await signInFrom('127.0.1.2', administrator.email, administrator.password))).toBe(PAUSED);
  });

  it('leaves alone a browser that the account is known to use, at the same address', async () => {
    const { text } = await signInFrom('127.0.1.8', administrator.email, administrator.password);
    const { deviceToken } = (JSON.parse(text) as { data: { login: { deviceToken: string } } }).data.login;
    await inARow(20, () => signInFrom('127.0.1.8', administrator.email));
    const { email, password } = administrator;
    expect(wordOf(await signInFrom('127.0.1.8', email, password))).toBe(PAUSED);
    expect(wordOf(await signInFrom('127.0.1.8', email, password, { deviceToken }))).toBe('ok');
  });

  it('of one account is one count, however its address is written', async () => {
    const spellings = ['b@example.org', 'B@example.org', ' b@example.org ', 'B@EXAMPLE.ORG'];
    expect(await inARow(4, (n) => signInFrom('127.0.1.4', spellings[n]!))).toEqual([WRONG, WRONG, WRONG, PAUSED]);
  });

  it('of many accounts from one address is slowed down, and then stopped', async () => {
    const words = await inARow(35, (n) => signInFrom('127.0.1.5', `user${n}@example.org`));
    expect(words).toEqual([
      ...Array<string>(20).fill(WRONG),
      ...Array<string>(10).fill(PAUSED),
      ...Array<string>(5).fill(LIMITED),
    ]);
    const { text, retryAfter } = await signInFrom('127.0.1.5', 'user@example.org');
    const { errors } = JSON.parse(text) as { errors: { extensions: object }[] };
    expect(errors[0]!.extensions).toEqual({ code: LIMITED, retryAfterSeconds: Number(retryAfter) });
    expect(Number(retryAfter)).toBeGreaterThan(20);
  });

  it('does not start anew with a header that anybody may write', async () => {
    const words = await inARow(5, (n) =>
      signInFrom('127.0.1.6', 'c@example.org', 'x', {
        headers: {
          'x-forwarded-for': `10.0.0.${n}`,
          forwarded: `for=10.0.0.${n}`,
          'x-real-ip': `10.0.0.${n}`,
          'x-client-ip': `10.0.0.${n}`,
          'cf-connecting-ip': `10.0.0.${n}`,
        },
      }),
    );
    expect(words).toEqual([WRONG, WRONG, WRONG, PAUSED, PAUSED]);
  });

  it('is counted by client behind a proxy that is trusted, whatever the client puts in front', async () => {
    const through = (client: string) => (n: number) =>
      signInFrom('127.0.0.9', 'd@example.org', 'x', { headers: { 'x-forwarded-for': `9.9.9.${n}, ${client}` } });
    expect(await inARow(4, through('198.51.100.1'))).toEqual([WRONG, WRONG, WRONG, PAUSED]);
    expect(await inARow(1, through('198.51.100.2'))).toEqual([WRONG]);
  });

  it('in one document counts each guess', async () => {
    const many = `mutation { ${Array.from({ length: 6 }, (_, n) => `a${n}: login(email: "e@example.org", password: "${n}") { token }`).join(' ')} }`;
    const { errors } = await test.anonymous.send(many);
    // The first error ends a mutation: later guesses are not even tried.
    expect(errors).toHaveLength(1);
  });

  it('by WebSocket counts in the same way', async () => {
    const guess = () => dialOperation(test.anonymous, LOGIN, { email: 'f@example.org', password: 'x' });
    expect(await inARow(4, guess)).toEqual([WRONG, WRONG, WRONG, PAUSED]);
  });

  it('is forgotten once the password was right', async () => {
    const words = await inARow(8, (n) =>
      signInFrom('127.0.1.7', administrator.email, n % 3 === 2 ? administrator.password : 'wrong'),
    );
    expect(words).toEqual([WRONG, WRONG, 'ok', WRONG, WRONG, 'ok', WRONG, WRONG]);
  });
});

describe('photographs', () => {
  const RECOGNIZE = 'mutation ($photo: Upload!) { recognize(photo: $photo) { __typename } }';
  /** Fewer than the server receives at the same time. */
  const AT_ONCE = 8;
  const codes = async (client: ApiClient, count: number): Promise<(string | undefined)[]> => {
    const photo = file(await photoOf(7));
    const codesOf: (string | undefined)[] = [];
    for (let sent = 0; sent < count; sent += AT_ONCE) {
      const some = Array.from({ length: Math.min(AT_ONCE, count - sent) }, () => client.send(RECOGNIZE, { photo }));
      codesOf.push(...(await Promise.all(some)).map(({ errors }) => errors?.[0]?.extensions.code));
    }
    return codesOf;
  };

  it('of one kiosk are limited by the minute, and another kiosk is served', async () => {
    const limited = await createTestApp({ env: { RATE_PHOTOS_PER_MINUTE: '20' } });
    const [one, other] = [await createKiosk(limited.admin), await createKiosk(limited.admin, { name: 'Back door' })];
    expect((await codes(one, 30)).filter((code) => code === LIMITED)).toHaveLength(10);
    expect(await codes(other, 5)).toEqual(Array(5).fill(undefined));
    await expectAlive(limited.anonymous);
    await limited.stop();
  });

  it('at two a second for a minute, which is more than a door sees, meet no limit of the default settings', async () => {
    const usual = await createTestApp({
      env: { RATE_PHOTOS_PER_MINUTE: '', RATE_PINS_PER_MINUTE: '', RATE_SIGN_INS: '' },
    });
    expect(await codes(await createKiosk(usual.admin), 120)).toEqual(Array(120).fill(undefined));
    await usual.stop();
  });

  it('with a PIN are limited far sooner', async () => {
    const limited = await createTestApp({ env: { RATE_PINS_PER_MINUTE: '4' } });
    await register(limited.admin, 1);
    const kiosk = await createKiosk(limited.admin);
    const PUNCH = 'mutation ($photo: Upload!, $pin: String) { punch(photo: $photo, pin: $pin) { __typename } }';
    const photo = file(await photoOf(1));
    const seen: (string | undefined)[] = [];
    for (let n = 0; n < 6; n++) {
      const { errors } = await kiosk.send(PUNCH, { photo, pin: `00000${n}` });
      seen.push(errors?.[0]?.extensions.code);
    }
    expect(seen).toEqual([undefined, undefined, undefined, undefined, LIMITED, LIMITED]);
    await limited.stop();
  });
});

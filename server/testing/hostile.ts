import { createConnection } from 'node:net';
import { expect, it } from 'vitest';
import WebSocket from 'ws';
import type { ApiClient } from './api-client.js';
import { findLeaks } from './find-leaks.js';

/** What a hostile client got back. */
export interface Outcome {
  /** HTTP status; 0 where the connection was closed without an answer. By WebSocket the close code, or 0 while open. */
  status: number;
  text: string;
  /** What was sent, as far as answers repeat it. */
  sent?: string;
}

/**
 * What a case is to end with: the code of the first error, `ok` for an answer without one, a refusal's reason, or
 * `status N` / `closed N`; several where each is right.
 */
export type Expected = string | readonly string[];

export interface HostileCase<World> {
  name: string;
  send: (world: World) => Promise<Outcome>;
  expected: Expected;
}

/** Runs a table of cases. Each must end as expected, leak nothing, and leave a server that goes on. */
export function itWithstands<World>(
  family: string,
  world: () => World,
  alive: () => ApiClient,
  cases: readonly HostileCase<World>[],
): void {
  it.each(cases.map((each) => [each.name, each] as const))(`${family}: %s`, async (_name, { send, expected }) => {
    const outcome = await send(world());
    expect(wordOf(outcome), outcome.text.slice(0, 500)).toBeOneOf([expected].flat());
    expectNoLeak(outcome);
    await expectAlive(alive());
  });
}

/** A 5xx is a masked error with its number or it is a fault; no answer shows what is inside. */
export function expectNoLeak({ status, text, sent }: Outcome): void {
  expect(findLeaks(text, sent)).toEqual([]);
  if (text.includes('INTERNAL_SERVER_ERROR') || (status >= 500 && status < 600)) {
    expect.fail(`a hostile request met an error of ours: ${text.slice(0, 500)}`);
  }
}

export async function expectAlive(client: ApiClient): Promise<void> {
  expect(await client.ask('{ setUpNeeded }')).toEqual({ setUpNeeded: false });
}

export function wordOf({ status, text }: Outcome): string {
  const code = /"code":"([A-Z_]+)"/.exec(text)?.[1];
  if (code) return code;
  const reason = /"reason":"([A-Z_]+)"/.exec(text)?.[1];
  if (reason) return reason;
  if (status >= 1000) return `closed ${status}`;
  return (status === 200 || status === 0) && text.includes('"data"') ? 'ok' : `status ${status}`;
}

/** Posts a body as it is. */
export async function post(
  { url, token }: ApiClient,
  body: string | FormData | Uint8Array<ArrayBuffer> | null,
  headers: Record<string, string> = { 'content-type': 'application/json' },
): Promise<Outcome> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { ...(token && { authorization: `Bearer ${token}` }), ...headers },
    body,
  });
  const sent = typeof body === 'string' ? body : '';
  return { status: response.status, text: await response.text(), sent };
}

export const postOperation = (client: ApiClient, query: unknown, variables: unknown = {}): Promise<Outcome> =>
  post(client, JSON.stringify({ query, variables }));

/** Sends an operation by WebSocket, and gives the first thing that is said about it. */
export async function dialOperation(client: ApiClient, query: unknown, variables: unknown = {}): Promise<Outcome> {
  const payload = { query, variables };
  const outcome = await dial(client, [init(client), { id: '1', type: 'subscribe', payload }], (text) =>
    /"type":"(next|error|complete)"/.test(text),
  );
  return { ...outcome, sent: JSON.stringify(payload) };
}

export const init = ({ token }: ApiClient) => ({
  type: 'connection_init',
  payload: token ? { authorization: `Bearer ${token}` } : {},
});

/**
 * Opens a WebSocket, sends messages (objects as JSON, strings and buffers as they are), and ends when `isDone` says so of
 * everything that came, when the server closes, or after a while. Messages after the first wait for its acknowledgement.
 */
export function dial(
  { url }: ApiClient,
  messages: readonly (object | string | Buffer)[],
  isDone: (text: string) => boolean = () => false,
  options: { protocol?: string; path?: string; headers?: Record<string, string>; waitMs?: number } = {},
): Promise<Outcome> {
  return new Promise((resolve) => {
    const target = `${url.replace('http', 'ws')}${options.path ?? '/graphql'}`;
    const socket = new WebSocket(target, options.protocol ?? 'graphql-transport-ws', { headers: options.headers });
    const received: string[] = [];
    const end = (status: number, text = received.join('\n')) => {
      clearTimeout(timer);
      socket.terminate();
      resolve({ status, text });
    };
    const timer = setTimeout(() => end(0), options.waitMs ?? 1_500);
    const say = (message: object | string | Buffer) =>
      socket.send(typeof message === 'string' || Buffer.isBuffer(message) ? message : JSON.stringify(message));
    const [first, ...others] = messages;
    const waitsForAck = typeof first === 'object' && 'type' in first && first.type === 'connection_init';
    socket.on('open', () => {
      if (first !== undefined) say(first);
      if (!waitsForAck) others.forEach(say);
    });
    socket.on('message', (data) => {
      const text = (data as Buffer).toString();
      received.push(text);
      if (waitsForAck && received.length === 1) others.forEach(say);
      if (isDone(received.join('\n'))) end(0);
    });
    socket.on('close', (code, reason) => end(code, `${received.join('\n')}\n${reason.toString()}`));
    socket.on('unexpected-response', (_request, response) => end(response.statusCode ?? 0));
    socket.on('error', () => undefined);
  });
}

/**
 * Speaks to the port as it pleases: writes each part, with a pause before the next, and gives what came until the server
 * closed, or until `waitMs` after the last part.
 */
export function speak(
  url: string,
  parts: readonly (string | Buffer)[],
  { pauseMs = 0, waitMs = 2_000, localAddress = '127.0.0.1' } = {},
): Promise<Outcome & { ms: number }> {
  return new Promise((resolve) => {
    const start = performance.now();
    const socket = createConnection({ port: Number(new URL(url).port), host: '127.0.0.1', localAddress });
    let text = '';
    let timer: NodeJS.Timeout | undefined;
    const end = () => {
      clearTimeout(timer);
      socket.destroy();
      const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0);
      resolve({ status, text, ms: performance.now() - start });
    };
    const queue = [...parts];
    const next = () => {
      const part = queue.shift();
      if (part === undefined) {
        timer = setTimeout(end, waitMs);
        return;
      }
      if (!socket.writable) return;
      socket.write(part);
      timer = setTimeout(next, pauseMs);
    };
    socket.on('connect', next);
    socket.on('data', (chunk: Buffer) => (text += chunk.toString('latin1')));
    socket.on('error', () => undefined);
    socket.on('close', end);
  });
}
